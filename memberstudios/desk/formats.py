"""Diagnostics for programs: JSON, annotations of GitHub, code quality of GitLab."""

import json
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Final

from memberstudios.base.diagnostic import Finding
from memberstudios.desk import report
from memberstudios.sources.personal import masked
from memberstudios.words import Words

Format = Callable[[Sequence[Finding], Words], str]


def as_json(findings: Sequence[Finding], words: Words) -> str:
    """A list of `{code, severity, file, line, column, path, message, fix}`."""
    rows = [
        {
            "code": finding.diagnostic.code,
            "severity": finding.diagnostic.severity,
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "path": _path(finding),
            "message": report.message(finding.diagnostic, words),
            "fix": report.fix(finding.diagnostic, words),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_github(findings: Sequence[Finding], words: Words) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    lines = []
    for finding in findings:
        place = finding.place
        body = (
            f"{report.message(finding.diagnostic, words)}\n{words('report.fix')}{report.fix(finding.diagnostic, words)}"
        )
        where = f"file={_property(place.file)},line={place.line},col={place.column},title={finding.diagnostic.code}"
        lines.append(f"::{finding.diagnostic.severity} {where}::{_data(body)}")
    return "".join(f"{line}\n" for line in lines)


def as_gitlab(findings: Sequence[Finding], words: Words) -> str:
    """GitLab's code quality report (a subset of Code Climate's format)."""
    rows = []
    for finding in findings:
        place = finding.place
        text = report.message(finding.diagnostic, words)
        identity = f"{finding.diagnostic.code}\0{place.file}\0{place.line}\0{place.column}\0{text}"
        rows.append(
            {
                "description": f"{text} {report.fix(finding.diagnostic, words)}",
                "check_name": finding.diagnostic.code,
                "fingerprint": blake2b(identity.encode(errors="replace"), digest_size=16).hexdigest(),
                "severity": "major" if finding.diagnostic.severity == "error" else "minor",
                "location": {"path": place.file, "lines": {"begin": place.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[dict[str, Format]] = {
    "text": report.text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _path(finding: Finding) -> str:
    """Keys and positions joined as `[3].duty[0].starts`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in finding.diagnostic.spot.path)
    return masked("".join(steps).removeprefix("."))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

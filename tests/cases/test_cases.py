"""Every mistake that people make, as a small directory and the report they get.

A case is a folder: `input/` holds the files that matter, `expected.txt` and `expected.json` the report. A missing
data/site.yaml or data/studios.yaml comes from `_base/`, unless a file `alone` stands beside `input/`.
`make accept` writes the reports anew; read the difference before committing it.
"""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from memberstudios.base.codes import SEVERITY
from memberstudios.desk import formats, report
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree, MemoryTree

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "input").is_dir())
WORDS = read_words(FolderTree(HERE.parents[1], ("locales",)), "zh-Hans")
DAY = Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC))

TOO_BIG_FOR_A_CASE = {
    "file-too-large": "tests/unit/pipeline/test_reading.py",
    "file-unreadable": "tests/unit/pipeline/test_reading.py",
    "record-too-large": "tests/unit/pipeline/test_reading.py",
    "document-too-large": "tests/unit/content/test_markdown.py",
    "picture-too-large": "tests/unit/content/test_pictures.py",
    "picture-too-many-pixels": "tests/unit/content/test_pictures.py",
    "published-file-too-large": "tests/unit/content/test_files.py",
}


def files_below(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tree_of(case):
    found = files_below(HERE / case / "input")
    if not (HERE / case / "alone").exists():
        for path, data in files_below(HERE / "_base").items():
            if not any(name.startswith((path, path.removesuffix(".yaml") + "/")) for name in found):
                found[path] = data
    return MemoryTree(found)


def findings_of(case):
    return check_directory(tree_of(case), DAY).findings


@pytest.mark.parametrize("case", CASES)
def test_the_report_is_the_expected_one(case):
    findings = findings_of(case)
    for name, text in (
        ("expected.txt", report.text(findings, WORDS)),
        ("expected.json", formats.as_json(findings, WORDS)),
    ):
        path = HERE / case / name
        if os.environ.get("ACCEPT") == "1":
            path.write_text(text, "utf-8", newline="\n")
        assert path.read_text("utf-8") == text


@pytest.mark.parametrize("case", CASES)
def test_every_place_lies_inside_its_file(case):
    tree = tree_of(case)
    for finding in findings_of(case):
        for place in (finding.place, *(second for _, second in finding.related)):
            if place.file in tree.paths() and place.length:
                lines = tree.read(place.file).decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
                assert 1 <= place.line <= len(lines)
                assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize("case", CASES)
def test_the_report_says_the_same_in_english_and_in_every_format(case):
    english = read_english()
    findings = findings_of(case)
    rows = json.loads(formats.as_json(findings, english))
    assert [row["code"] for row in rows] == [finding.diagnostic.code for finding in findings]
    for make in formats.FORMATS.values():
        assert make(findings, english).endswith("\n") or not findings


def read_english():
    return read_words(FolderTree(HERE.parents[1], ("locales",)), "en")


def test_every_code_has_a_case():
    shown = {row["code"] for case in CASES for row in json.loads((HERE / case / "expected.json").read_text("utf-8"))}
    assert set(SEVERITY) - shown - set(TOO_BIG_FOR_A_CASE) == set()


@pytest.mark.parametrize(("code", "test"), TOO_BIG_FOR_A_CASE.items())
def test_a_code_without_a_case_has_a_test_elsewhere(code, test):
    assert f'"{code}"' in (HERE.parents[1] / test).read_text("utf-8")

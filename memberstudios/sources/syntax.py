"""What an editor most likely did when YAML cannot be read: the parser names a symptom, this finds the slip.

Only looks at text and at where the parser stopped.
"""

import re

from memberstudios.sources.issue import Issue

_WIDE_COLON = re.compile(r"^[ \t]*(?:- +)?([a-z_]+)(：)")
_TIGHT_COLON = re.compile(r"^[ \t]*(?:- +)?([a-z_]+)(:)[^\s:/]")
_TAB = re.compile(r"^ *(?:- *)?(\t)")
_WIDE_MARK = re.compile(
    r"^ *(\u3000)|^[ \t]*(?:- +)?(?:[a-z_]+: +)?(?:([｛［])|\{[^{}]*?([，｝])(?= *(?:[a-z_]+ *:|\}?$)))"
)
_COLON_INSIDE = re.compile(r"^[ \t]*(?:- +)*[\w-]+: +[^\"'\[{|>].*?(:)(?: |$)")
_SPECIAL = re.compile(r"^[ \t]*(?:- +)?(?:[\w-]+: +|- +)?([@`%])")
_QUOTED = re.compile(r"^[ \t]*(?:- +)*(?:[\w-]+: +)?([\"'])")
_LOOK_BACK_LINES = 2


def explain(issue: Issue, text: str) -> Issue:
    """The same issue with the code and place of the slip behind it, where that can be told."""
    if issue.code == "full-width-colon":
        return _swallowed(issue, text.split("\n"))
    if issue.code != "yaml-syntax":
        return issue
    lines = text.split("\n")
    at = min(issue.line, len(lines)) - 1
    nearby = range(at, max(-1, at - 1 - _LOOK_BACK_LINES), -1)
    for code, pattern in (
        ("full-width-colon", _WIDE_COLON),
        ("tab-indent", _TAB),
        ("colon-without-space", _TIGHT_COLON),
        ("full-width-mark", _WIDE_MARK),
    ):
        for line in nearby:
            if (match := pattern.match(lines[line])) is not None:
                mark = match.lastindex or 0
                return _at(code, line, match.start(mark), key=match[1] or "", character=match[mark])
    return _by_problem(issue, lines, at)


def colon_slip(value: str) -> str | None:
    """The code for text that stands where a mapping should, when a colon was mistyped."""
    first = value.split("\n", 1)[0]
    if _WIDE_COLON.match(first):
        return "full-width-colon"
    return "colon-without-space" if _TIGHT_COLON.match(first) else None


def _swallowed(issue: Issue, lines: list[str]) -> Issue:
    """The line that became part of the value above it, instead of where that value begins."""
    for line in range(issue.line, len(lines)):
        match = _WIDE_COLON.match(lines[line])
        if match is not None and match[1] == issue.values["key"]:
            return _at(issue.code, line, match.start(2), key=match[1])
    return issue


def _by_problem(issue: Issue, lines: list[str], at: int) -> Issue:
    problem = issue.values.get("problem", "")
    if "mapping values" in problem and (match := _COLON_INSIDE.match(lines[at])):
        return _at("colon-in-text", at, match.start(1))
    if "cannot start any token" in problem and (match := _SPECIAL.match(lines[at])):
        return _at("special-start", at, match.start(1), character=match[1])
    if "end of stream" in problem or "quoted scalar" in problem:
        for line, content in enumerate(lines):
            match = _QUOTED.match(content)
            if match and content.count(match[1]) % 2:
                return _at("unclosed-quote", line, match.start(1), character=match[1])
    if "',' or" in problem:
        for line in range(at, -1, -1):
            if (opened := _left_open(lines[line])) is not None:
                return _at("unclosed-bracket", line, opened, character=lines[line][opened])
    if "block" in problem or "expected" in problem or "mapping values" in problem:
        return _at("bad-indentation", at, len(lines[at]) - len(lines[at].lstrip(" ")))
    return issue


def _left_open(line: str) -> int | None:
    """Where the last bracket stands that a line opens and does not close."""
    waiting: list[int] = []
    for offset, character in enumerate(line):
        if character in "[{":
            waiting.append(offset)
        elif character in "]}" and waiting:
            waiting.pop()
    return waiting[-1] if waiting else None


def _at(code: str, line: int, column: int, **values: str) -> Issue:
    return Issue(code=code, line=line + 1, column=column + 1, values=values)

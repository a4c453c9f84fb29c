"""A file of records cut into its records, so that each is read, refused and located on its own.

A list file is cut at the lines that begin with `- `; what cannot be cut that way is read whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from memberstudios.base.diagnostic import Diagnostic, Related, Spot
from memberstudios.sources.strict_yaml import Issue, load
from memberstudios.sources.syntax import explain

MAX_PIECE_CHARACTERS = 1_000_000
MAX_WHOLE_CHARACTERS = 8_000_000
"""Of a list that cannot be cut, such as an indented one."""

_ITEM = re.compile(r"-(?:[ \t\n]|\Z)")
_HARMLESS = frozenset({"empty-value", "duplicate-key"})
"""What leaves a value that can be read, so that all its other mistakes are found at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one record (or of a whole file), whose first line is line `first_line` of the file."""

    text: str
    first_line: int


@dataclass(slots=True, kw_only=True)
class FileValues:
    """What a file holds: `values` in order, `damaged` those whose structure is wrong (their text, for their ids)."""

    values: list[tuple[int, Any]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def cut(text: str) -> list[Piece] | None:
    """The records of a block list that starts in column 1; None when the text is not of that shape."""
    pieces: list[Piece] = []
    start: int | None = None
    offset, line, first_line = 0, 1, 1
    while offset < len(text):
        end = text.find("\n", offset) + 1 or len(text)
        if _ITEM.match(text, offset):
            if start is not None:
                pieces.append(Piece(text[start:offset], first_line))
            start, first_line = offset, line
        elif start is None and not _is_header(text[offset:end]):
            return None
        offset, line = end, line + 1
    if start is None:
        return None
    pieces.append(Piece(text[start:], first_line))
    return pieces


def _is_header(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#") or stripped == "---"


def read_list(file: str, text: str) -> FileValues:
    """The values of a file that holds a list of records, each with its position in the file."""
    pieces = cut(text)
    if pieces is None:
        return _read_whole(file, text, *_load(text, MAX_WHOLE_CHARACTERS))
    loaded = [(piece, *_load(piece.text, MAX_PIECE_CHARACTERS)) for piece in pieces]
    if not all(_is_one(value, issues) for _, value, issues in loaded) and len(text) <= MAX_WHOLE_CHARACTERS:
        # A line that begins with a dash may be the inside of a quoted text.
        whole, issues = load(text)
        if not _unreadable(issues):
            return _read_whole(file, text, whole, issues)
    result = FileValues()
    for index, (piece, value, issues) in enumerate(loaded):
        _take(result, file, index, piece, value[0] if isinstance(value, list) and value else None, issues)
    return result


def _read_whole(file: str, text: str, whole: Any, issues: list[Issue]) -> FileValues:
    result = FileValues(diagnostics=list(_diagnostics(file, Piece(text, 1), issues)))
    if any(issue.code != "empty-value" for issue in issues):
        result.damaged.append(text)
    if isinstance(whole, list):
        result.values += enumerate(whole)
    elif whole is not None:
        result.diagnostics.append(Diagnostic(code="expected-records", spot=Spot(file=file, line=1, column=1)))
        result.damaged.append(text)
    return result


def read_mapping(file: str, text: str) -> FileValues:
    """The value of a file, or of front matter, that holds one mapping; its position is -1."""
    value, issues = _load(text, MAX_PIECE_CHARACTERS)
    result = FileValues()
    _take(result, file, -1, Piece(text, 1), value if value is not None else {}, issues)
    return result


def _load(text: str, limit: int) -> tuple[Any, list[Issue]]:
    if len(text) > limit:
        return None, [Issue(code="record-too-large", line=1, column=1, values={"limit": f"{limit:,}"})]
    return load(text)


def _is_one(value: Any, issues: list[Issue]) -> bool:
    """Whether a piece is one item of a list, or at least not more than one."""
    return not _unreadable(issues) and not (isinstance(value, list) and len(value) > 1)


def _unreadable(issues: list[Issue]) -> bool:
    return any(issue.code in ("yaml-syntax", "several-documents") for issue in issues)


def _take(result: FileValues, file: str, index: int, piece: Piece, value: Any, issues: list[Issue]) -> None:
    result.diagnostics += _diagnostics(file, piece, issues)
    codes = {issue.code for issue in issues}
    if not codes <= _HARMLESS or "duplicate-key" in codes:
        result.damaged.append(piece.text)
    if codes <= _HARMLESS and value is not None:
        result.values.append((index, value))


def _diagnostics(file: str, piece: Piece, issues: list[Issue]) -> Iterator[Diagnostic]:
    shift = piece.first_line - 1
    seen = set()
    for raw in issues:
        issue = explain(raw, piece.text)
        if (issue.code, issue.line) in seen:
            continue
        seen.add((issue.code, issue.line))
        related: tuple[Related, ...] = ()
        if issue.first is not None:
            first = Spot(file=file, line=issue.first[0] + shift, column=issue.first[1])
            related = (Related(label="report.first_here", spot=first),)
        spot = Spot(file=file, line=issue.line + shift, column=issue.column)
        yield Diagnostic(code=issue.code, spot=spot, values=issue.values, related=related)

"""A file of records cut into its records, so that each is read, refused and located on its own.

A list file is cut at the lines that begin with `- `; what cannot be cut that way is read whole. All texts are such as
`decode` gives: no hidden characters, lines ended by line feeds.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import pairwise
from typing import Any

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Diagnostic, Related, Spot
from memberstudios.sources import usual_yaml
from memberstudios.sources.issue import Issue
from memberstudios.sources.syntax import explain

MAX_PIECE_CHARACTERS = 1_000_000
MAX_WHOLE_CHARACTERS = 8_000_000
"""Of a list that cannot be cut, such as an indented one."""

_ITEM = re.compile(r"\n-(?=[ \t\n]|\Z)")
_FIRST_ITEM = re.compile(r"-(?:[ \t\n]|\Z)")
_HARMLESS = frozenset({"empty-value", "duplicate-key"})
"""What leaves a value that can be read, so that all its other mistakes are found at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one record (or of a whole file), whose first line is line `first_line` of the file."""

    text: str
    first_line: int


@dataclass(slots=True, kw_only=True)
class FileValues:
    """What a file holds: `values` in order, `damaged` those whose structure is wrong (their text, for their ids).

    `torn` says of a piece that it is no item by itself: it was cut where no item ends, or is badly damaged.
    """

    values: list[tuple[int, Any]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    torn: bool = False


def cut(text: str) -> list[Piece] | None:
    """The records of a block list that starts in column 1; None when the text is not of that shape.

    What stands before the first, comments and the like, is in no piece: see `header`.
    """
    starts = [match.start() + 1 for match in _ITEM.finditer(text)]
    if _FIRST_ITEM.match(text):
        starts.insert(0, 0)
    if not starts or not all(map(_is_header, text[: starts[0]].split("\n"))):
        return None
    pieces = []
    line = text.count("\n", 0, starts[0]) + 1
    for start, end in pairwise([*starts, len(text)]):
        pieces.append(Piece(text[start:end], line))
        line += text.count("\n", start, end)
    return pieces


def header(text: str, pieces: list[Piece]) -> str:
    """What stands before the first piece of a cut text."""
    return text[: len(text) - sum(len(piece.text) for piece in pieces)]


def _is_header(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#") or stripped == "---"


def read_list(file: str, text: str) -> FileValues:
    """The values of a file that holds a list of records, each with its position in the file."""
    pieces = cut(text)
    if pieces is None:
        return _read_whole(file, text, *_load(text, MAX_WHOLE_CHARACTERS))
    read = [read_piece(file, index, piece) for index, piece in enumerate(pieces)]
    if any(one.torn for one in read) and len(text) <= MAX_WHOLE_CHARACTERS:
        # A line that begins with a dash may be the inside of a quoted text.
        whole, issues = _parsed(text)
        if not _unreadable(issues):
            return _read_whole(file, text, whole, issues)
    return joined(read)


def read_piece(file: str, index: int, piece: Piece) -> FileValues:
    """The value of the record at `index` of a file that could be cut.

    The pieces of a file may be read apart, in any order, and put together with `joined`: that is what `read_list` gives,
    unless one of them is `torn`. Then only `read_list` of the whole file can tell what it holds.
    """
    value, issues = _load(piece.text, MAX_PIECE_CHARACTERS)
    result = FileValues(torn=_unreadable(issues) or (isinstance(value, list) and len(value) > 1))
    _take(result, file, index, piece, value[0] if isinstance(value, list) and value else None, issues)
    return result


def joined(parts: Iterable[FileValues]) -> FileValues:
    """What the pieces of a file hold together."""
    result = FileValues()
    for part in parts:
        result.values += part.values
        result.damaged += part.damaged
        result.diagnostics += part.diagnostics
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
    value = usual_yaml.read(text)
    return (value, []) if value is not None else _parsed(text)


def _parsed(text: str) -> tuple[Any, list[Issue]]:
    """By the parser, which is only loaded for a text that needs it."""
    from memberstudios.sources.strict_yaml import load

    return load(text)


def _unreadable(issues: list[Issue]) -> bool:
    return any(issue.code in ("yaml-syntax", "several-documents") for issue in issues)


def _take(result: FileValues, file: str, index: int, piece: Piece, value: Any, issues: list[Issue]) -> None:
    if not issues and value is not None:
        result.values.append((index, value))
        return
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

"""A file of records cut into its records, so that each is read, refused and located on its own.

A list file is cut at the lines that begin with `- `; what cannot be cut that way is read whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from memberstudios.base.diagnostic import Diagnostic, Related, Spot
from memberstudios.sources.strict_yaml import Issue, load
from memberstudios.sources.syntax import explain

MAX_PIECE_CHARACTERS = 1_000_000


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
        if text.startswith("- ", offset):
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
    result = FileValues()
    loaded: list[tuple[Piece, Any, list[Issue]]] = []
    if pieces is not None:
        loaded = [(piece, *load(piece.text)) for piece in pieces]
        if not any(_unreadable(issues) for _, _, issues in loaded):
            for index, (piece, value, issues) in enumerate(loaded):
                _take(result, file, index, piece, value[0] if isinstance(value, list) and value else None, issues)
            return result
    whole, issues = load(text)
    if _unreadable(issues) and pieces is not None:
        for index, (piece, value, piece_issues) in enumerate(loaded):
            _take(result, file, index, piece, value[0] if isinstance(value, list) and value else None, piece_issues)
        return result
    result.diagnostics += _diagnostics(file, Piece(text, 1), issues)
    if whole is None and not issues:
        return result
    if not isinstance(whole, list):
        if not _unreadable(issues):
            result.diagnostics.append(Diagnostic(code="expected-records", spot=Spot(file=file, line=1, column=1)))
        result.damaged.append(text)
    elif any(issue.code != "empty-value" for issue in issues):
        result.damaged.append(text)
        result.values += enumerate(whole)
    else:
        result.values += enumerate(whole)
    return result


def read_mapping(file: str, text: str) -> FileValues:
    """The value of a file, or of front matter, that holds one mapping; its position is -1."""
    value, issues = load(text)
    result = FileValues()
    _take(result, file, -1, Piece(text, 1), value if value is not None else {}, issues)
    return result


def _unreadable(issues: list[Issue]) -> bool:
    return any(issue.code in ("yaml-syntax", "several-documents") for issue in issues)


def _take(result: FileValues, file: str, index: int, piece: Piece, value: Any, issues: list[Issue]) -> None:
    if len(piece.text) > MAX_PIECE_CHARACTERS:
        spot = Spot(file=file, line=piece.first_line, column=1)
        result.diagnostics.append(
            Diagnostic(code="record-too-large", spot=spot, values={"limit": f"{MAX_PIECE_CHARACTERS:,}"})
        )
        result.damaged.append(piece.text[:1000])
        return
    result.diagnostics += _diagnostics(file, piece, issues)
    harmless = {"empty-value", "duplicate-key"}
    if all(issue.code in harmless for issue in issues) and value is not None:
        result.values.append((index, value))
        if any(issue.code == "duplicate-key" for issue in issues):
            result.damaged.append(piece.text)
    else:
        result.damaged.append(piece.text)


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

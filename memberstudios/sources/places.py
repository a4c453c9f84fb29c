"""Finds lines and columns, by reading a text once more with its places; only for what is shown to a person."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import yaml
from yaml import nodes

from memberstudios.base.diagnostic import Diagnostic, Finding, Path, Place, Spot
from memberstudios.base.residents import hidden
from memberstudios.sources import front_matter
from memberstudios.sources.personal import masked
from memberstudios.sources.pieces import MAX_WHOLE_CHARACTERS, Piece, cut
from memberstudios.sources.strict_yaml import load
from memberstudios.sources.text import decode
from memberstudios.sources.tree import MAX_FILE_BYTES, Tree

MAX_EXCERPT_CHARACTERS = 400
"""Of a line after what is marked."""

_TEXTS = (".yaml", ".md")
"""What is shown with its line; of a picture or a document only the name is."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Finder:
    """Turns spots into places. Keeps the texts of files it was asked about, for as long as it lives."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known = frozenset(tree.paths())
        self._text = lru_cache(8)(self._read)
        self._lines = lru_cache(8)(lambda file: self._text(file).split("\n"))
        self._unsaid: dict[str, tuple[str, ...]] = {}
        self._shown = lru_cache(64)(lambda file, line: self._masked(file, self._lines(file)[line - 1]))
        self._pieces = lru_cache(8)(lambda file: _cut(file, self._text(file)))
        self._node = lru_cache(64)(self._compose)

    def findings(self, diagnostics: Iterable[Diagnostic]) -> list[Finding]:
        """All of them with their places, sorted by file, line, column and code, each once."""
        found = {}
        diagnostics = tuple(diagnostics)
        self._unsaid = _unsaid(diagnostics)
        self._shown.cache_clear()
        for diagnostic in diagnostics:
            related = tuple((second.label, self.place(second.spot)) for second in diagnostic.related)
            place = self.place(diagnostic.spot)
            if diagnostic.code == "bad-encoding":  # its characters are not those that were meant
                place = replace(place, excerpt="")
            shown = {key: self._masked(place.file, value) for key, value in diagnostic.values.items()}
            diagnostic = replace(diagnostic, values=shown)  # noqa: PLW2901 - nobody may see the numbers
            finding = Finding(diagnostic=diagnostic, place=place, related=related)
            values = tuple(sorted(diagnostic.values.items()))
            found[(finding.place.file, finding.place.line, finding.place.column, diagnostic.code, values)] = finding
        return [found[key] for key in sorted(found)]

    def place(self, spot: Spot) -> Place:
        if spot.file not in self._known or not spot.file.endswith(_TEXTS):
            return Place(file=spot.file, line=1, column=1, length=0, excerpt="")
        line, column, length = (spot.line, spot.column, 1) if spot.line else self._find(spot)
        lines = self._lines(spot.file)
        excerpt = self._shown(spot.file, line)[: column + MAX_EXCERPT_CHARACTERS] if 0 < line <= len(lines) else ""
        return Place(file=spot.file, line=line, column=column, length=max(1, length), excerpt=excerpt)

    def _masked(self, file: str, text: str) -> str:
        """A line or a value of a file without numbers and names that nobody may see, as long as it was."""
        text = masked(text)
        for name in self._unsaid.get(file, ()):
            text = text.replace(name, hidden(name))
        return text

    def _read(self, file: str) -> str:
        if self._tree.size_bytes(file) > MAX_FILE_BYTES:
            return ""
        try:
            data = self._tree.read(file)
        except OSError:  # what is wrong with the file is its diagnostic
            return ""
        text, _ = decode(file, data)
        return (
            text if text is not None else data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        )

    def _compose(self, file: str, index: int) -> tuple[nodes.Node | None, int]:
        """The node of one piece of a file and the line before its first."""
        pieces = self._pieces(file)
        piece = pieces[index] if 0 <= index < len(pieces) else pieces[0]
        shift = piece.first_line - 1
        if not is_safe_to_compose(piece.text):
            return None, shift
        return yaml.compose(piece.text, _Loader), shift

    def _find(self, spot: Spot) -> tuple[int, int, int]:
        path = spot.path
        index = 0
        if spot.file.endswith(".yaml") and path and isinstance(path[0], int) and len(self._pieces(spot.file)) > 1:
            # The piece of a cut list holds a list of one.
            index, path = path[0], (0, *path[1:])
        root, shift = self._node(spot.file, index)
        if root is None:
            return shift + 1, 1, 1
        node = _descend(root, path, spot.on)
        start, end = node.start_mark, node.end_mark
        line, column = start.line, start.column
        if spot.inside != (0, 0) and isinstance(node, nodes.ScalarNode):
            line, column = _inside(node, spot.inside, self._lines(spot.file), shift)
            return line + 1 + shift, column + 1, 1
        if isinstance(node, nodes.CollectionNode):
            return line + 1 + shift, column + 1, 1
        length = end.column - start.column if end.line == start.line else 1
        return line + 1 + shift, column + 1, length


def _unsaid(diagnostics: Iterable[Diagnostic]) -> dict[str, tuple[str, ...]]:
    """The names that no report may repeat, by file, longer ones first: a shorter one may be in them."""
    found: dict[str, set[str]] = {}
    for diagnostic in diagnostics:
        if diagnostic.unsaid:
            found.setdefault(diagnostic.spot.file, set()).add(diagnostic.unsaid)
    return {file: tuple(sorted(names, key=lambda name: (-len(name), name))) for file, names in found.items()}


def is_safe_to_compose(text: str) -> bool:
    """Whether PyYAML's own composer can be let near: it dies of deep nesting, and follows aliases."""
    if len(text) > MAX_WHOLE_CHARACTERS:
        return False
    return all(issue.code in ("empty-value", "duplicate-key") for issue in load(text)[1])


def _cut(file: str, text: str) -> list[Piece]:
    if file.endswith(".yaml"):
        return cut(text) or [Piece(text, 1)]
    document = front_matter.split(text)
    return [Piece(document.header if document else text, 1)]


def _descend(node: nodes.Node, path: Path, on: str) -> nodes.Node:
    """The node at `path`, or the nearest one on the way to it."""
    for depth, step in enumerate(path):
        found: tuple[Any, Any] | None = None
        if isinstance(node, nodes.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
        elif isinstance(node, nodes.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (node.value[step], node.value[step])
        if found is None:
            if isinstance(step, int) and not isinstance(node, nodes.SequenceNode):
                continue  # one value stands where a list of one is meant
            return node
        is_last = depth == len(path) - 1
        node = found[0] if is_last and on == "key" else found[1]
    return node


def _inside(node: nodes.ScalarNode, inside: tuple[int, int], lines: list[str], shift: int) -> tuple[int, int]:
    """Line and column from 0, without `shift`, of a place within the text of a scalar."""
    line, column = inside
    if node.style not in ("|", ">"):
        return _inside_line(node, inside, lines[node.start_mark.line + shift])
    first = node.start_mark.line + 1
    body = lines[first + shift : node.end_mark.line + shift + 1]
    indent = min((len(text) - len(text.lstrip()) for text in body if text.strip()), default=0)
    here = body[line - 1] if line <= len(body) else ""
    return first + line - 1, indent + (column - 1 if column <= len(here) - indent else 0)


def _inside_line(node: nodes.ScalarNode, inside: tuple[int, int], written: str) -> tuple[int, int]:
    """The same of a scalar that begins on the line `written`; where it is written otherwise, its start."""
    start, (line, column) = node.start_mark, inside
    quote = 1 if node.style in ("'", '"') else 0
    is_as_written = line == 1 and written.startswith(node.value, start.column + quote)
    return start.line, start.column + (quote + column - 1 if is_as_written else 0)

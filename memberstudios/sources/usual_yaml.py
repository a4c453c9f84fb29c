"""The few shapes of YAML in which nearly every record is written, read several times faster than by a parser.

One expression takes a text apart line by line: mappings and lists by indentation, `{…}` and `[…]` on one line, plain and
quoted text on one line, `|` blocks, comments on lines of their own. Whatever else stands in a text, or looks like a
mistake, makes the answer None: then `strict_yaml` has it read by the parser, and says what is wrong. Where there is an
answer, it is the parser's.
"""

import re
from typing import Any

_KEY = r"[a-z][a-z0-9_-]{0,60}"
_START = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=\w))"
_PLAIN = rf"{_START}[^:#\n]*+(?:(?::(?=[^ \n])|(?<! )#)[^:#\n]*+)*+(?<! )"
_INNER = rf"{_START}[^,\[\]{{}}?:#\n]*+(?:(?::(?=[^ ,\[\]{{}}?\n])|(?<! )#)[^,\[\]{{}}?:#\n]*+)*+(?<! )"
_QUOTED = r"'([^'\s][^'\n]*)'|\"([^\"\\\s][^\"\\\n]*)\""

_BLOCK = r"\|(-?\n)((?:(?:\1 .*)?\n)*\1 .*)"
_COMMENTS = r"(?: *#.*\n)*+"

_LINES = re.compile(
    rf"{_COMMENTS}( *)(- )?(?:({_KEY}):(?: |(?=\n)))?"
    rf"(?:({_PLAIN})|{_QUOTED}|\[([^\[\]\n]+)\]|\{{((?:[^{{}}\n]++|\{{[^{{}}\n]*+\}})++)\}}|{_BLOCK})?+\n{_COMMENTS}"
    r"|((?s:.+))"
)
_ITEMS = re.compile(rf"(?:({_INNER})|{_QUOTED})(?:, (?!\Z)|\Z)|(.+)")
_PAIRS = re.compile(rf"({_KEY}): (?:({_INNER})|{_QUOTED}|\[([^\[\]\n]+)\]|\{{([^{{}}\n]+)\}})(?:, (?!\Z)|\Z)|(.+)")
_MAX_LEVELS = 8


class _Unusual(Exception):
    """The text is of another shape."""


def read(text: str) -> Any:
    """What `text` writes, or None where only the parser can tell. Its characters must be those that `decode` accepts."""
    if text[-1:] != "\n" or "\t" in text:
        return None
    try:
        return _block(text)
    except _Unusual:
        return None


def _block(text: str) -> Any:
    root: dict[str, Any] = {}
    levels: list[
        tuple[int, Any]
    ] = []  # the lists and mappings that are open, each with the column of its items or keys
    waiting: tuple[Any, str, int] | None = (root, "", -1)  # a mapping and its key whose value begins on the next line
    for indent, item, key, plain, single, double, items, pairs, ending, block, other in _LINES.findall(text):
        if other:
            raise _Unusual
        value = plain or single or double or _made(items, pairs, block, ending)
        column = len(indent)
        if not key and not item:
            if value or column:
                raise _Unusual
            continue
        if waiting is not None:
            _begin(levels, waiting, column, [] if item else {})
            waiting = None
        else:
            _end(levels, column, is_key=not item)
        inside = levels[-1][1]
        if item:
            if inside.__class__ is not list or block or not (key or value):
                raise _Unusual
            if not key:
                inside.append(value)
                continue
            inside.append({})
            inside = inside[-1]
            column += 2
            levels.append((column, inside))
        if inside.__class__ is not dict or key in inside:
            raise _Unusual
        inside[key] = value
        if not value:
            waiting = inside, key, column
    if waiting is not None:
        raise _Unusual
    return root[""]


def _begin(levels: list[tuple[int, Any]], waiting: tuple[Any, str, int], column: int, new: Any) -> None:
    """Open the list or mapping that a key waits for; a list may begin right below its key."""
    mapping, key, above = waiting
    if (column <= above and not (column == above and new.__class__ is list)) or len(levels) == _MAX_LEVELS:
        raise _Unusual
    mapping[key] = new
    levels.append((column, new))


def _end(levels: list[tuple[int, Any]], column: int, *, is_key: bool) -> None:
    """Leave the lists and mappings that a line at `column` does not belong to."""
    while levels and levels[-1][0] > column:
        levels.pop()
    if is_key and len(levels) > 1 and levels[-2][0] == column:
        levels.pop()
    if not levels or levels[-1][0] != column:
        raise _Unusual


def _made(items: str, pairs: str, block: str, ending: str) -> Any:
    """A value that is no text on its line; None where nothing is written."""
    if items:
        return _items(items)
    if pairs:
        return _pairs(pairs)
    return _literal(block, ending) if block else None


def _items(text: str) -> list[str]:
    """The texts between brackets."""
    found = []
    for plain, single, double, other in _ITEMS.findall(text):
        if other:
            raise _Unusual
        found.append(plain or single or double)
    return found


def _pairs(text: str) -> dict[str, Any]:
    """The keys and values between braces."""
    found: dict[str, Any] = {}
    for key, plain, single, double, items, pairs, other in _PAIRS.findall(text):
        if other or key in found:
            raise _Unusual
        found[key] = plain or single or double or (_items(items) if items else _pairs(pairs))
    return found


def _literal(block: str, ending: str) -> str:
    """The text of a `|` block: its first line says how far it is indented."""
    lines = block.split("\n")
    margin = lines[0][: -len(lines[0].lstrip(" "))]
    if not margin or not lines[0].strip() or not all(line.startswith(margin) or not line for line in lines):
        raise _Unusual
    text = "\n".join([line[len(margin) :] for line in lines])
    return text if ending[0] == "-" else text + "\n"

"""The cells of a table in a simple text, as the parser would part them. Knows nothing of what they hold."""

from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.content.simple_inline import NotSimple

_ALIGN: Final = {
    (False, False): "",
    (True, True): ' align="center"',
    (True, False): ' align="left"',
    (False, True): ' align="right"',
}
_IN_SEPARATOR: Final = frozenset(":- ")
_LEAST_ROWS: Final = 3
_LEAST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A head and at least one row, all of one width; `align` holds an attribute or nothing for each column."""

    align: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(lines: list[str]) -> Table:
    """The table that `lines` are, which hold no backslash and no code. Raises `NotSimple`."""
    if len(lines) < _LEAST_ROWS:
        raise NotSimple
    head = lines[0]
    has_border = head.startswith("|") or head.endswith("|")
    rows = [_cells(line, has_border) for line in lines]
    separator = rows[1]
    width = len(separator)
    if width < _LEAST_COLUMNS or not _IN_SEPARATOR.issuperset("".join(separator)):
        raise NotSimple
    if any(len(row) != width for row in rows):
        raise NotSimple
    align = (_ALIGN[cell.startswith(":"), cell.endswith(":")] for cell in separator)
    return Table(align=tuple(align), head=rows[0], rows=tuple(rows[2:]))


def _cells(line: str, has_border: bool) -> tuple[str, ...]:  # noqa: FBT001 - of the table, not of what is done
    if has_border:
        line = line.removeprefix("|").removesuffix("|")
    return tuple(cell.strip(" ") for cell in line.split("|"))

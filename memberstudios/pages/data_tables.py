"""Tables that stay tables wherever they are copied to: a caption, heads, and rows of the same number of cells."""

from collections.abc import Iterable, Sequence

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Text, and the site path to which it leads, empty nowhere; a number stands at the end, what is short on one line."""

    text: str
    path: str = ""
    is_number: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row is of, a word of explanation under it, and its cells."""

    name: str
    note: str = ""
    path: str = ""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows under a heading of their own, which can be linked to by `id` (empty: it cannot); both empty where there is none."""

    id: str = ""
    title: str = ""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """`columns` are the heads, that of the rows' names first; `number_columns` how many at the end hold numbers."""

    id: str = ""
    caption: str
    columns: tuple[str, ...]
    number_columns: int = 0
    groups: tuple[RowGroup, ...]


def number_table(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, Sequence[str]]]) -> DataTable:
    """A table of one group whose cells are all numbers, already written."""
    found = tuple(
        Row(name=name, cells=tuple(Cell(text=text, is_number=True) for text in numbers)) for name, numbers in rows
    )
    return DataTable(caption=caption, columns=columns, number_columns=len(columns) - 1, groups=(RowGroup(rows=found),))

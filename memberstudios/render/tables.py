"""Tables as CSV (RFC 4180) that spreadsheets open without harm: a BOM, CRLF, and no cell that runs as a formula."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from memberstudios.base.dataclass import dataclass

Cell = str | float | int | None

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Column names, and the lines of the rows as `csv_line` writes them."""

    columns: tuple[str, ...]
    lines: tuple[str, ...]


def make_csv(table: Table) -> bytes:
    """The table's bytes in UTF-8 with a byte order mark, without which Excel takes Chinese for something else."""
    return b"\xef\xbb\xbf" + "".join((csv_line(table.columns), *table.lines)).encode()


def csv_line(cells: Sequence[Cell]) -> str:
    """One row with the end of its line; None is an empty cell, numbers are never guarded."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return text.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
    return repr(cell)

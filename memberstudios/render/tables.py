"""Tables as CSV (RFC 4180) that spreadsheets open without harm: a BOM, CRLF, and no cell that runs as a formula."""

import csv
import io
from dataclasses import dataclass
from typing import Final

Cell = str | float | int | None

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Column names and rows of as many cells; None is an empty cell, numbers are never guarded."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_csv(table: Table) -> bytes:
    """The table's bytes in UTF-8 with a byte order mark, without which Excel takes Chinese for something else."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell
    return repr(cell)

"""QR codes (ISO/IEC 18004) as the path of an SVG. `segno` is imported when the first one is made."""

import re

from memberstudios.base.dataclass import dataclass

_DARK = re.compile(b"\x01+")
_QUIET = 4
"""Modules that must stay white around the code."""

_MASK = 2
"""Always the same mask: to try all eight and weigh them takes seven times as long, and readers take any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The code of a text: `path` strokes its dark modules in a square of `size` units, the white edge included."""

    text: str
    size: int
    path: str


def make_code(text: str) -> Code:
    """The code of a text, with error correction M: about a seventh of it may be stained or torn."""
    import segno

    rows = segno.make(text, error="m", boost_error=False, mask=_MASK, micro=False).matrix
    path = "".join(_runs(row, number + _QUIET) for number, row in enumerate(rows))
    return Code(text=text, size=len(rows) + 2 * _QUIET, path=path)


def _runs(row: bytearray, y: int) -> str:
    """A stroke one unit wide for each run of dark modules, along the middle of their row."""
    spans = (run.span() for run in _DARK.finditer(row))
    return "".join([f"M{start + _QUIET} {y}.5h{end - start}" for start, end in spans])

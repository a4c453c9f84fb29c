"""QR codes (ISO/IEC 18004) as the path of an SVG. `segno` is imported when the first one is made."""

from dataclasses import dataclass

_QUIET = 4
"""Modules that must stay white around the code."""

_MASK = 2
"""Always the same mask: to try all eight and weigh them takes seven times as long, and readers take any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The code of a text: `path` draws its dark modules in a square of `size` units, the white edge included."""

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
    """One line of the path for each run of dark modules."""
    found, at = [], 0
    while at < len(row):
        end = at
        while end < len(row) and row[end]:
            end += 1
        if end > at:
            found.append(f"M{at + _QUIET} {y}h{end - at}v1h-{end - at}z")
        at = end + 1
    return "".join(found)

"""How much work a Markdown text may cause, counted before the work is done. Knows nothing of HTML.

The parser is quadratic on hostile input and recurses with its nesting. Work is counted, not timed, so that the
same text is refused on every machine. A real document uses a few hundredths of what is allowed.
"""

import re
from typing import Final

from memberstudios.base.dataclass import dataclass

MAX_CHARACTERS: Final = 100_000
"""Some sixty printed pages."""
MAX_NESTING: Final = 24
"""States of the block parser; a list in a list takes two or three, a quotation one."""
MAX_BRACKETS: Final = 24
"""Square brackets open at once inside one paragraph."""
MAX_FOOTNOTES: Final = 600
"""Marks and notes together; the package counts the marks of one note again for each."""
MAX_WORK: Final = 5_000_000
"""Characters that may be looked at, roughly; a thousand plain paragraphs of 400 characters need 400,000."""

_BLOCK_COST: Final = 500
_CELL_COST: Final = 150
_MARK = re.compile(r"[\[\]!<&*_`\\]|  \n")


class Refused(Exception):
    """The text must not be parsed on: `code` says why."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(slots=True)
class Meter:
    """Counts the work one document causes, and refuses it when it is too much."""

    left: int = MAX_WORK

    def spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0:
            raise Refused("document-too-complex")

    def block(self, block: str, depth: int) -> None:
        """Count a block each time the parser takes it up; splitting a block makes it take up the rest again."""
        if depth > MAX_NESTING:
            raise Refused("document-too-deep")
        self.spend(_BLOCK_COST + len(block))
        if "|" in block or "`" in block:
            self._rows(block)

    def inline(self, text: str) -> None:
        """Count a run of text: each mark may make the parser look at all of it."""
        marks = _MARK.findall(text)
        self.spend(len(marks) * len(text) // 2)
        if "[" in marks and _open_at_once(marks) > MAX_BRACKETS:
            raise Refused("document-too-deep")

    def _rows(self, block: str) -> None:
        """A row of a table is as wide as its head, however short it was written."""
        head, _, rest = block.partition("\n")
        if columns := head.count("|"):
            self.spend((columns + 1) * (rest.count("\n") + 1) * _CELL_COST)
        for row in block.split("\n"):
            ticks = row.count("`")
            self.spend(ticks * (ticks + row.count("|")))


def check_size(text: str) -> None:
    """Refuse what is too long to be looked at, or has too many footnotes."""
    if len(text) > MAX_CHARACTERS:
        raise Refused("document-too-large", size=f"{len(text)}", limit=f"{MAX_CHARACTERS}")
    if text.count("[^") > MAX_FOOTNOTES:
        raise Refused("document-too-complex")


def _open_at_once(marks: list[str]) -> int:
    depth = deepest = 0
    for mark in marks:
        if mark == "[":
            depth += 1
            deepest = max(deepest, depth)
        elif mark == "]" and depth:
            depth -= 1
    return deepest

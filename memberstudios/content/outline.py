"""The levels and ids of a text's headings. Knows neither Markdown nor HTML."""

import re

_NOT_IN_ID = re.compile(r"[^\w-]+")
_LOWEST = 6


class Outline:
    """Takes the headings of one text in order; levels begin at `first` and leave none out, whatever was written."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._open: list[int] = []
        self._used: dict[str, int] = {}

    def level(self, written: int) -> int:
        """The level at which the next heading is shown, which was written at level `written`."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return min(_LOWEST, self._first + len(self._open) - 1)

    def id_of(self, text: str) -> str:
        """An id that no page of ours uses for its own parts, and no earlier heading has."""
        base = "h-" + (_NOT_IN_ID.sub("-", text.lower()).strip("-_") or "1")
        name = base
        while name in self._used:
            self._used[base] += 1
            name = f"{base}-{self._used[base]}"
        self._used[name] = 1
        return name

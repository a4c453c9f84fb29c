"""Where something stands in a Markdown text: the parser forgets places, so they are looked up by what was written."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

_BEFORE_TARGET = frozenset("(<: \t\n")


class Places:
    """Finds the same words again and again: each search goes on behind the last place it found for them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._seen: dict[str, int] = {}

    def of_target(self, written: str) -> tuple[int, int]:
        """Line and column of the next link or picture to `written`."""
        return self._find(written, lambda at: at == 0 or self._text[at - 1] in _BEFORE_TARGET)

    def of(self, written: str) -> tuple[int, int]:
        """Line and column of the next `written`; of the text's begin when it cannot be found."""
        return self._find(written, lambda _: True)

    def _find(self, written: str, fits: Callable[[int], bool]) -> tuple[int, int]:
        at = self._text.find(written, self._seen.get(written, 0)) if written else -1
        while at > 0 and not fits(at):
            at = self._text.find(written, at + 1)
        if at < 0:
            # Written with an escape or an entity, or met in another order: the first place is near enough.
            at = max(0, self._text.find(written))
        else:
            self._seen[written] = at + 1
        return self._position(at)

    def _position(self, offset: int) -> tuple[int, int]:
        if not self._starts:  # most texts are never asked
            self._starts = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

"""What a person sees while something takes long: one line that is overwritten, nothing at all in a pipe; and at once."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from memberstudios.words import Words

_CLEAR_LINE = "\r\x1b[K"


class Terminal:
    """Shows the step that is being done, on standard error."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._is_shown = sys.stderr.isatty()

    def begin(self, step: str) -> None:
        """Replace the line by the name of `step`."""
        if self._is_shown:
            sys.stderr.write(_CLEAR_LINE + self._words(f"terminal.step_{step}"))
            sys.stderr.flush()

    def end(self) -> None:
        """Leave an empty line for what comes."""
        if self._is_shown:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step that is shown while the block runs."""
        self.begin(name)
        try:
            yield
        finally:
            self.end()

    def say(self, text: str) -> None:
        """Write to standard output without waiting for more."""
        sys.stdout.write(text)
        sys.stdout.flush()

    def complain(self, text: str) -> None:
        """Write to standard error without waiting for more."""
        sys.stderr.write(text)
        sys.stderr.flush()

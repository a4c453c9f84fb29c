"""Every kind of page in order: the one table of what a site consists of."""

from collections.abc import Callable, Iterator
from typing import Final

from memberstudios.directory.directory import Directory
from memberstudios.render.output import Output
from memberstudios.words import Words

Kind = Callable[[Directory, Words], Iterator[Output]]

KINDS: Final[tuple[Kind, ...]] = ()


def plan(directory: Directory, words: Words) -> Iterator[Output]:
    """All outputs of a site, in the order of its kinds."""
    for outputs in KINDS:
        yield from outputs(directory, words)

"""The coverage of each committee as pages and the office ask for it: made once for all of them. Knows no page."""

from functools import partial
from typing import Final

from memberstudios.directory import coverage
from memberstudios.directory.coverage import Coverage, Sitting
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.words import Words

SEATS: Final = "seats"
"""The name of who sits where among what is derived from studios."""
COVERAGE: Final = "coverage"
"""The name of coverages among what is derived from organizations."""


def make_sitting(directory: Directory, words: Words, id_: str) -> Sitting:  # noqa: ARG001 - as all that is derived
    """Who sits in a studio."""
    return coverage.sitting(directory, id_)


def make_coverage(directory: Directory, words: Words, id_: str) -> Coverage:
    """The coverage of an organization."""
    return coverage.coverage(directory, id_, directory.made(SEATS, "studio", partial(make_sitting, directory, words)))


def coverages(directory: Directory, words: Words) -> Shelf[Coverage]:
    """Of every organization; made when asked for, where they are not kept from an earlier build."""
    return directory.made(COVERAGE, "organization", partial(make_coverage, directory, words))

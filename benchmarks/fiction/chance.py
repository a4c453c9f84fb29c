"""Reproducible chance: every record has its own stream, so that any record can be made without the others.

Only `Random.random()` is used, because its sequence for a seed is the one that Python promises to keep.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")

ANCHOR = date(2026, 11, 1)
"""What has happened lies before this day; what is planned lies in the next year."""


class Chance:
    """A stream of choices that depends on the seed and on the record's name alone."""

    __slots__ = ("_next",)

    def __init__(self, *name: object) -> None:
        self._next = Random(":".join(map(str, name))).random

    def pick(self, options: Sequence[T]) -> T:
        return options[int(self._next() * len(options))]

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def near(self, centre: float, spread: float) -> float:
        return centre + (self._next() * 2 - 1) * spread

    def happens(self, share: float) -> bool:
        return self._next() < share

    def day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.number(0, (last - first).days))

"""Dates of the precision that was written: a year, a month or a day. No clock here."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from memberstudios.base.dataclass import dataclass

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`2019`, `2019-05` or `2019-05-12`; ISO 8601-1 reduced precision."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that `text` writes. Raises ValueError for any other text and for days that do not exist."""
        match = _WRITTEN.match(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
        return cls(year or 0, month, day)

    @property
    def first(self) -> date:
        """The first day of the period."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of the period; `to: 2019-05` includes May 31."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@lru_cache(1 << 14)
def partial_date(text: str) -> PartialDate:
    """`PartialDate.parse`, remembered: a directory repeats few dates many times."""
    return PartialDate.parse(text)


def later(day: date, days: int) -> date:
    """So many days after a day (before it, if negative), but no farther than dates go."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def written(day: date) -> PartialDate:
    """A day as records have it."""
    return PartialDate(day.year, day.month, day.day)

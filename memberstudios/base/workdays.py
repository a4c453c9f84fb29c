"""Days off and working days as the State Council publishes them, year by year, with corrections by hand.

`chinesecalendar` has what was published; it is imported when it is first asked, since most builds never ask.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later

_SATURDAY = 5
_LONGEST_HOLIDAY_DAYS = 31


class Unpublished(LookupError):
    """What is asked depends on a `year` whose days off nobody has published yet."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.year = day.year


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The published calendar with corrections: `days_off` and `workdays` win over it.

    A year that the published calendar does not know counts as published when its New Year's Day is among `days_off`:
    then it is given in full.
    """

    days_off: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    @classmethod
    def corrected(cls, days_off: Iterable[date], workdays: Iterable[date]) -> "WorkCalendar":
        """The published calendar with these corrections; a day in both lists is a day off."""
        off = frozenset(days_off)
        return cls(off, frozenset(workdays) - off)

    def is_published(self, year: int) -> bool:
        """Whether the days off of a year are known."""
        return year in _published_years() or date(year, 1, 1) in self.days_off

    def is_holiday(self, day: date) -> bool:
        """Whether a day is a listed day off; an ordinary weekend is none. Raises Unpublished."""
        self._ask(day)
        return day in self.days_off or (day not in self.workdays and day in _published()[0])

    def is_make_up(self, day: date) -> bool:
        """Whether a Saturday or Sunday is a working day. Raises Unpublished."""
        return day.weekday() >= _SATURDAY and self.is_workday(day)

    def is_workday(self, day: date) -> bool:
        """Whether people work on a day. Raises Unpublished."""
        if self.is_holiday(day):
            return False
        return day.weekday() < _SATURDAY or day in self.workdays or day in _published()[1]

    def next_workday(self, day: date, step: int) -> date:
        """The first workday after a day, or before it with a `step` of -1. Raises Unpublished."""
        for days in range(1, _LONGEST_HOLIDAY_DAYS + 1):
            other = later(day, step * days)
            if self.is_workday(other):
                return other
        raise Unpublished(day)

    def _ask(self, day: date) -> None:
        if not self.is_published(day.year):
            raise Unpublished(day)


@cache
def _published() -> tuple[frozenset[date], frozenset[date]]:
    """Days off, and weekends on which people work."""
    from chinese_calendar.constants import holidays, workdays

    return frozenset(holidays), frozenset(workdays)


@cache
def _published_years() -> frozenset[int]:
    return frozenset(day.year for day in _published()[0])

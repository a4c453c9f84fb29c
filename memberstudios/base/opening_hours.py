"""Opening hours in a subset of OSM's `opening_hours`: `Mo-Fr 09:00-12:00,14:30-17:30; Sa off`.

No `PH` and `SH`: which days are holidays is the calendar's business. Days that are not named are unknown.
"""

import re
from functools import lru_cache

from memberstudios.base.dataclass import dataclass

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

_DAY = "|".join(DAYS)
_RULE = re.compile(
    rf"(?P<days>(?:{_DAY})(?:-(?:{_DAY}))?(?:,(?:{_DAY})(?:-(?:{_DAY}))?)*) +(?P<times>off|[\d:,\- ]+)\Z"
)
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)\Z", re.ASCII)
_HOLIDAY = re.compile(r"\b(?:PH|SH)\b")


class HolidayInHours(ValueError):
    """The text names `PH` or `SH`."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`week[0]` is Monday: its spans as (`09:00`, `12:00`); `()` is closed, None is not stated."""

    written: str
    week: tuple[tuple[tuple[str, str], ...] | None, ...]


@lru_cache(1 << 12)
def opening_hours(text: str) -> OpeningHours:
    """The week that `text` describes. Later rules win. Raises HolidayInHours, or ValueError for any other text."""
    if _HOLIDAY.search(text):
        raise HolidayInHours(text)
    week: list[tuple[tuple[str, str], ...] | None] = [None] * 7
    for rule in text.split(";"):
        match = _RULE.match(rule.strip())
        if match is None:
            raise ValueError(rule.strip())
        spans = _spans(match["times"])
        for day in _days(match["days"]):
            week[day] = spans
    return OpeningHours(text, tuple(week))


def _days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += range(start, end + 1) if start <= end else [*range(start, 7), *range(end + 1)]
    return days


def _spans(text: str) -> tuple[tuple[str, str], ...]:
    if text == "off":
        return ()
    spans: list[tuple[str, str]] = []
    for part in text.split(","):
        match = _SPAN.match(part.strip())
        if match is None:
            raise ValueError(part.strip())
        opens, closes = f"{match[1]}:{match[2]}", match[3]
        if opens >= closes or (spans and opens < spans[-1][1]):
            raise ValueError(part.strip())
        spans.append((opens, closes))
    return tuple(spans)

"""Days in words: dates as precise as they were written, days of the week. No clock here."""

from datetime import date
from itertools import pairwise

from memberstudios.base.dates import PartialDate
from memberstudios.base.opening_hours import DAYS
from memberstudios.words import Words


def date_text(words: Words, day: PartialDate) -> str:
    """2019年5月12日, 2019年5月 or 2019年."""
    precision = "day" if day.day else "month" if day.month else "year"
    return words(f"format.date_{precision}", year=day.year, month=day.month, day=day.day)


def day_text(words: Words, day: PartialDate, beside: date) -> str:
    """10月7日（周三）; the year only where it differs from the one of `beside`."""
    if day.day is None:
        return date_text(words, day)
    key = "days.day" if day.year == beside.year else "days.day_of_year"
    return words(key, year=day.year, month=day.month, day=day.day, weekday=weekday(words, day.first.weekday()))


def days_text(words: Words, days: list[int]) -> str:
    """Days of a week (0 is Monday), in order: 每天, 周一至周五, 周二、周四."""
    if len(days) == len(DAYS):
        return words("days.every_day")
    names = [weekday(words, day) for day in days]
    if len(days) > 2 and all(after == before + 1 for before, after in pairwise(days)):
        return words("days.days", first=names[0], last=names[-1])
    return words("days.separator").join(names)


def weekday(words: Words, day: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return words(f"days.weekday.{DAYS[day].lower()}")

"""Duty rules in words: 每周三 9:00 至 11:30，遇法定假日顺延到下一个工作日. Computes no session and names no "today"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from memberstudios.base.dataclass import dataclass
from memberstudios.base.opening_hours import DAYS
from memberstudios.directory.directory import Directory
from memberstudios.pages.days import day_text, days_text, weekday
from memberstudios.pages.hours_text import times_text
from memberstudios.pages.people import in_office
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.studio import Studio
from memberstudios.words import Words

_BY_DAY = re.compile(r"(-?\d)?([A-Z]{2})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyText:
    """One rule: `when` (每周三 9:00 至 11:30), what happens on holidays, from when to when, who takes turns, what is changed.

    Everything but `when` and `holiday` may be empty.
    """

    when: str
    holiday: str
    period: str
    rotation: str
    exceptions: tuple[str, ...]


def duty_texts(directory: Directory, words: Words, rules: Iterable[DutyRule]) -> tuple[DutyText, ...]:
    """The rules that have not ended, in words; of their exceptions those that are still ahead."""
    return tuple(_text(directory, words, rule, rule.exceptions) for rule in current_rules(rules, directory.day))


def duty_texts_without_names(directory: Directory, words: Words, rules: Iterable[DutyRule]) -> tuple[DutyText, ...]:
    """The same, naming nobody: where it stands on one member's page, the others may not have agreed to be named."""
    return tuple(
        replace(_text(directory, words, rule, [one for one in rule.exceptions if one.action != "swap"]), rotation="")
        for rule in current_rules(rules, directory.day)
    )


def _text(directory: Directory, words: Words, rule: DutyRule, exceptions: Iterable[DutyException]) -> DutyText:
    return DutyText(
        when=when_text(words, rule),
        holiday=words(f"duty_text.holiday.{rule.on_holiday}"),
        period=_period(words, rule, directory.day),
        rotation=_rotation(directory, words, rule),
        exceptions=tuple(
            _exception(directory, words, exception)
            for exception in sorted(exceptions, key=lambda exception: exception.date.first)
            if max(exception.date.last, (exception.to or exception.date).last) >= directory.day
        ),
    )


def current_rules(rules: Iterable[DutyRule], day: date) -> tuple[DutyRule, ...]:
    """The rules that hold on `day` or will hold later."""
    return tuple(rule for rule in rules if rule.ends is None or rule.ends.last >= day)


def duty_sentence(directory: Directory, words: Words, studio: Studio) -> str:
    """When members receive people: the rules that hold, else those to come with their day, else as the office writes it."""
    rules = current_rules(studio.duty, directory.day) if studio.duty else ()
    begun = [when_text(words, rule) for rule in rules if rule.starts.first <= directory.day]
    to_come = (
        words("duty_text.from", period=_period(words, rule, directory.day), when=when_text(words, rule))
        for rule in rules
    )
    return words("hours_text.row_separator").join(begun or to_come) or studio.duty_text or ""


def when_text(words: Words, rule: DutyRule) -> str:
    """The days and the time of a rule: 每月第二个周三 9:00 至 11:30."""
    days = _weekly(words, rule) if rule.freq == "weekly" else _monthly(words, rule)
    return words("duty_text.when", days=days, times=times_text(words, rule.opens_at, rule.closes_at))


def _weekly(words: Words, rule: DutyRule) -> str:
    days = sorted({_weekday_of(text) for text in rule.by_day} or {rule.starts.first.weekday()})
    if rule.interval == 1:
        every = words("duty_text.every_day") if len(days) == len(DAYS) else ""
        return every or words("duty_text.weekly", days=days_text(words, days))
    key = "duty_text.fortnightly" if rule.interval == 2 else "duty_text.weeks"
    return words(key, days=days_text(words, days), count=rule.interval)


def _monthly(words: Words, rule: DutyRule) -> str:
    parts = [_of_month(words, text) for text in rule.by_day]
    parts += [words("duty_text.month_day", day=day) for day in rule.by_month_day]
    days = words("days.separator").join(parts or [words("duty_text.month_day", day=rule.starts.first.day)])
    key = "duty_text.monthly" if rule.interval == 1 else "duty_text.months"
    return words(key, days=days, count=rule.interval)


def _of_month(words: Words, text: str) -> str:
    """`2WE` is the second Wednesday, `-1FR` the last Friday, `WE` each of them (RFC 5545)."""
    match = _BY_DAY.match(text)
    name = weekday(words, _weekday_of(text))
    if match is None or match[1] is None:
        return words("duty_text.each_of_month", weekday=name)
    order = "last" if match[1].startswith("-") else "nth"
    return words(f"duty_text.{order}.{match[1].removeprefix('-')}", weekday=name)


def _weekday_of(text: str) -> int:
    return DAYS.index(text[-2:].capitalize())


def _period(words: Words, rule: DutyRule, day: date) -> str:
    parts = []
    if rule.starts.first > day:
        parts.append(words("duty_text.starts", day=day_text(words, rule.starts, day)))
    if rule.ends is not None:
        parts.append(words("duty_text.ends", day=day_text(words, rule.ends, day)))
    return words("interface.comma").join(parts)


def _rotation(directory: Directory, words: Words, rule: DutyRule) -> str:
    if rule.rotation is None:
        return ""
    names = _names(directory, words, (id_ for id_ in rule.rotation.members if in_office(directory, id_)))
    if not names:
        return ""
    return words("duty_text.rotation", names=names, count=rule.rotation.per_session)


def _names(directory: Directory, words: Words, ids: Iterable[str]) -> str:
    known = (directory.members[id_].name for id_ in ids if id_ in directory.members)
    return words("days.separator").join(known)


def _exception(directory: Directory, words: Words, exception: DutyException) -> str:
    day = day_text(words, exception.date, directory.day)
    times = ""
    if exception.opens_at is not None and exception.closes_at is not None:
        times = times_text(words, exception.opens_at, exception.closes_at)
    if exception.action == "cancel":
        text = words("duty_text.cancel", day=day)
    elif exception.action == "swap":
        text = words("duty_text.swap", day=day, names=_names(directory, words, exception.members))
    elif exception.to is None or exception.to == exception.date:
        text = words("duty_text.retime", day=day, times=times)
    else:
        text = words("duty_text.move", day=day, to=day_text(words, exception.to, directory.day), times=times).rstrip()
    return words("duty_text.because", text=text, reason=exception.reason) if exception.reason else text

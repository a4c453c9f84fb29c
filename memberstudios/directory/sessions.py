"""Duty sessions: on which day which members receive people at a studio. Knows no "today": a rule gives the same sessions
on whatever day it is asked.

A rule's nominal dates are numbered from `starts` (RFC 5545's BYDAY, BYMONTHDAY, INTERVAL; weeks begin on Monday). Each
takes its turn of the rotation, also when it is not held. Then holidays and exceptions say when it really is.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.base.opening_hours import DAYS
from memberstudios.base.workdays import Unpublished, WorkCalendar
from memberstudios.records.duty import DutyException, DutyRule, Rotation

How = Literal["held", "moved", "cancelled", "holiday"]
"""As the rule says; on another day or at another time; announced as cancelled; left out on a day off."""

Serves = Callable[[str, date], bool]
"""Whether a member serves on a day."""

_BY_DAY: Final = re.compile(r"(-?\d)?([A-Z]{2})\Z")
_SHIFTS: Final = {"shift_next_workday": 1, "shift_previous_workday": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting. `nominal` is the day that the rule gives; `day` and times are those at which it is held or would be.

    `members` are whose turn it is, `swapped` whether others were announced instead. `changes` is the number of exceptions,
    `stamp` the day of the newest. `awaits` is the year whose days off are not published yet, where it depends on them:
    else 0.
    """

    rule: str
    nominal: date
    day: date
    opens_at: str
    closes_at: str
    how: How
    members: tuple[str, ...] = ()
    swapped: bool = False
    reason: str = ""
    changes: int = 0
    stamp: date
    awaits: int = 0

    @property
    def is_held(self) -> bool:
        return self.how in ("held", "moved")

    @property
    def is_sure(self) -> bool:
        return self.awaits == 0


def sessions(rule: DutyRule, calendar: WorkCalendar, serves: Serves, first: date, last: date) -> Iterator[Session]:
    """The sessions of a rule whose nominal day lies from `first` to `last`, in the order of those days."""
    changed: dict[date, list[DutyException]] = {}
    for exception in rule.exceptions:
        changed.setdefault(exception.date.first, []).append(exception)
    turns = _turns(rule.rotation, serves)
    for nominal in nominal_dates(rule, last):
        members = turns(nominal)
        if nominal >= first:
            yield _session(rule, calendar, nominal, members, changed.get(nominal, ()))


def nominal_dates(rule: DutyRule, last: date) -> Iterator[date]:
    """The days that a rule gives, from its start to its end or to `last`, before holidays and exceptions."""
    starts, until = rule.starts.first, last if rule.ends is None else min(last, rule.ends.last)
    dates = _weekly(rule, until) if rule.freq == "weekly" else _monthly(rule, until)
    return (day for day in dates if starts <= day <= until)


def _weekly(rule: DutyRule, until: date) -> Iterator[date]:
    starts = rule.starts.first
    weekdays = sorted({weekday_of(text) for text in rule.by_day} or {starts.weekday()})
    first, last = starts.toordinal(), until.toordinal()
    for monday in range(first - starts.weekday(), last + 1, 7 * rule.interval):
        yield from (date.fromordinal(monday + weekday) for weekday in weekdays if monday + weekday <= last)


def _monthly(rule: DutyRule, until: date) -> Iterator[date]:
    year, month = rule.starts.first.year, rule.starts.first.month
    while year <= date.max.year and date(year, month, 1) <= until:
        yield from sorted(set(_of_month(rule, year, month)))
        year, month = divmod(year * 12 + month - 1 + rule.interval, 12)
        month += 1


def _of_month(rule: DutyRule, year: int, month: int) -> Iterator[date]:
    first = date(year, month, 1)
    length = monthrange(year, month)[1]
    if not rule.by_day and not rule.by_month_day:
        yield from (first.replace(day=day) for day in (rule.starts.first.day,) if day <= length)
    yield from (first.replace(day=day) for day in rule.by_month_day if day <= length)
    for text in rule.by_day:
        match = _BY_DAY.match(text)
        nth = int(match[1] or 0) if match else 0
        fitting = range((weekday_of(text) - first.weekday()) % 7 + 1, length + 1, 7)
        if nth == 0:
            yield from (first.replace(day=day) for day in fitting)
        elif abs(nth) <= len(fitting):
            yield first.replace(day=fitting[nth - 1 if nth > 0 else nth])


def weekday_of(text: str) -> int:
    """The day of the week of a BYDAY such as `2WE`; 0 is Monday."""
    return DAYS.index(text[-2:].capitalize())


def _turns(rotation: Rotation | None, serves: Serves) -> Callable[[date], tuple[str, ...]]:
    """Who is next, asked once for each nominal date in order. Whoever does not serve then is passed over."""
    if rotation is None or not rotation.members:
        return lambda _: ()
    members = rotation.members
    at = members.index(rotation.starts_with) if rotation.starts_with in members else 0

    def turn(day: date) -> tuple[str, ...]:
        nonlocal at
        found: list[str] = []
        passed = 0
        while len(found) < rotation.per_session and passed < len(members):
            member = members[(at + passed) % len(members)]
            passed += 1
            if serves(member, day) and member not in found:
                found.append(member)
        at = (at + passed) % len(members)
        return tuple(found)

    return turn


def _session(
    rule: DutyRule,
    calendar: WorkCalendar,
    nominal: date,
    members: tuple[str, ...],
    exceptions: Sequence[DutyException],
) -> Session:
    """Exceptions in the order in which they were announced: the last that speaks of the day decides, and no holiday.
    A swap speaks of members alone.
    """
    day, opens_at, closes_at = nominal, rule.opens_at, rule.closes_at
    how: How = "held"
    swapped, reason, decided = False, "", False
    for exception in sorted(exceptions, key=lambda one: one.announced.first):
        reason = exception.reason or reason
        if exception.action == "swap":
            members, swapped = exception.members, True
            continue
        decided = True
        if exception.action == "cancel":
            how = "cancelled"
        else:
            how = "moved"
            day = (exception.to or exception.date).first
            opens_at = exception.opens_at or opens_at
            closes_at = exception.closes_at or closes_at
    awaits = 0
    if not decided:
        day, how, awaits = _on_holiday(rule, calendar, nominal)
    return Session(
        rule=rule.id,
        nominal=nominal,
        day=day,
        opens_at=opens_at,
        closes_at=closes_at,
        how=how,
        members=members,
        swapped=swapped,
        reason=reason,
        changes=len(exceptions),
        stamp=max((one.announced.first for one in exceptions), default=rule.starts.first),
        awaits=awaits,
    )


def _on_holiday(rule: DutyRule, calendar: WorkCalendar, nominal: date) -> tuple[date, How, int]:
    """The day of a session that nobody has announced otherwise, how it is held, and the year that this awaits, or 0.

    Where only the day to which it moves is not known yet, it is left out on its own.
    """
    if rule.on_holiday == "keep":
        return nominal, "held", 0
    try:
        if not calendar.is_holiday(nominal):
            return nominal, "held", 0
    except Unpublished as unpublished:
        return nominal, "held", unpublished.year
    if rule.on_holiday == "skip":
        return nominal, "holiday", 0
    try:
        return calendar.next_workday(nominal, _SHIFTS[rule.on_holiday]), "moved", 0
    except Unpublished as unpublished:
        return nominal, "holiday", unpublished.year

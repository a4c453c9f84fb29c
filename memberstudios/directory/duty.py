"""The duty sessions of a studio, as its record and its planned changes have it over a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from memberstudios.base.dates import PartialDate
from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.day import periods
from memberstudios.directory.directory import Directory
from memberstudios.directory.sessions import Serves, Session, sessions
from memberstudios.records.duty import DutyRule, Rotation
from memberstudios.records.site import Calendar
from memberstudios.records.studio import Studio

BACK_DAYS: Final = 30
AHEAD_DAYS: Final = 180
"""What pages and calendars hold of the past and of what comes."""

_MOVED_BY_DAYS: Final = 92
"""Sessions that an announcement moves farther than this into what is asked for are not found."""
_RECEIVES: Final = ("open", "unknown")
_MEMBERS: Final = ("convenor", "deputy", "member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The sessions around a day, in the order of their days."""

    sessions: tuple[Session, ...] = ()


def duty(directory: Directory, id_: str) -> Duty:
    """The sessions of a studio from `BACK_DAYS` before the directory's day to `AHEAD_DAYS` after it."""
    if not _may_have_duty(directory, id_):
        return Duty()
    day = directory.day
    first, last = day - timedelta(days=BACK_DAYS), day + timedelta(days=AHEAD_DAYS)
    return Duty(sessions=sessions_of(directory, id_, first, last))


def sessions_of(directory: Directory, id_: str, first: date, last: date) -> tuple[Session, ...]:
    """The sessions of a studio that are or would have been held from `first` to `last`, in the order of their days."""
    margin = timedelta(days=_MOVED_BY_DAYS)
    found = [
        session
        for session in _nominal(directory, id_, first - margin, last + margin)
        if first <= session.day <= last or first <= session.nominal <= last
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.opens_at, one.rule, one.nominal)))


def work_calendar(directory: Directory) -> WorkCalendar:
    """The published days off with the directory's corrections."""
    return _corrected(directory.calendar)


@cache
def _corrected(calendar: Calendar) -> WorkCalendar:
    return WorkCalendar.corrected((day.first for day in calendar.days_off), (day.first for day in calendar.workdays))


def _may_have_duty(directory: Directory, id_: str) -> bool:
    """Asks the record only, so that of most studios nothing depends on the day."""
    entry = directory.entry("studio", id_)
    return entry is not None and any(studio.duty for _, _, studio in periods(entry))


def _nominal(directory: Directory, id_: str, first: date, last: date) -> Iterator[Session]:
    """The sessions whose nominal day lies between two days, period by period."""
    entry = directory.entry("studio", id_)
    if entry is None:
        return
    calendar = work_calendar(directory)
    for begins, ends, studio in periods(entry):
        if not studio.duty or studio.status not in _RECEIVES:
            continue
        since = max(first, begins, _first(studio.valid_from))
        until = min(last, ends, _last(studio.valid_to), _last(studio.closed_on))
        serves = _serving(directory, studio)
        for rule in studio.duty:
            yield from sessions(_with_members(rule, studio), calendar, serves, since, until)


def _with_members(rule: DutyRule, studio: Studio) -> DutyRule:
    """Where nobody takes turns and one member alone sits in the studio, it is that one who receives people."""
    seated = {seat.member for seat in studio.members if seat.role in _MEMBERS}
    if rule.rotation is not None or len(seated) != 1:
        return rule
    return replace(rule, rotation=Rotation(members=tuple(seated)))


def _serving(directory: Directory, studio: Studio) -> Serves:
    """Whether a member serves in a studio on a day: sits there, and is in office."""
    known: dict[str, list[tuple[date, date]]] = {}

    def serves(member: str, day: date) -> bool:
        times = known.get(member)
        if times is None:
            times = known[member] = list(serving_times(directory, studio, member))
        return any(first <= day <= last for first, last in times)

    return serves


def serving_times(directory: Directory, studio: Studio, member: str) -> Iterator[tuple[date, date]]:
    """From when to when a member serves in a studio, for each seat."""
    entry = directory.entry("member", member)
    if entry is None:
        return
    record = entry.record
    begins, ends = max(_first(record.from_), _first(record.valid_from)), min(_last(record.to), _last(record.valid_to))
    for seat in studio.members:
        if seat.member == member:
            yield max(begins, _first(seat.from_)), min(ends, _last(seat.to))


def _first(day: PartialDate | None) -> date:
    return date.min if day is None else day.first


def _last(day: PartialDate | None) -> date:
    return date.max if day is None else day.last

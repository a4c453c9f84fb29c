"""The duty sessions of a studio, as its record and its planned changes have it over a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, later
from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.day import periods
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.directory.sessions import Serves, Session, sessions
from memberstudios.records.duty import DutyRule, Rotation
from memberstudios.records.site import Calendar
from memberstudios.records.studio import Studio

BACK_DAYS: Final = 30
AHEAD_DAYS: Final = 180
"""What pages and calendars hold of the past and of what comes."""

_SHIFTED_BY_DAYS: Final = 31
"""No holiday moves a session farther."""
RECEIVES: Final = ("open", "unknown")
"""States in which a studio receives people, as far as anybody knows."""
_MEMBERS: Final = ("convenor", "deputy", "member")


Time = tuple[date, date, Studio]
"""A studio as it is from a day to a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The sessions around a day, in the order of their days."""

    sessions: tuple[Session, ...] = ()


def duty(directory: Directory, id_: str) -> Duty:
    """The sessions of a studio from `BACK_DAYS` before the directory's day to `AHEAD_DAYS` after it."""
    if not _may_have_duty(directory, id_):
        return Duty()
    day = directory.day
    return Duty(sessions=sessions_of(directory, id_, later(day, -BACK_DAYS), later(day, AHEAD_DAYS)))


def sessions_of(directory: Directory, id_: str, first: date, last: date) -> tuple[Session, ...]:
    """The sessions of a studio that are or would have been held from `first` to `last`, in the order of their days."""
    entry = directory.entry("studio", id_)
    if entry is None:
        return ()
    times = times_of(entry)
    receiving = [(begins, ends, studio) for begins, ends, studio in times if studio.status in RECEIVES]
    found = [
        session
        for session in _nominal(directory, times, receiving, *_with_moved(receiving, first, last))
        if first <= session.day <= last or first <= session.nominal <= last
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.opens_at, one.rule, one.nominal)))


def times_of(entry: Entry) -> list[Time]:
    """A studio as it is from a day to a day, as far as it is there at all."""
    return [
        (max(begins, _first(studio.valid_from)), min(ends, _last(studio.valid_to), _last(studio.closed_on)), studio)
        for begins, ends, studio in periods(entry)
    ]


def stays(directory: Directory, id_: str) -> list[Time]:
    """A listed studio as it is from a day to a day, one after the other over all days."""
    studio = directory.studios[id_]
    entry = directory.entry("studio", id_) if studio.changes else None
    return [(date.min, date.max, studio)] if entry is None else list(periods(entry))


def studio_then(directory: Directory, id_: str, day: date) -> Studio:
    """A listed studio as it will be on a day, or was."""
    return next(studio for _, ends, studio in stays(directory, id_) if day <= ends)


def _with_moved(times: Iterable[Time], first: date, last: date) -> tuple[date, date]:
    """Two days, widened to the nominal days of all that is moved to between them."""
    days = [first, last]
    for _, _, studio in times:
        exceptions = (exception for rule in studio.duty for exception in rule.exceptions)
        days += (one.date.first for one in exceptions if one.to is not None and first <= one.to.first <= last)
    return later(min(days), -_SHIFTED_BY_DAYS), later(max(days), _SHIFTED_BY_DAYS)


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


def _nominal(
    directory: Directory, times: Sequence[Time], receiving: Sequence[Time], first: date, last: date
) -> Iterator[Session]:
    """The sessions whose nominal day lies between two days, time by time. Turns go by who sat there at each time."""
    calendar = work_calendar(directory)
    serves = _serving(directory, times)
    for begins, ends, studio in receiving:
        for rule in studio.duty:
            for session in sessions(_with_members(rule, studio), calendar, serves, max(first, begins), min(last, ends)):
                yield _received(session, receiving)


def _received(session: Session, times: Iterable[Time]) -> Session:
    """A session that moves to a day on which the studio receives nobody is not held."""
    if session.how != "moved" or any(begins <= session.day <= ends for begins, ends, _ in times):
        return session
    if session.changes:
        return replace(session, how="cancelled")
    return replace(session, how="holiday", day=session.nominal)


def _with_members(rule: DutyRule, studio: Studio) -> DutyRule:
    """Where nobody takes turns and one member alone sits in the studio, it is that one who receives people."""
    seated = {seat.member for seat in studio.members if seat.role in _MEMBERS}
    if rule.rotation is not None or len(seated) != 1:
        return rule
    return replace(rule, rotation=Rotation(members=tuple(seated)))


def _serving(directory: Directory, times: Sequence[Time]) -> Serves:
    """Whether a member serves in a studio on a day: sits there then, and is in office."""
    known: dict[str, list[tuple[date, date]]] = {}

    def serves(member: str, day: date) -> bool:
        spans = known.get(member)
        if spans is None:
            spans = known[member] = list(serving_times(directory, times, member))
        return any(first <= day <= last for first, last in spans)

    return serves


def serving_times(directory: Directory, times: Iterable[Time], member: str) -> Iterator[tuple[date, date]]:
    """From when to when a member serves in a studio, seat by seat; spans that meet are told as they are written."""
    entry = directory.entry("member", member)
    if entry is None:
        return
    record = entry.record
    from_, to = max(_first(record.from_), _first(record.valid_from)), min(_last(record.to), _last(record.valid_to))
    for begins, ends, studio in times:
        for seat in studio.members:
            if seat.member == member:
                first, last = max(begins, from_, _first(seat.from_)), min(ends, to, _last(seat.to))
                if first <= last:
                    yield first, last


def _first(day: PartialDate | None) -> date:
    return date.min if day is None else day.first


def _last(day: PartialDate | None) -> date:
    return date.max if day is None else day.last

"""Duty sessions as pages list them, and what a page gives the browser to say whether one can go now."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import Final, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later, written
from memberstudios.base.workdays import Unpublished, WorkCalendar
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import Duty, duty, work_calendar
from memberstudios.directory.sessions import Session
from memberstudios.pages.days import day_text
from memberstudios.pages.hours_text import times_text
from memberstudios.pages.visit_now import Meeting, Visit
from memberstudios.records.studio import Studio
from memberstudios.words import Words

DUTY: Final = "duty"
"""The name of sessions among what is derived from studios."""

LISTED: Final = 8
"""Sessions that a studio's page lists; it gives the browser some more."""
_GIVEN: Final = 12
_HOURS_DAYS: Final = 60
"""For so many days a page knows which days are unusual."""


Names = Literal["all", "public", "none"]
"""Of whom a line says the name: those who are there, those of them who agreed to be shown, or nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session: `day` is 12月2日（周三）, `date` the same in ISO 8601; `state` is empty, changed or cancelled.

    `note` says what is different from the rule, and what is not sure; `ends` is 2026-12-02T11:30.
    """

    date: str
    ends: str
    day: str
    times: str
    names: str
    note: str
    state: str


def studio_duty(directory: Directory, id_: str) -> Duty:
    """The sessions of a studio around the day; kept from an earlier build where nothing changed."""
    found: Duty = directory.made(DUTY, "studio", partial(make_duty, directory, None))[id_]
    return found


def make_duty(directory: Directory, _words: Words | None, id_: str) -> Duty:
    """The sessions of a studio, from its record."""
    return duty(directory, id_)


def coming(directory: Directory, id_: str) -> Iterator[Session]:
    """The sessions of a studio that are not over: that day or the rule's is still ahead. Asks for the day only if any."""
    for session in studio_duty(directory, id_).sessions:
        if max(session.day, session.nominal) >= directory.day:
            yield session


def session_lines(
    directory: Directory, words: Words, sessions: Iterable[Session], names: Names
) -> tuple[SessionLine, ...]:
    """Sessions in words."""
    beside = directory.day
    return tuple([_line(directory, words, one, beside, names, _note(words, one, beside)) for one in sessions])


def month_lines(
    directory: Directory, words: Words, sessions: Iterable[Session], month: date
) -> tuple[SessionLine, ...]:
    """Sessions of one month under its heading: the year, and that days off are not published, stand there once."""
    return tuple(
        _line(directory, words, one, month, "all", _note(words, replace(one, awaits=0), month)) for one in sessions
    )


def awaited(words: Words, sessions: Iterable[Session]) -> str:
    """That sessions depend on days off which are not published, empty where none does."""
    year = next((one.awaits for one in sessions if one.awaits), 0)
    return words("duty_text.not_sure", year=year) if year else ""


def _line(directory: Directory, words: Words, session: Session, beside: date, names: Names, note: str) -> SessionLine:
    state = "" if session.how == "held" else "changed" if session.how == "moved" else "cancelled"
    return SessionLine(
        date=session.day.isoformat(),
        ends=f"{session.day}T{session.closes_at}",
        day=day_text(words, written(session.day), beside),
        times=times_text(words, session.opens_at, session.closes_at),
        names="" if names == "none" else _names(directory, words, session, names),
        note=note,
        state=state,
    )


def _names(directory: Directory, words: Words, session: Session, names: Names) -> str:
    """Who is there; of those who are not named how many."""
    members = [directory.members[id_] for id_ in session.members if id_ in directory.members]
    found = [member.name for member in members if names == "all" or directory.is_public(member)]
    unnamed = len(members) - len(found)
    if unnamed:
        found.append(words("duty.others" if found else "duty.unnamed", count=unnamed))
    return words("days.separator").join(found)


def _note(words: Words, session: Session, beside: date) -> str:
    parts = []
    if session.how == "moved":
        nominal = day_text(words, written(session.nominal), beside)
        parts.append(
            words("duty_text.was_on", day=nominal) if session.day != session.nominal else words("duty_text.was_at")
        )
    elif session.how != "held":
        parts.append(words(f"duty_text.is_{session.how}"))
    if session.swapped and session.is_held:
        parts.append(words("duty_text.others"))
    if session.reason:
        parts.append(words("duty_text.reason", reason=session.reason))
    if session.awaits:
        key = "not_sure" if session.is_held else "not_known"
        parts.append(words(f"duty_text.{key}", year=session.awaits))
    return words("interface.comma").join(parts)


def visit_text(words: Words, studio: Studio) -> str:
    """What one must do before coming, empty where one may simply come."""
    return "" if studio.visit in (None, "regular") else words(f"duty.visit.{studio.visit}")


def visit_data(directory: Directory, studio: Studio) -> str:
    """What the browser needs to say whether one can go now, as JSON; empty where there is nothing to reckon with."""
    sessions = tuple(coming(directory, studio.id))[:_GIVEN]
    if not sessions and studio.hours is None:
        return ""
    return as_json(
        Visit(
            made=directory.day.isoformat(),
            visit=studio.visit or "",
            sessions=tuple(_meeting(session) for session in sessions),
            hours=None if studio.hours is None else studio.hours.week,
            unusual=() if studio.hours is None else unusual_days(directory, _HOURS_DAYS),
        )
    )


def as_json(visit: Visit) -> str:
    """As `assets/js/visit.js` reads it."""
    fields = {name: getattr(visit, name) for name in Visit.__slots__}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _meeting(session: Session) -> Meeting:
    return session.day.isoformat(), session.opens_at, session.closes_at, session.how, session.nominal.isoformat()


def unusual_days(directory: Directory, count: int) -> tuple[str, ...]:
    """Days off and working weekends among the next `count` days; a year that is not published is one as a whole."""
    return _unusual(work_calendar(directory), directory.day, count)


@lru_cache(4)
def _unusual(calendar: WorkCalendar, first: date, count: int) -> tuple[str, ...]:
    """Remembered: the same for all studios of a build."""
    found = []
    for days in range(count):
        day = later(first, days)
        try:
            if calendar.is_holiday(day) or calendar.is_make_up(day):
                found.append(day.isoformat())
        except Unpublished:
            return (*found, str(day.year))
    return tuple(found)

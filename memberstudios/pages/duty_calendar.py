"""Duty as calendars: of a studio, of a member who agreed to be shown, of an area. Each session is the same event in all."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from memberstudios.base.coordinates import Position
from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import stays
from memberstudios.pages import addresses
from memberstudios.pages.activity_calendar import (
    activity_event,
    announced_of_member,
    announced_of_studio,
    host_of,
)
from memberstudios.pages.cards import place_text
from memberstudios.pages.duty_lines import session_lines, studio_duty, visit_text
from memberstudios.pages.site_shell import base_url
from memberstudios.records.studio import Studio
from memberstudios.render.calendar import Calendar, Event, event_text
from memberstudios.render.output import Output
from memberstudios.words import Words

EVENTS: Final = "duty_events"
"""The name of events among what is derived from studios."""
LARGEST: Final = 2_000
"""Events in the calendar of one area; a larger one has none, those below it do."""
_ZONE_DAYS: Final = 500
"""For so long to both sides a calendar knows its zone: what was moved may lie outside its other days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioEvents:
    """The events of a studio in the order of their days, and whose turn each is."""

    texts: tuple[str, ...] = ()
    members: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """How to get a calendar: `file` is its path on the site, `subscribe` its `webcal:` address where the site knows its own."""

    file: str
    subscribe: str


def studio_events(directory: Directory, words: Words, id_: str) -> StudioEvents:
    """The events of a studio; kept from an earlier build where nothing changed."""
    found: StudioEvents = directory.made(EVENTS, "studio", partial(make_events, directory, words))[id_]
    return found


def make_events(directory: Directory, words: Words, id_: str) -> StudioEvents:
    """The events of a studio, from its sessions."""
    sessions = studio_duty(directory, id_).sessions if has_duty(directory, id_) else ()
    announced = announced_of_studio(directory, id_)
    base = base_url(directory.site.base_url)
    url = "" if base is None else base + addresses.studio(id_)
    host = host_of(directory)
    lines = session_lines(directory, words, sessions, "public")
    doors = [(ends, _door(directory, words, studio)) for _, ends, studio in stays(directory, id_)] if sessions else []
    texts = []
    for session, line in zip(sessions, lines, strict=True):
        door = next(door for ends, door in doors if session.day <= ends)
        by = words("duty.by", names=line.names) if line.names and session.is_held else ""
        event = Event(
            uid=f"{id_}.{session.rule}.{session.nominal}@{host}",
            sequence=session.changes,
            stamp=session.stamp,
            day=session.day,
            opens=session.opens_at,
            closes=session.closes_at,
            status="CANCELLED" if not session.is_held else "CONFIRMED" if session.is_sure else "TENTATIVE",
            summary=door.summary if session.is_held else door.cancelled,
            description="\n".join(filter(None, (by, line.note, door.advice))),
            location=door.location,
            position=door.position,
            url=url,
        )
        texts.append(event_text(event, directory.site.timezone))
    return StudioEvents(
        texts=(*texts, *(activity_event(directory, words, one) for one in announced)),
        members=(
            *(session.members for session in sessions),
            *(directory.activities[one].members for one in announced),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    """What all events at a studio have in common, as long as it stays as it is."""

    summary: str
    cancelled: str
    advice: str
    location: str
    position: Position | None


def _door(directory: Directory, words: Words, studio: Studio) -> _Door:
    placed = directory.place_of(studio)
    ask = words("duty_calendar.ask") if studio.phone else ""
    advice = (visit_text(words, studio), _phone(words, studio), ask)
    return _Door(
        summary=words("duty_calendar.summary", name=studio.name),
        cancelled=words("duty_calendar.cancelled", name=studio.name),
        advice="\n".join(filter(None, advice)),
        location=words("duty_calendar.online") if studio.is_online else place_text(directory, studio),
        position=None if placed is None or placed.is_approximate else placed.position,
    )


def _phone(words: Words, studio: Studio) -> str:
    return words("duty_calendar.phone", phone=studio.phone[0]) if studio.phone else ""


def has_duty(directory: Directory, id_: str) -> bool:
    """Whether a studio has a duty rule, and so a calendar."""
    return id_ in directory.links.studios_with_duty


def has_calendar(directory: Directory, id_: str) -> bool:
    """Whether there is anything to put into a studio's calendar: duty, or an activity that was announced."""
    return has_duty(directory, id_) or len(announced_of_studio(directory, id_)) > 0


def of_studio(directory: Directory, words: Words, studio: Studio) -> Output:
    """`duty/<studio>.ics`."""
    events = studio_events(directory, words, studio.id).texts
    return _output(
        directory, words, addresses.studio_calendar(studio.id), studio.name, addresses.studio(studio.id), events
    )


def has_member_calendar(directory: Directory, id_: str) -> bool:
    """Whether there is anything to put into a member's calendar: a studio with duty, or an activity that was announced."""
    return any(_with_duty(directory, id_)) or len(announced_of_member(directory, id_)) > 0


def _with_duty(directory: Directory, id_: str) -> Iterator[str]:
    return (one for one in directory.links.studios_of_member.get(id_, ()) if has_duty(directory, one))


def of_member(directory: Directory, words: Words, id_: str) -> Output:
    """`duty/members/<member>.ics`: the member's own sessions."""
    events: dict[str, None] = {}
    for studio in _with_duty(directory, id_):
        found = studio_events(directory, words, studio)
        mine = (text for text, members in zip(found.texts, found.members, strict=True) if id_ in members)
        events |= dict.fromkeys(mine)
    events |= dict.fromkeys(activity_event(directory, words, one) for one in announced_of_member(directory, id_))
    name, page = directory.members[id_].name, addresses.member(directory, id_) or ""
    return _output(directory, words, addresses.member_calendar(id_), name, page, events)


def of_area(directory: Directory, words: Words, id_: str, studios: Iterable[str]) -> Output | None:
    """`duty/areas/<area>.ics`; None where there are more than `LARGEST` events."""
    events: dict[str, None] = {}  # what several studios hold together is one event
    for studio in studios:
        events |= dict.fromkeys(studio_events(directory, words, studio).texts)
        if len(events) > LARGEST:
            return None
    return _output(
        directory, words, addresses.area_calendar(id_), directory.areas.name(id_), addresses.duty_area(id_), events
    )


def _output(directory: Directory, words: Words, path: str, name: str, page: str, events: Iterable[str]) -> Output:
    about = words("duty_calendar.description", name=name, title=directory.site.title)
    return calendar_output(directory, (words("duty_calendar.name", name=name), about), path, page, events)


def calendar_output(
    directory: Directory, named: tuple[str, str], path: str, page: str, events: Iterable[str]
) -> Output:
    """The calendar file at `path`, of events as `event_text` makes them; `named` are its name and what it holds."""
    base = base_url(directory.site.base_url)
    name, about = named
    calendar = Calendar(
        name=name,
        description=about,
        url="" if base is None else base + page,
        zone=directory.site.timezone,
        first=later(directory.day, -_ZONE_DAYS),
        last=later(directory.day, _ZONE_DAYS),
        events=tuple(events),
    )
    return Output(path=path, maker="calendar", view=calendar)


def view(directory: Directory, path: str) -> CalendarView:
    """How to get the calendar at a path of this site."""
    base = base_url(directory.site.base_url)
    return CalendarView(file=path, subscribe="" if base is None else f"webcal:{base.partition(':')[2]}{path}")

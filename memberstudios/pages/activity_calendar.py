"""Activities that were announced, as events: in a calendar of their own, and in those of their studios and members."""

from datetime import date
from typing import Final
from urllib.parse import urlsplit

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.site_shell import base_url
from memberstudios.records.work import Activity
from memberstudios.render.calendar import Event, event_text
from memberstudios.words import Words

_NOWHERE: Final = "member-studios.invalid"
"""The host of a site that does not know its own (RFC 2606)."""

_FIRST: Final = date(2000, 1, 1)


def has_coming(directory: Directory) -> bool:
    """Whether any activity was announced."""
    return len(directory.links.activities_announced) > 0


def announced_of_studio(directory: Directory, id_: str) -> tuple[str, ...]:
    """The announced activities of a studio."""
    return _announced(directory, directory.links.activities_of_studio.get(id_, ()))


def announced_of_member(directory: Directory, id_: str) -> tuple[str, ...]:
    """The announced activities in which a member takes part."""
    return _announced(directory, directory.links.activities_of_member.get(id_, ()))


def _announced(directory: Directory, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in directory.links.activities_announced)


def host_of(directory: Directory) -> str:
    """The host in the name of every event."""
    base = base_url(directory.site.base_url)
    return (urlsplit(base).hostname if base else None) or _NOWHERE


def activity_event(directory: Directory, words: Words, id_: str) -> str:
    """The event of an announced activity; the same text in every calendar that holds it."""
    activity = directory.activities[id_]
    if activity.date is None:  # only those of a day are announced
        raise ValueError(id_)
    base = base_url(directory.site.base_url)
    is_held = activity.state != "cancelled"
    end = activity.end_date or activity.date
    by_hours = activity.opens_at is not None and end == activity.date
    event = Event(
        uid=f"{id_}.activity@{host_of(directory)}",
        sequence=_sequence(activity),
        stamp=(activity.announced or activity.assured_date or activity.date).first,
        day=activity.date.first,
        until=end.first if end.day is not None else activity.date.first,
        opens=activity.opens_at or "" if by_hours else "",
        closes=activity.closes_at or "" if by_hours else "",
        status="CONFIRMED" if is_held else "CANCELLED",
        summary=activity.title if is_held else words("activity.event_cancelled", title=activity.title),
        description="\n".join(filter(None, (_hosts(directory, words, activity), activity.summary))),
        location=activity.place or "",
        url="" if base is None else base + addresses.activity(id_),
    )
    return event_text(event, directory.site.timezone)


def _sequence(activity: Activity) -> int:
    """Grows with each announcement, and when it is called off after the newest."""
    days = 0 if activity.announced is None else (activity.announced.first - _FIRST).days
    return 2 * max(0, days) + (activity.state == "cancelled")


def _hosts(directory: Directory, words: Words, activity: Activity) -> str:
    studios = (named.studio(directory, words, id_) for id_ in activity.studios)
    return words("days.separator").join(name[0] for name in studios if name is not None)

"""What of a record the office should look after: made once for each, without the day, so that no day makes it again.

What becomes due with time carries the date since which nothing was heard; `due` says whether that is too long by a day.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, later
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages.studio_contact import phones
from memberstudios.records.studio import Studio
from memberstudios.words import Words

STUDIO: Final = "attention_studio"
ACTIVITY: Final = "attention_activity"
TOPIC: Final = "attention_topic"
"""The names of these values among what is derived from records."""

WHATS: Final = (
    "status_unknown",
    "no_contact",
    "no_times",
    "no_members",
    "no_position",
    "activity_past",
    "topic_still",
    "unconfirmed",
)
"""Everything that may need attention, in the order in which it is told: what keeps residents from coming first."""
_TOPIC_DAYS = 365
"""A topic may stand so long between two steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """A record's name, its file, and what of it needs attention: one of `WHATS`, and since which day (ISO 8601).

    The day is empty where there is none to say; `unconfirmed`, `activity_past` and `topic_still` may lie in the future.
    """

    name: str
    file: str
    whats: tuple[tuple[str, str], ...]


def attentions(directory: Directory, words: Words) -> Iterator[tuple[str, Shelf[Attention]]]:
    """Of every studio, activity and topic, by kind; made when asked for, where not kept from an earlier build."""
    for kind, name, make in (
        ("studio", STUDIO, of_studio),
        ("activity", ACTIVITY, of_activity),
        ("topic", TOPIC, of_topic),
    ):
        yield kind, directory.made(name, kind, partial(make, directory, words))


def due(directory: Directory, what: str, since: str) -> bool:
    """Whether it needs attention on the directory's day."""
    if not since or what not in _DAYS_LEFT:
        return True
    days = directory.site.reassure_after_days if what == "unconfirmed" else _DAYS_LEFT[what]
    return later(date.fromisoformat(since), days) < directory.day


_DAYS_LEFT: Final = {"unconfirmed": 0, "activity_past": 0, "topic_still": _TOPIC_DAYS}


def of_studio(directory: Directory, words: Words, id_: str) -> Attention:
    """What of a studio; nothing of one that has ended or closed."""
    studio = directory.studios[id_]
    is_here = directory.is_listed(studio) and studio.status != "closed"
    return Attention(
        name=studio.name,
        file=directory.file_of("studio", id_),
        whats=tuple(_of_studio(directory, words, studio)) if is_here else (),
    )


def _of_studio(directory: Directory, words: Words, studio: Studio) -> Iterator[tuple[str, str]]:
    yield "unconfirmed", _last(studio.assured_date)
    if studio.status == "unknown":
        yield "status_unknown", ""
    if studio.status != "open":
        return
    if not (studio.duty or studio.duty_text or studio.hours or studio.hours_text):
        yield "no_times", ""
    if studio.member_count is None and not any(directory.sits(seat.from_, seat.to) for seat in studio.members):
        yield "no_members", ""
    if not (studio.email or studio.contact_text or phones(directory, words, studio).numbers):
        yield "no_contact", ""
    if studio.location is None and not studio.is_online:
        yield "no_position", ""


def of_activity(directory: Directory, words: Words, id_: str) -> Attention:  # noqa: ARG001 - as all that is derived
    """Whether an activity is still said to be planned."""
    activity = directory.activities[id_]
    day = activity.end_date or activity.date
    is_planned = activity.state == "planned" and day is not None
    return Attention(
        name=activity.title,
        file=directory.file_of("activity", id_),
        whats=(("activity_past", _last(day)),) if is_planned else (),
    )


def of_topic(directory: Directory, words: Words, id_: str) -> Attention:  # noqa: ARG001 - as all that is derived
    """Since when a topic that has not come to its end has not moved."""
    topic = directory.topics[id_]
    states = [topic.state, *(step.state for step in topic.steps)]
    days = [_last(day) for day in (topic.raised_on, *(step.date for step in topic.steps)) if day is not None]
    has_ended = not {"resolved", "closed"}.isdisjoint(states)
    return Attention(
        name=topic.title,
        file=directory.file_of("topic", id_),
        whats=() if has_ended else (("topic_still", max(days, default="")),),
    )


def _last(day: PartialDate | None) -> str:
    return "" if day is None else day.last.isoformat()

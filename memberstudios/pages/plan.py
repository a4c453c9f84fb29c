"""Every kind of page in order: the one table of what a site consists of.

A kind makes its pages in units, each named by a key such as the id of a record: what one unit looked at decides when it
is made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.coverage import Coverage, Sitting
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import Duty
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts
from memberstudios.pages import (
    activities,
    activity,
    activity_lines,
    area,
    attention,
    calendars,
    cards,
    coming,
    compliance,
    coverage,
    covered,
    document,
    duty,
    duty_calendar,
    duty_lines,
    feed,
    figures,
    finder,
    found,
    framework,
    gathered,
    home,
    matter,
    media,
    member,
    news,
    next_changes,
    not_found,
    office,
    open_changes,
    open_data,
    open_lines,
    open_schemas,
    open_tables,
    organization,
    pairing,
    poster,
    redirects,
    report,
    sector,
    series,
    sources_list,
    studio,
    studios,
    text,
    topic,
    topic_lines,
    topics,
)
from memberstudios.pages.open_kinds import SHELVES
from memberstudios.render.output import Output
from memberstudios.render.search import FoundPage
from memberstudios.words import Words

Unit = tuple[str, str]
"""The name of a kind, and a key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`keys` names the units of a kind, `outputs` makes what belongs to one."""

    keys: Callable[[Directory], Iterable[str]]
    outputs: Callable[[Directory, Words, str], Iterator[Output]]


def _once(outputs: Callable[[Directory, Words], Iterator[Output]]) -> Kind:
    """A kind of one unit."""
    return Kind(lambda _: ("",), lambda directory, words, _: outputs(directory, words))


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "home": _once(home.outputs),
        "finder": _once(finder.outputs),
        "studios": _once(studios.outputs),
        "studio": Kind(studio.keys, studio.outputs),
        "calendar": Kind(calendars.keys, calendars.outputs),
        "poster": Kind(poster.keys, poster.outputs),
        "redirects": _once(redirects.outputs),
        "area": Kind(area.keys, area.outputs),
        "duty": Kind(duty.keys, duty.outputs),
        "sector": Kind(sector.keys, sector.outputs),
        "matter": Kind(matter.keys, matter.outputs),
        "member": Kind(member.keys, member.outputs),
        "organization": Kind(organization.keys, organization.outputs),
        "activities": Kind(activities.keys, activities.outputs),
        "activity": Kind(activity.keys, activity.outputs),
        "series": Kind(series.keys, series.outputs),
        "topics": Kind(topics.keys, topics.outputs),
        "topic": Kind(topic.keys, topic.outputs),
        "framework": Kind(framework.keys, framework.outputs),
        "document": Kind(document.keys, document.outputs),
        "pairing": _once(pairing.outputs),
        "coverage": Kind(coverage.keys, coverage.outputs),
        "news": Kind(news.keys, news.outputs),
        "text": Kind(text.keys, text.outputs),
        "figures": Kind(figures.keys, figures.outputs),
        "report": Kind(report.keys, report.outputs),
        "sources_list": _once(sources_list.outputs),
        "open_data": Kind(open_data.keys, open_data.outputs),
        "open_tables": Kind(open_tables.keys, open_tables.outputs),
        "open_schemas": _once(open_schemas.outputs),
        "next_changes": _once(next_changes.outputs),
        "not_found": _once(not_found.outputs),
        "coming": Kind(coming.keys, coming.outputs),
        "feed": _once(feed.outputs),
        "media": Kind(media.keys, media.outputs),
        "office": _once(office.outputs),
    }
)


@dataclass(frozen=True, slots=True)
class Derived:
    """What is made of every record of a kind before any page: `make` gives a value of `type` for an id."""

    kind: str
    type: type
    make: Callable[[Directory, Words, str], Any]


def _opened(kind: str) -> dict[str, Derived]:
    """What the data files say of every record of a kind, and what changed of it."""
    make = open_lines.studio_lines if kind == "studio" else _of_kind(open_lines.record_lines, kind)
    return {
        open_lines.name_of(kind): Derived(kind, open_lines.OpenLines, make),
        open_changes.name_of(kind): Derived(kind, open_changes.ChangeLines, _of_kind(open_changes.change_lines, kind)),
    }


def _of_kind(make: Callable[[Directory, str, str], Any], kind: str) -> Callable[[Directory, Words, str], Any]:
    """A maker that needs no words."""
    return lambda directory, _, id_: make(directory, kind, id_)


_OWN: Final[Mapping[str, Derived]] = MappingProxyType(
    {
        cards.BRIEF: Derived("studio", cards.StudioBrief, cards.make_brief),
        duty_lines.DUTY: Derived("studio", Duty, duty_lines.make_duty),
        duty_calendar.EVENTS: Derived("studio", duty_calendar.StudioEvents, duty_calendar.make_events),
        poster.CODE: Derived("studio", poster.StudioCode, poster.make_studio_code),
        compliance.CLAIMS: Derived("studio", compliance.Claims, compliance.make_claims),
        gathered.STUDIO: Derived("studio", StudioFacts, gathered.make_studio),
        found.STUDIO: Derived("studio", found.FoundStudio, found.found_studio),
        covered.SEATS: Derived("studio", Sitting, covered.make_sitting),
        attention.STUDIO: Derived("studio", attention.Attention, attention.of_studio),
        activity_lines.LINE: Derived("activity", activity_lines.ActivityLine, activity_lines.make_line),
        gathered.ACTIVITY: Derived("activity", ActivityFacts, gathered.make_activity),
        attention.ACTIVITY: Derived("activity", attention.Attention, attention.of_activity),
        topic_lines.LINE: Derived("topic", topic_lines.TopicLine, topic_lines.make_line),
        gathered.TOPIC: Derived("topic", TopicFacts, gathered.make_topic),
        found.TOPIC: Derived("topic", FoundPage, found.found_topic),
        attention.TOPIC: Derived("topic", attention.Attention, attention.of_topic),
        found.NEWS: Derived("news", FoundPage, found.found_news),
        covered.COVERAGE: Derived("organization", Coverage, covered.make_coverage),
    }
)

DERIVED: Final[Mapping[str, Derived]] = MappingProxyType(
    {
        name: one
        for kind in SHELVES
        for name, one in (*((name, own) for name, own in _OWN.items() if own.kind == kind), *_opened(kind).items())
    }
)
"""By kind, studios first, and in this order: lists, data files and the finder are put together from it."""


def units(directory: Directory) -> list[Unit]:
    """Everything that a site is made of, in the order of its kinds."""
    return [(name, key) for name, kind in KINDS.items() for key in kind.keys(directory)]


def outputs(directory: Directory, words: Words, unit: Unit) -> Iterator[Output]:
    """What belongs to a unit."""
    name, key = unit
    return KINDS[name].outputs(directory, words, key)

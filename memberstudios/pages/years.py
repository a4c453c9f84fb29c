"""Of which years there is a report of an area: those in which anything of an area with a committee has a date.

That is a record, or a figure that somebody reported. Knows no page.
"""

from collections.abc import Callable, Iterator
from functools import partial

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts, studio_facts
from memberstudios.pages import gathered
from memberstudios.pages.committees import committees_of
from memberstudios.records.work import Figure
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsBy:
    """Where the facts of a record are found by its id."""

    activity: Callable[[str], ActivityFacts]
    topic: Callable[[str], TopicFacts]
    studio: Callable[[str], StudioFacts]


def kept_facts(directory: Directory, words: Words) -> FactsBy:
    """Those that are kept from build to build, for pages."""
    return FactsBy(
        activity=gathered.activity_shelf(directory).__getitem__,
        topic=gathered.topic_shelf(directory).__getitem__,
        studio=gathered.studio_shelf(directory, words).__getitem__,
    )


def facts_of_records(directory: Directory) -> FactsBy:
    """Those of the records as they are, for checks, which come before anything is kept."""
    return FactsBy(
        activity=partial(gathered.make_activity, directory, None),
        topic=partial(gathered.make_topic, directory, None),
        studio=lambda id_: studio_facts(directory.studios[id_]),
    )


def years(directory: Directory, facts: FactsBy, area: str) -> tuple[int, ...]:
    """The years of which there is a report, newest first: until that of today, and none without a committee."""
    until = directory.day.year
    return tuple(sorted({number for number in _dated(directory, facts, area) if number <= until}, reverse=True))


def has_report(directory: Directory, facts: FactsBy, area: str) -> bool:
    """Whether an area has any yearly report; looks no further than the first date."""
    until = directory.day.year
    return any(number <= until for number in _dated(directory, facts, area))


def has_reports(directory: Directory, facts: FactsBy) -> bool:
    """Whether any area has a yearly report."""
    areas = (area for area in directory.links.organizations_of_division if area in directory.divisions)
    return any(has_report(directory, facts, area) for area in areas)


def _dated(directory: Directory, facts: FactsBy, area: str) -> Iterator[int]:
    """The years in which anything of an area with a committee is dated, one by one as they are asked for."""
    if committees_of(directory, area):
        yield from (year for figure in figures_of(directory, area) if (year := year_of(figure)) is not None)
        yield from (day.year for day in _days(directory, facts, area) if day is not None)


def _days(directory: Directory, facts: FactsBy, area: str) -> Iterator[PartialDate | None]:
    for id_ in directory.activities_within.get(area, ()):
        activity = facts.activity(id_)
        if activity.state == "done":
            yield activity.date
    for id_ in directory.topics_within.get(area, ()):
        topic = facts.topic(id_)
        yield from (topic.raised, topic.filed, topic.opened, topic.answered, *topic.step_dates)
    for id_ in studios_within(directory, area):
        studio = facts.studio(id_)
        yield from (studio.opened, studio.closed)


def studios_within(directory: Directory, area: str) -> Iterator[str]:
    """All studios in an area or below it, also those that left the lists."""
    own = directory.links.studios_of_division
    places = (area, *directory.areas.depth_first(area))
    return (id_ for place in places for id_ in own.get(place, ()))


def figures_of(directory: Directory, area: str) -> Iterator[Figure]:
    """What was reported of an area, its committees, and the studios in it or below."""
    links = directory.links
    ids = list(links.figures_of_division.get(area, ()))
    for committee in committees_of(directory, area):
        ids += links.figures_of_organization.get(committee, ())
    for studio in directory.within.get(area, ()):
        ids += links.figures_of_studio.get(studio, ())
    return (directory.figures[id_] for id_ in ids)


def year_of(figure: Figure) -> int | None:
    """The one year a figure is of: its dated period lies within it, or it holds as of a day in it."""
    span = figure.period
    if span is not None and span.from_ is not None and span.to is not None:
        return span.from_.year if span.from_.year == span.to.year else None
    return None if figure.as_of is None else figure.as_of.year

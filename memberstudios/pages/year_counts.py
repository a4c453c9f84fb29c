"""What an area's records hold of one year: activities, topics, proposals, results, studios that opened or closed.

Every number of a report is the length of one of these lists. Records without a date belong to no year.
"""

from collections.abc import Callable, Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts
from memberstudios.pages import gathered
from memberstudios.pages.years import studios_within
from memberstudios.words import Words

Fact = ActivityFacts | TopicFacts | StudioFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFacts:
    """The facts of an area and all below it; the studios are also those that left the lists."""

    activities: tuple[ActivityFacts, ...]
    topics: tuple[TopicFacts, ...]
    studios: tuple[StudioFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that a report counts: `of` gives everything with its date that could count."""

    name: str
    of: Callable[[AreaFacts], Iterator[tuple[Fact, PartialDate | None]]]


_PLANNED = ("preparing", "building")
"""Studios that were not founded yet."""
MEASURES = (
    Measure(name="activities", of=lambda area: ((a, a.date) for a in area.activities if a.state == "done")),
    Measure(name="topics", of=lambda area: ((t, t.raised) for t in area.topics)),
    Measure(name="proposals", of=lambda area: ((t, t.filed) for t in area.topics if t.is_proposal)),
    Measure(name="proposals-opened", of=lambda area: ((t, t.opened) for t in area.topics if t.opened or t.answered)),
    Measure(name="proposals-answered", of=lambda area: ((t, t.answered) for t in area.topics if t.answered)),
    Measure(name="solved", of=lambda area: ((t, t.solved) for t in area.topics if t.is_solved)),
    Measure(
        name="opened", of=lambda area: ((s, s.opened) for s in area.studios if s.opened or s.status not in _PLANNED)
    ),
    Measure(name="closed", of=lambda area: ((s, s.closed) for s in area.studios if s.closed or s.status == "closed")),
)
"""In the order in which a report shows them; a proposal that was answered had been accepted, whatever its dates say."""
_STEPS_OF_A_PROPOSAL = ("proposals-opened", "proposals-answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCounts:
    """By measure what falls into a year, with its date, oldest first."""

    number: int
    found: dict[str, tuple[tuple[Fact, PartialDate], ...]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is on record of the year."""
        return not any(self.found.values())


def area_facts(directory: Directory, words: Words, area: str) -> AreaFacts:
    """The facts of an area."""
    return AreaFacts(
        activities=gathered.activities(directory, directory.activities_within.get(area, ())),
        topics=gathered.topics(directory, directory.topics_within.get(area, ())),
        studios=gathered.studios(directory, words, studios_within(directory, area)),
    )


def year_counts(area: AreaFacts, number: int) -> YearCounts:
    """What falls into a year, by measure."""
    return YearCounts(
        number=number, found={measure.name: tuple(_of_year(measure, area, number)) for measure in MEASURES}
    )


def _of_year(measure: Measure, area: AreaFacts, number: int) -> Iterator[tuple[Fact, PartialDate]]:
    found = [(fact, day) for fact, day in measure.of(area) if day is not None and day.year == number]
    yield from sorted(found, key=lambda pair: (pair[1].first, pair[1].last))


def undated(area: AreaFacts) -> dict[str, int]:
    """By measure how much has no date and so is in no year; measures without any are left out."""
    counts = {measure.name: sum(day is None for _, day in measure.of(area)) for measure in MEASURES}
    return {name: count for name, count in counts.items() if count}


def unknown(area: AreaFacts) -> frozenset[str]:
    """The measures of which there is something on record, but nothing with a date: no year of them can be counted."""
    dated = {measure.name for measure in MEASURES if any(day is not None for _, day in measure.of(area))}
    without = set(undated(area))
    if any(t.is_proposal and not (t.filed or t.opened or t.answered) for t in area.topics):
        without.update(_STEPS_OF_A_PROPOSAL)
    return frozenset(without - dated)


def newest(counts: YearCounts) -> PartialDate | None:
    """The newest date among what falls into a year: until then its records surely reach."""
    days = [day for pairs in counts.found.values() for _, day in pairs]
    return max(days, key=lambda day: day.first, default=None)

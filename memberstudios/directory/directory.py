"""The directory on one day: every record by id, and who belongs to whom. Rules and pages ask only this.

Whatever is asked for is noted in its trace. Records are fetched when they are asked for; names of areas, the site's
settings and the words are at hand for everything, and not noted: when they change, everything is made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from memberstudios.base.dataclass import dataclass
from memberstudios.content.pictures import Picture
from memberstudios.content.prose import Prose
from memberstudios.directory.areas import AreaTree
from memberstudios.directory.day import current_text, in_term
from memberstudios.directory.entries import Entries, Entry, Slot
from memberstudios.directory.positions import Placed, place
from memberstudios.directory.shelf import Shelf, Value
from memberstudios.directory.ties import Index, Links
from memberstudios.directory.trace import Trace
from memberstudios.records.bodies import Division, Matter, Member, Organization, Sector
from memberstudios.records.papers import News, Page, Source
from memberstudios.records.site import Calendar, Site
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Document, Figure, Framework, Pairing, Series, Topic

TextKey = tuple[str, str, str]
"""Kind, id and field of a Markdown text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The published sizes of pictures, and the documents that may be published, each by name."""

    pictures: Shelf[Picture]
    files: Shelf[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All shelves go from id to record, in the order written, and hold what has begun by the day."""

    trace: Trace
    today: date
    """The day without a note; who makes something of it asks for `day`."""
    site: Site
    calendar: Calendar
    contents: Contents
    entries: Entries
    current: Mapping[str, Mapping[str, Slot]]
    """The slot of each record that holds, by kind and id."""
    studios: Shelf[Studio]
    organizations: Shelf[Organization]
    divisions: Shelf[Division]
    sectors: Shelf[Sector]
    matters: Shelf[Matter]
    members: Shelf[Member]
    activities: Shelf[Activity]
    series: Shelf[Series]
    topics: Shelf[Topic]
    figures: Shelf[Figure]
    frameworks: Shelf[Framework]
    pairings: Shelf[Pairing]
    documents: Shelf[Document]
    sources: Shelf[Source]
    news: Shelf[News]
    """Newest first."""
    pages: Shelf[Page]
    areas: AreaTree
    links: Links
    written: Shelf[Entry]
    """The first entry of each record, whatever the day, by `<kind>/<id>`."""
    standing: Shelf[bool]
    """Whether a studio belongs into lists, map and search, by id: it has not ended."""
    ended: Shelf[bool]
    """The records of any kind that have ended, by `<kind>/<id>`: they keep their pages and leave all lists."""
    turning: Shelf[tuple[int, ...]]
    """Of each record, by `<kind>/<id>`, the days (as ordinals) on which something of it begins or has ended."""
    within: Index
    """The listed studios in an area or below: first its own, then those of each area below. Of no known area: ``."""
    news_within: Index
    """The news about studios in an area or below, newest first."""
    activities_within: Index
    """The activities of an area and those below: of studios there, else of organizations."""
    topics_within: Index
    """The topics raised at studios in an area or below."""
    figure_ranks: Shelf[int]
    """The place of each figure among all, by its subject."""
    neighbours: Shelf[tuple[str, str]]
    """Of each news item the next newer and the next older one, empty where there is none."""
    derived: dict[str, Shelf[Any]]
    """What pages make of each record of a kind for their lists, by the name of what is made."""

    @property
    def day(self) -> date:
        """The day on which this directory holds."""
        self.trace.space("day").add("")
        return self.today

    def made(self, name: str, kind: str, make: Callable[[str], Any]) -> Shelf[Any]:
        """What `make` gives for each record of a kind; made when asked for, where it is not kept from an earlier build."""
        if name not in self.derived:
            self.derived[name] = Shelf(self.trace.space(name), self.current[kind], lambda slot: make(slot.id))
        return self.derived[name]

    def day_of_texts(self, entry: Entry) -> date:
        """The day on which texts are read; noted where another day may bring other texts."""
        return self.day if getattr(entry.record, "changes", ()) else self.today

    def prose(self, kind: str, id_: str, field: str) -> Prose | None:
        """The converted Markdown of a record's field, if it has any."""
        entry = self.entry(kind, id_)
        return None if entry is None else current_text(entry, field, self.day_of_texts(entry))

    def entry(self, kind: str, id_: str) -> Entry | None:
        """A record as it was written."""
        return self.written.get(f"{kind}/{id_}")

    def file_of(self, kind: str, id_: str) -> str:
        """The file of a record, empty if there is none."""
        entry = self.entry(kind, id_)
        return "" if entry is None else entry.file

    def place_of(self, studio: Studio) -> Placed | None:
        """Where a studio is drawn; None without any position."""
        return place(studio, self.areas, self.site.coordinate_system, self.site.publish_precision)

    def is_listed(self, studio: Studio) -> bool:
        """Whether a studio belongs into lists, map and search: it has not ended and was not replaced."""
        return self.standing.get(studio.id, default=False)

    def listed(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of listed studios among `ids`, in that order."""
        return tuple(id_ for id_ in ids if self.standing.get(id_, default=False))

    def holding(self, kind: str, ids: Iterable[str]) -> Iterator[str]:
        """The ids of records of a kind that have not ended among `ids`, in that order."""
        return (id_ for id_ in ids if f"{kind}/{id_}" not in self.ended)

    def of_listed(self, shelf: Shelf[Value]) -> Iterator[Value]:
        """What a shelf of all studios has of the listed ones, in order."""
        return (one for one, is_listed in zip(shelf.values(), self.standing.values(), strict=True) if is_listed)

    def is_public(self, member: Member) -> bool:
        """Whether a member has a page of their own."""
        return member.consent

    def sits(self, from_: Any, to: Any) -> bool:
        """Whether a term or seat includes this day."""
        return (from_ is None and to is None) or in_term(from_, to, self.day)

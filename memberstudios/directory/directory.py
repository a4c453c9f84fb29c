"""The directory on one day: every record by id, and who belongs to whom. Rules and pages ask only this.

Whatever is asked for is noted in its trace. Records are fetched when they are asked for; names of areas, the site's
settings and the words are at hand for everything, and not noted: when they change, everything is made again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Any

from memberstudios.content.pictures import Picture
from memberstudios.content.prose import Prose
from memberstudios.directory.areas import AreaTree
from memberstudios.directory.day import current_text, in_term, studio_on
from memberstudios.directory.entries import Entries, Entry, Slot
from memberstudios.directory.positions import Placed, place
from memberstudios.directory.shelf import Shelf, ready
from memberstudios.directory.ties import NUMBER, Index, Links, tie, ties
from memberstudios.directory.trace import Trace
from memberstudios.records.bodies import Division, Matter, Member, Organization, Sector
from memberstudios.records.papers import News, Page, Source
from memberstudios.records.reader import marked_in_time
from memberstudios.records.site import Calendar, Site
from memberstudios.records.structure import Mark
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Document, Figure, Framework, Pairing, Topic

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
    within: Index
    """The listed studios in an area or below: first its own, then those of each area below. Of no known area: ``."""
    news_within: Index
    """The news about studios in an area or below, newest first."""
    neighbours: Shelf[tuple[str, str]]
    """Of each news item the next newer and the next older one, empty where there is none."""
    derived: dict[str, Shelf[Any]]
    """What pages make of each studio for their lists, by the name of what is made."""

    @property
    def day(self) -> date:
        """The day on which this directory holds."""
        self.trace.space("day").add("")
        return self.today

    def day_of_texts(self, entry: Entry) -> date:
        """The day on which texts are read; noted where another day may bring other texts."""
        return self.day if getattr(entry.record, "changes", ()) else self.today

    def prose(self, kind: str, id_: str, field: str) -> Prose | None:
        """The converted Markdown of a record's field, if it has any."""
        entry = self.written.get(f"{kind}/{id_}")
        return None if entry is None else current_text(entry, field, self.day_of_texts(entry))

    def entry(self, kind: str, id_: str) -> Entry | None:
        """A record as it was written."""
        return self.written.get(f"{kind}/{id_}")

    def file_of(self, kind: str, id_: str) -> str:
        """The file of a record, empty if there is none."""
        entry = self.written.get(f"{kind}/{id_}")
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

    def is_public(self, member: Member) -> bool:
        """Whether a member has a page of their own."""
        return member.consent

    def sits(self, from_: Any, to: Any) -> bool:
        """Whether a term or seat includes this day."""
        return (from_ is None and to is None) or in_term(from_, to, self.day)


def assemble(entries: Entries, pictures: Mapping[str, Picture], files: Iterable[str], day: date) -> Directory:
    """Tie the records together as they hold on `day`. Of records with the same id the first counts."""
    trace = Trace()
    site = next((entry.record for entry in entries.of("site")), None) or Site(title="—")
    calendar = next((entry.record for entry in entries.of("calendar")), None) or Calendar()
    current = {kind: dict(_current(entries, kind, day)) for kind in _SHELVES}
    areas = AreaTree.build(entries.fetch(slot).record for slot in current["division"].values())
    slots = [slot for by_id in current.values() for slot in by_id.values()]
    tied = tie(slots, entries)
    standing = {id_: slot.ends is None or slot.ends >= day.toordinal() for id_, slot in current["studio"].items()}
    within = _within(tied["studios_of_division"], current["studio"], standing, areas)
    written: dict[str, Slot] = {}
    for slot in entries:
        written.setdefault(f"{slot.kind}/{slot.id}", slot)

    def record(slot: Slot) -> Any:
        entry = entries.fetch(slot)
        return studio_on(entry, day) if slot.changes else entry.record

    shelves: dict[str, Any] = {name: Shelf(trace.space(kind), current[kind], record) for kind, name in _SHELVES.items()}
    return Directory(
        trace=trace,
        today=day,
        site=site,
        calendar=calendar,
        contents=Contents(
            pictures=ready(trace.space("picture"), pictures),
            files=ready(trace.space("file"), {name: name for name in files}),
        ),
        entries=entries,
        current=current,
        areas=areas,
        links=Links(**{name: ready(trace.space(name), index) for name, index in tied.items()}),
        written=Shelf(trace.space("written"), written, entries.fetch),
        standing=ready(trace.space("standing"), standing),
        within=ready(trace.space("within"), within),
        news_within=ready(trace.space("news_within"), _news_within(current, areas, tied["news_of_studio"])),
        neighbours=ready(trace.space("neighbours"), _neighbours(list(current["news"]))),
        derived={},
        **shelves,
    )


_SHELVES = {
    "studio": "studios",
    "organization": "organizations",
    "division": "divisions",
    "sector": "sectors",
    "matter": "matters",
    "member": "members",
    "activity": "activities",
    "topic": "topics",
    "figure": "figures",
    "framework": "frameworks",
    "pairing": "pairings",
    "document": "documents",
    "source": "sources",
    "news": "news",
    "page": "pages",
}


def _current(entries: Entries, kind: str, day: date) -> Iterator[tuple[str, Slot]]:
    """The first slot of each id that has begun, as its changes have made it; news newest first."""
    today = day.toordinal()
    found: dict[str, Slot] = {}
    for slot in entries.slots(kind):
        if (slot.begins is None or slot.begins <= today) and slot.id not in found:
            found[slot.id] = _changed(entries, slot, day) if slot.changes else slot
    slots: Iterable[Slot] = (slot for slot in found.values() if not slot.is_draft)
    if kind == "news":
        slots = sorted(slots, key=lambda slot: (-slot.order, slot.id))
    return ((slot.id, slot) for slot in slots)


def _changed(entries: Entries, slot: Slot, day: date) -> Slot:
    """The slot of a studio after its changes up to `day`."""
    entry = entries.fetch(slot)
    studio = studio_on(entry, day)
    if studio is entry.record:
        return slot
    return summary(
        replace(entry, record=studio),
        marked_in_time(studio),
        digest=blake2b(slot.digest + day.isoformat().encode(), digest_size=16).digest(),
        contents=slot.contents,
    )


def summary(entry: Entry, marks: Iterable[Mark], digest: bytes, contents: Any) -> Slot:
    """The slot of an entry; `marks` are those of `marked_in_time`."""
    record = entry.record
    begins, ends = getattr(record, "valid_from", None), getattr(record, "valid_to", None)
    return Slot(
        kind=entry.kind,
        id=getattr(record, "id", ""),
        file=entry.file,
        at=entry.root[0] if entry.root and isinstance(entry.root[0], int) else -1,
        digest=digest,
        contents=contents,
        begins=None if begins is None else begins.first.toordinal(),
        ends=None if ends is None else ends.last.toordinal(),
        is_draft=getattr(record, "draft", False),
        order=record.date.last.toordinal() if entry.kind == "news" else 0,
        changes=bool(getattr(record, "changes", ())),
        named=ties(entry, marks),
    )


def _within(
    own: Mapping[str, tuple[str, ...]], studios: Mapping[str, Slot], standing: Mapping[str, bool], areas: AreaTree
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for place_ in areas.depth_first():
        listed = [id_ for id_ in own.get(place_, ()) if standing[id_]]
        for area in areas.paths[place_] if listed else ():
            found.setdefault(area, []).extend(listed)
    placed = {id_ for area in areas.divisions for id_ in own.get(area, ())}
    found[""] = [id_ for id_ in studios if id_ not in placed and standing[id_]]
    return {area: tuple(ids) for area, ids in found.items()}


def _news_within(
    current: Mapping[str, Mapping[str, Slot]], areas: AreaTree, news_of_studio: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    rank = {id_: number for number, id_ in enumerate(current["news"])}
    found: dict[str, set[str]] = {}
    division = NUMBER["studios_of_division"]
    for studio, news in news_of_studio.items():
        slot = current["studio"].get(studio)
        for number, place_ in slot.named if slot is not None else ():
            if number == division:
                for area in areas.paths.get(place_, ()):
                    found.setdefault(area, set()).update(news)
    return {area: tuple(sorted(ids, key=rank.__getitem__)) for area, ids in found.items()}


def _neighbours(ids: list[str]) -> dict[str, tuple[str, str]]:
    return {id_: (newer, older) for newer, id_, older in zip(["", *ids], ids, [*ids[1:], ""], strict=False)}

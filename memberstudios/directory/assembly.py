"""A directory put together from what was read: which records hold on a day, as their changes made them, and their ties."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any, Final

from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.content.pictures import Picture
from memberstudios.directory.areas import AreaTree
from memberstudios.directory.day import studio_on
from memberstudios.directory.directory import Contents, Directory
from memberstudios.directory.entries import Entries, Entry, Slot
from memberstudios.directory.lists import (
    activities_within,
    figure_ranks,
    neighbours,
    news_within,
    studios_within,
    topics_within,
)
from memberstudios.directory.shelf import Shelf, ready
from memberstudios.directory.ties import Links, tie, ties
from memberstudios.directory.trace import Trace
from memberstudios.records.reader import marked_in_time
from memberstudios.records.site import Calendar, Site
from memberstudios.records.structure import Mark


def assemble(entries: Entries, pictures: Mapping[str, Picture], files: Iterable[str], day: date) -> Directory:
    """Tie the records together as they hold on `day`. Of records with the same id the first counts."""
    trace = Trace()
    site = next((entry.record for entry in entries.of("site")), None) or Site(title="—")
    calendar = next((entry.record for entry in entries.of("calendar")), None) or Calendar()
    turned: dict[bytes, tuple[Any, ...]] = {}
    current = {kind: dict(_current(entries, kind, day, turned)) for kind in _SHELVES}
    entries.turned = turned
    areas = AreaTree.build(entries.fetch(slot).record for slot in current["division"].values())
    slots = [slot for by_id in current.values() for slot in by_id.values()]
    tied = tie(slots, entries)
    standing = {id_: not slot.has_ended(day) for id_, slot in current["studio"].items()}
    ended = {
        f"{kind}/{id_}": True for kind, slots_ in current.items() for id_, slot in slots_.items() if slot.has_ended(day)
    }
    within = studios_within(tied["studios_of_division"], current["studio"], standing, areas)
    written: dict[str, Slot] = {}
    for slot in entries:
        written.setdefault(f"{slot.kind}/{slot.id}", slot)

    entry_of = Shelf(trace.space("written"), written, entries.fetch)

    def record(slot: Slot) -> Any:
        key = f"{slot.kind}/{slot.id}"
        entry = entry_of.unnoted(key) if written[key].contents == slot.contents else entries.fetch(slot)
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
        written=entry_of,
        standing=ready(trace.space("standing"), standing),
        ended=ready(trace.space("ended"), ended),
        turning=ready(trace.space("turning"), {key: slot.days for key, slot in written.items() if slot.days}),
        within=ready(trace.space("within"), within),
        news_within=ready(trace.space("news_within"), news_within(current, areas, tied["news_of_studio"])),
        activities_within=ready(trace.space("activities_within"), activities_within(current, areas)),
        topics_within=ready(trace.space("topics_within"), topics_within(current, areas)),
        figure_ranks=ready(trace.space("figure_ranks"), figure_ranks(current, areas)),
        neighbours=ready(trace.space("neighbours"), neighbours(list(current["news"]))),
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
    "series": "series",
    "topic": "topics",
    "figure": "figures",
    "framework": "frameworks",
    "pairing": "pairings",
    "document": "documents",
    "source": "sources",
    "news": "news",
    "page": "pages",
}


def _current(
    entries: Entries, kind: str, day: date, turned: dict[bytes, tuple[Any, ...]]
) -> Iterator[tuple[str, Slot]]:
    """The first slot of each id that has begun, as its changes have made it; news newest first.

    A record that has ended names nobody any more, and so leaves the lists of all others; studios have lists of their own.
    """
    today = day.toordinal()
    found: dict[str, Slot] = {}
    for slot in entries.slots(kind):
        if (slot.begins is None or slot.begins <= today) and slot.id not in found:
            found[slot.id] = _changed(entries, slot, day, turned) if slot.changes else slot
    slots: Iterable[Slot] = (slot for slot in found.values() if not slot.is_draft)
    if kind == "news":
        slots = sorted(slots, key=lambda slot: (-slot.order, slot.id))
    for slot in slots:
        yield slot.id, slot._replace(named=()) if kind != "studio" and slot.has_ended(day) else slot


def _changed(entries: Entries, slot: Slot, day: date, turned: dict[bytes, tuple[Any, ...]]) -> Slot:
    """The slot of a studio after its changes up to `day`, kept in `turned`."""
    due = sum(first <= day.toordinal() for first, _ in slot.changes)
    if not due:
        return slot
    # Records of a file that is read as a whole have one digest: the id tells them apart.
    digest = blake2b(slot.digest + due.to_bytes(4, "little") + slot.id.encode(), digest_size=16).digest()
    plain = entries.turned.get(digest)
    if plain is None:
        entry = entries.fetch(slot)
        studio = studio_on(entry, day)
        plain = tuple(summary(replace(entry, record=studio), marked_in_time(studio), digest, contents=None))
    turned[digest] = plain
    return Slot(*plain)._replace(at=slot.at, contents=slot.contents)


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
        changes=tuple(
            (partial_date(change.from_).first.toordinal(), tuple(change.fields))
            for change in getattr(record, "changes", ())
        ),
        named=ties(entry, marks),
        days=tuple(sorted(set(_days(record)))),
    )


def _days(record: Any) -> Iterator[int]:
    """The days on which something of a record begins or has ended; of a planned change every day that it names."""
    parts = [record, *getattr(record, "members", ()), *getattr(record, "duty", ())]
    for part in parts:
        for begins, ends in _TIMES:
            if (day := getattr(part, begins, None)) is not None:
                yield day.first.toordinal()
            if (day := getattr(part, ends, None)) is not None:
                yield day.last.toordinal() + 1
    for change in getattr(record, "changes", ()):
        yield partial_date(change.from_).first.toordinal()
        for text in _DATE.findall(repr(change.fields)):
            with suppress(ValueError):
                day = PartialDate.parse(text)
                yield from (day.first.toordinal(), day.last.toordinal() + 1)


_TIMES: Final = (("valid_from", "valid_to"), ("from_", "to"), ("starts", "ends"))
_DATE: Final = re.compile(r"\b\d{4}(?:-\d\d){0,2}\b")

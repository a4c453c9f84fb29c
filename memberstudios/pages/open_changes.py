"""What changed on which day, from the dates that records give: rows for `data/changes.csv`. No clock, no history of files.

A row names a field of the model; days ahead are what is planned. Of fields that are not public, and of addresses that
are not public now, nothing is told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.directory.day import periods
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages.open_kinds import SHELVES
from memberstudios.pages.open_record import SEVERAL
from memberstudios.pages.open_studio import AT_THE_DOOR, MADE, NAMING, SIMPLE, open_seats, open_studio
from memberstudios.records.bodies import Member
from memberstudios.records.duty import DutyException
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Document, Pairing, Topic
from memberstudios.render.geojson import json_line
from memberstudios.render.tables import csv_line

COLUMNS: Final = ("date", "kind", "id", "name", "field", "before", "after")
_OF_STUDIOS: Final = ("approved", "established", "unveiled", "closed_on")
_CHANGEABLE: Final = frozenset((*SIMPLE, *NAMING, *AT_THE_DOOR, *MADE)) - {"id", "former_ids"}
_WHERE: Final = frozenset((*AT_THE_DOOR, "location"))
"""Told only where the address is public before, after and now: what it ever was may be what it is."""

Change = tuple[PartialDate | None, str, str, str]
"""Day, field, what it was, what it becomes; without a day nothing can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLines:
    """What changed of one record: the day as written and the line of the table."""

    lines: tuple[tuple[str, str], ...]


def name_of(kind: str) -> str:
    """The name of these lines among what is derived from records of a kind."""
    return f"changes_{kind}"


def changes_of(directory: Directory, kind: str) -> Shelf[ChangeLines]:
    """The lines of every record of a kind."""
    return directory.made(name_of(kind), kind, partial(change_lines, directory, kind))


def change_lines(directory: Directory, kind: str, id_: str) -> ChangeLines:
    """What changed of a record, earliest first; nothing of a member who did not agree."""
    record = getattr(directory, SHELVES[kind])[id_]
    if isinstance(record, Member) and not directory.is_public(record):
        return ChangeLines(lines=())
    name = getattr(record, "name", None) or getattr(record, "title", "")
    found = [(str(day), what) for day, *what in _changes(directory, kind, record) if day is not None]
    found.sort(key=lambda pair: pair[0])
    return ChangeLines(lines=tuple((day, csv_line((day, kind, id_, name, *what))) for day, what in found))


def _changes(directory: Directory, kind: str, record: Any) -> Iterator[Change]:
    yield record.valid_from, "valid_from", "", ""
    if kind in _OF_KIND:
        yield from _OF_KIND[kind](directory, record)
    yield record.valid_to, "valid_to", "", ""


def _studio(directory: Directory, studio: Studio) -> Iterator[Change]:
    for key in _OF_STUDIOS:
        yield getattr(studio, key), key, "", ""
    for rule in studio.duty:
        yield rule.starts, "duty.starts", "", rule.id
        yield rule.ends, "duty.ends", rule.id, ""
        yield from (_exception(rule.id, one) for one in rule.exceptions if one.action != "swap")
    public = {seat["member"] for seat in open_seats(directory, studio.members)}
    for seat in studio.members:
        if seat.member in public:
            yield seat.from_, "members.from", "", seat.member
            yield seat.to, "members.to", seat.member, ""
    yield from _planned(directory, studio)


def _exception(rule: str, exception: DutyException) -> Change:
    """On the day when it was announced: the session that is meant, and what becomes of it."""
    then = (exception.to, exception.opens_at, exception.closes_at)
    becomes = " ".join((exception.action, *(str(part) for part in then if part is not None)))
    return exception.announced, "duty.exceptions", f"{rule} {exception.date}", becomes


def _planned(directory: Directory, studio: Studio) -> Iterator[Change]:
    """What `changes` says, each public field that became another one."""
    if not studio.changes:
        return
    entry = directory.entry("studio", studio.id)
    if entry is None:
        return
    touched = {partial_date(one.from_).first: partial_date(one.from_) for one in entry.record.changes}
    fields: dict[PartialDate, set[str]] = {}
    for one in entry.record.changes:
        fields.setdefault(touched[partial_date(one.from_).first], set()).update(one.fields)
    stages = [(begins, then.address_public, _told(directory, then)) for begins, _, then in periods(entry)]
    for (_, was_public, was), (begins, is_public, becomes) in pairwise(stages):
        if begins not in touched:
            continue
        left_out = frozenset() if studio.address_public and was_public and is_public else _WHERE
        for key in sorted(fields[touched[begins]] & _CHANGEABLE - left_out):
            if was.get(key, "") != becomes.get(key, ""):
                yield touched[begins], key, was.get(key, ""), becomes.get(key, "")


def _told(directory: Directory, studio: Studio) -> dict[str, str]:
    """The public fields of a studio as texts."""
    document = open_studio(directory, studio)
    document["members"] = open_seats(directory, studio.members)
    return {key: _text(value) for key, value in document.items()}


def _text(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return SEVERAL.join(value)
    return value if isinstance(value, str) else json_line(value)


def _member(_directory: Directory, member: Member) -> Iterator[Change]:
    yield member.from_, "from", "", ""
    yield member.to, "to", "", ""


def _activity(_directory: Directory, activity: Activity) -> Iterator[Change]:
    yield activity.announced, "announced", "", activity.state
    yield activity.date, "date", "", activity.state
    yield activity.end_date, "end_date", "", activity.state


def _topic(_directory: Directory, topic: Topic) -> Iterator[Change]:
    yield topic.raised_on, "raised_on", "", ""
    before = ""
    for step in topic.steps:
        yield step.date, "steps", before, step.state
        before = step.state
    if topic.proposal is not None:
        for key in ("filed_on", "case_opened", "answered_on"):
            yield getattr(topic.proposal, key), f"proposal.{key}", "", ""


def _pairing(directory: Directory, pairing: Pairing) -> Iterator[Change]:
    studio = pairing.studio if pairing.studio in directory.studios else ""
    yield pairing.since, "since", "", studio
    yield pairing.until, "until", studio, ""


def _document(_directory: Directory, document: Document) -> Iterator[Change]:
    yield document.date, "date", "", ""


_OF_KIND: Final[Mapping[str, Callable[[Directory, Any], Iterable[Change]]]] = MappingProxyType(
    {
        "studio": _studio,
        "member": _member,
        "activity": _activity,
        "topic": _topic,
        "pairing": _pairing,
        "document": _document,
    }
)

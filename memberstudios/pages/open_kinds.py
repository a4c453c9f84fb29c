"""What of each kind of record is open data: an allow-list. What is not named here stays inside.

Names are those of the model. From them follow the columns of tables, the entries of JSON files, and their schemas.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.records.bodies import Division, Matter, Member, Organization, Sector
from memberstudios.records.papers import News, Source
from memberstudios.records.shared import Link, Location, Provenance, Quantity, Span
from memberstudios.records.structure import Field, fields, snake
from memberstudios.records.studio import Access, Channel, Compliance, Honor, Seat, Service
from memberstudios.records.types import Date, FrameworkId, Id, Line
from memberstudios.records.work import (
    Activity,
    Document,
    Figure,
    Framework,
    FrameworkItem,
    Pairing,
    Proposal,
    Series,
    Steps,
    Topic,
    TopicStep,
)

_EVERY: Final = ("sources", "assured_date", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStep(Provenance):
    """An item of a framework that an activity went through: when, or in which words."""

    framework: FrameworkId
    item: Id
    date: Date | None = None
    text: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenKind:
    """A kind of record: its files are `data/<name>.csv` and `.json`, `keys` are its public fields."""

    name: str
    record: type
    keys: tuple[str, ...]
    has_page: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPart:
    """A table of the parts of records: a row for each part of the list `at` of records of `kind`, which the first column
    names. `numbered`: their order says something; `has_json`: there is a file of it as JSON too.
    """

    name: str
    kind: str
    at: str
    part: type
    numbered: bool = False
    has_json: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: `path` leads to its value in the public fields of a record, `words` are below which its words
    stand, those of the field that holds it first.
    """

    name: str
    path: tuple[str, ...]
    field: Field
    words: tuple[str, ...]
    required: bool


PARTS: Final[Mapping[type, tuple[str, ...]]] = MappingProxyType(
    {
        Access: ("step_free", "toilet", "parking", "hearing_loop", "sign_language"),
        Channel: ("kind", "name", "url"),
        Compliance: ("framework", "item", "met", "date", "evidence"),
        FrameworkItem: ("id", "name", "summary", "unknown", "count"),
        Honor: ("name", "by", "date"),
        Link: ("label", "url"),
        Location: ("lat", "lng", "precision"),
        Proposal: ("title", "number", "submitted_to", "filed_on", "case_opened", "answered_on"),
        Quantity: ("value", "bound", "unit", "raw"),
        Seat: ("member", "role", "from", "to"),
        Service: ("name", "matter", "summary", "how", "members", "languages"),
        Span: ("from", "to", "raw"),
        ActivityStep: ("framework", "item", "date", "text"),
        TopicStep: ("date", "state", "text", "document"),
    }
)
"""What of a part of a record is public."""

KINDS: Final[Mapping[str, OpenKind]] = MappingProxyType(
    {
        "organization": OpenKind(
            name="organizations",
            record=Organization,
            keys=(
                "id", "name", "short_name", "kind", "level", "division", "parent", "url", "phone", "summary",
                "description", "records",
            ),
        ),
        "division": OpenKind(name="divisions", record=Division, keys=("id", "name", "level", "parent", "center")),
        "sector": OpenKind(name="sectors", record=Sector, keys=("id", "name", "national", "committee")),
        "matter": OpenKind(name="matters", record=Matter, keys=("id", "name", "words")),
        "member": OpenKind(
            name="members",
            record=Member,
            keys=("id", "name", "committee", "term", "sectors", "title", "from", "to", "bio"),
        ),
        "activity": OpenKind(
            name="activities",
            record=Activity,
            keys=(
                "id", "title", "state", "date", "end_date", "opens_at", "closes_at", "announced", "studios",
                "organizers", "series", "kind", "steps", "place", "members", "participants", "views", "summary",
                "outcome", "topics", "video_url",
            ),
        ),
        "series": OpenKind(name="series", record=Series, keys=("id", "title", "organizers", "summary")),
        "topic": OpenKind(
            name="topics",
            record=Topic,
            keys=("id", "title", "matter", "origin", "raised_on", "studios", "state", "steps", "result", "proposal"),
        ),
        "figure": OpenKind(
            name="figures",
            record=Figure,
            keys=(
                "id", "studio", "organization", "division", "measure", "label", "quantity", "period", "as_of",
                "remark", "parts",
            ),
            has_page=False,
        ),
        "framework": OpenKind(
            name="frameworks",
            record=Framework,
            keys=("id", "name", "issuer", "year", "summary", "applies_to", "items"),
        ),
        "pairing": OpenKind(
            name="pairings",
            record=Pairing,
            keys=("id", "studio", "partner", "kind", "since", "until", "summary"),
            has_page=False,
        ),
        "document": OpenKind(
            name="documents", record=Document, keys=("id", "title", "issuer", "date", "file", "url", "summary")
        ),
        "source": OpenKind(
            name="sources",
            record=Source,
            keys=("id", "title", "title_supplied", "publisher", "authors", "date", "not_before", "url", "accessed"),
            has_page=False,
        ),
        "news": OpenKind(
            name="news",
            record=News,
            keys=("id", "title", "date", "summary", "studios", "activities", "topics", "author"),
        ),
    }
)  # fmt: skip
"""Every kind but studios, whose files have more in them; in the order in which the page of open data tells of them."""

PART_TABLES: Final = (
    OpenPart(name="compliance", kind="studio", at="compliance", part=Compliance, has_json=True),
    OpenPart(name="seats", kind="studio", at="members", part=Seat),
    OpenPart(name="activity-steps", kind="activity", at="steps", part=ActivityStep, numbered=True),
    OpenPart(name="topic-steps", kind="topic", at="steps", part=TopicStep, numbered=True),
    OpenPart(name="framework-items", kind="framework", at="items", part=FrameworkItem, numbered=True),
)

SHELVES: Final[Mapping[str, str]] = MappingProxyType({"studio": "studios"} | {k: one.name for k, one in KINDS.items()})
"""Where a directory has the records of a kind."""


@lru_cache(None)
def public_fields(kind: str) -> tuple[Field, ...]:
    """The public fields of a kind."""
    return chosen(KINDS[kind].record, (*KINDS[kind].keys, *_EVERY))


@lru_cache(None)
def chosen(record: type, keys: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields of a type that `keys` name, in that order."""
    known = {field.key: field for field in fields(record)}
    return tuple(known[key] for key in keys)


@lru_cache(None)
def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind's table. Long texts and lists of parts have none: they stand in JSON or a table of parts."""
    found: list[Column] = []
    for field in public_fields(kind):
        if field.kind == "markdown" or field.nested is Steps or (field.many and field.nested):
            continue
        words = word_key(KINDS[kind].record, field.key)
        if field.nested is None:
            found.append(_column(field.key, (field,), (words,)))
            continue
        for inner in chosen(field.nested, PARTS[field.nested]):
            name = f"{field.key}_{inner.key}"
            found.append(_column(name, (field, inner), (words, word_key(field.nested, inner.key))))
    return tuple(found)


@lru_cache(None)
def part_columns(table: OpenPart) -> tuple[Column, ...]:
    """The columns of a table of parts, but the first, which names the record, and the number."""
    return tuple(
        _column(field.key, (field,), (word_key(table.part, field.key),))
        for field in chosen(table.part, PARTS[table.part])
    )


def word_key(record: type, key: str) -> str:
    """Below which key the words of a field stand."""
    return f"fields.{'provenance' if key in _EVERY else snake(record.__name__)}.{key}"


def _column(name: str, fields_: tuple[Field, ...], words: tuple[str, ...]) -> Column:
    """What names a record may be left out, so that it is never required."""
    return Column(
        name=name,
        path=tuple(field.key for field in fields_),
        field=fields_[-1],
        words=words,
        required=all(field.required and field.names is None for field in fields_),
    )

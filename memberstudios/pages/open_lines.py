"""What the data files say of one record: a line of each. Made once a record, kept while it stays as it is."""

from functools import partial
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import named
from memberstudios.pages.cards import place_text
from memberstudios.pages.duty_text import duty_texts
from memberstudios.pages.hours_text import hours_sentence
from memberstudios.pages.open_kinds import PART_TABLES, SHELVES
from memberstudios.pages.open_record import open_document, page_address, part_rows, plain, row
from memberstudios.pages.open_studio import open_studio
from memberstudios.records.bodies import Division, Member
from memberstudios.records.studio import Studio
from memberstudios.render.geojson import Feature, feature_line, json_line
from memberstudios.render.tables import Cell, csv_line
from memberstudios.words import Words

STUDIO_COLUMNS: Final = (
    "id", "name", "form", "base", "level", "status", "division", "area", "address", "lat", "lng", "precision",
    "phone", "email", "hours", "duty", "visit", "services", "members", "member_count", "sectors", "owner", "host",
    "parent", "established", "summary", "assured_date", "sources", "url",
)  # fmt: skip
"""Columns of the table of studios; the names of the model where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLines:
    """A record's line of each file, empty where it has none; of each of its parts the table, the row, and the JSON."""

    csv: str
    json: str
    geojson: str = ""
    parts: tuple[tuple[str, str, str], ...] = ()


def name_of(kind: str) -> str:
    """The name of these lines among what is derived from records of a kind."""
    return f"open_{kind}"


def lines_of(directory: Directory, words: Words, kind: str) -> Shelf[OpenLines]:
    """The lines of every record of a kind."""
    make = partial(studio_lines, directory, words) if kind == "studio" else partial(record_lines, directory, kind)
    return directory.made(name_of(kind), kind, make)


def studio_lines(directory: Directory, words: Words, id_: str) -> OpenLines:
    """The lines of a studio."""
    studio = directory.studios[id_]
    document = open_studio(directory, studio)
    return OpenLines(
        csv=csv_line(_row(directory, words, studio, document)),
        json=json_line(document),
        geojson=feature_line(_feature(directory, studio)),
        parts=_parts("studio", document),
    )


def record_lines(directory: Directory, kind: str, id_: str) -> OpenLines:
    """The lines of a record of any other kind; of a member who did not agree there are none."""
    record = getattr(directory, SHELVES[kind])[id_]
    if isinstance(record, Member) and not directory.is_public(record):
        return OpenLines(csv="", json="")
    document = open_document(directory, kind, record)
    return OpenLines(
        csv=csv_line(row(document, kind)),
        json=json_line(document),
        geojson=_area(document) if isinstance(record, Division) else "",
        parts=_parts(kind, document),
    )


def _parts(kind: str, document: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    found = []
    for table in PART_TABLES:
        if table.kind == kind:
            parts = document.get(table.at, ())
            lines = (json_line({kind: document["id"], **part}) if table.has_json else "" for part in parts)
            rows = map(csv_line, part_rows(document, table))
            found += [(table.name, row_, line) for row_, line in zip(rows, lines, strict=True)]
    return tuple(found)


def _area(document: dict[str, Any]) -> str:
    """An area as a feature at its centre."""
    center = document.get("center")
    point = None if center is None else (center["lng"], center["lat"])
    properties: dict[str, Any] = {key: document[key] for key in ("name", "level", "parent", "page") if key in document}
    if center is not None:
        properties["precision"] = center["precision"]
    return feature_line(Feature(id=document["id"], point=point, properties=properties))


def _feature(directory: Directory, studio: Studio) -> Feature:
    placed = directory.place_of(studio)
    properties = {
        "name": studio.name,
        "form": studio.form,
        "status": studio.status,
        "area": place_text(directory, studio),
        "phone": studio.phone,
        "precision": None if placed is None else placed.precision,
        "approximate": None if placed is None else placed.is_approximate,
        "url": page_address(directory, "studio", studio.id),
    }
    point = None if placed is None else (placed.position.lng, placed.position.lat)
    return Feature(id=studio.id, point=point, properties=plain(properties))


def _row(directory: Directory, words: Words, studio: Studio, document: dict[str, Any]) -> tuple[Cell, ...]:
    """The row of a studio, for people: names rather than ids, times in words."""
    several = words("days.separator")
    location = document.get("location", {})
    cells: dict[str, Cell] = {
        **{key: document.get(key) for key in STUDIO_COLUMNS},
        "area": "".join(directory.areas.name(area) for area in directory.areas.paths.get(studio.division or "", ())),
        "lat": location.get("lat"),
        "lng": location.get("lng"),
        "precision": location.get("precision"),
        "phone": several.join(studio.phone),
        "hours": studio.hours_text if studio.hours is None else hours_sentence(words, studio.hours),
        "duty": _duty(directory, words, studio),
        "services": several.join(service.name for service in studio.services),
        "members": several.join(directory.members[seat["member"]].name for seat in document.get("members", ())),
        "member_count": _quantity(studio),
        "sectors": several.join(name for name, _ in named.sectors(directory, studio.sectors)),
        "owner": _name(directory, studio.owner),
        "host": _name(directory, studio.host),
        "sources": " ".join(document.get("sources", ())),
        "url": page_address(directory, "studio", studio.id),
    }
    return tuple(cells[column] if cells[column] != "" else None for column in STUDIO_COLUMNS)


def _duty(directory: Directory, words: Words, studio: Studio) -> str | None:
    if not studio.duty:
        return studio.duty_text
    return words("hours_text.row_separator").join(
        words("interface.comma").join((rule.when, rule.holiday)) for rule in duty_texts(directory, words, studio.duty)
    )


def _quantity(studio: Studio) -> str | None:
    count = studio.member_count
    return None if count is None else count.raw or f"{count.value:g}"


def _name(directory: Directory, id_: str | None) -> str | None:
    found = directory.organizations.get(id_ or "")
    return None if found is None else found.name

"""The directory as open data: a table, a map layer and a full document, and the page that explains them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses, named
from memberstudios.pages.by_area import studios_within
from memberstudios.pages.cards import place_text
from memberstudios.pages.duty_text import duty_texts
from memberstudios.pages.hours_text import hours_sentence
from memberstudios.pages.open_studio import open_studio, plain
from memberstudios.pages.people import public_people
from memberstudios.pages.site_shell import base_url
from memberstudios.records.studio import Studio
from memberstudios.render.geojson import Feature, Lines, feature_line, geojson, json_line
from memberstudios.render.output import Output, Page, html
from memberstudios.render.tables import Cell, Table, csv_line
from memberstudios.words import Words

CSV, GEOJSON, JSON = "data/studios.csv", "data/studios.geojson", "data/studios.json"
CHECKSUMS = "checksums.txt"
OPEN: Final = "open"
"""The name of these lines among what is derived from studios."""

COLUMNS: Final = (
    "id", "name", "form", "base", "level", "status", "division", "area", "address", "lat", "lng", "precision",
    "phone", "email", "hours", "duty", "visit", "services", "members", "member_count", "sectors", "owner", "host",
    "parent", "established", "summary", "assured_date", "sources", "url",
)  # fmt: skip
"""Columns of the table; the names of the model where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file to download, what it is, and what it is good for."""

    path: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """`fields` are column and meaning."""

    count: int
    files: tuple[DataFile, ...]
    fields: tuple[tuple[str, str], ...]
    sources_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLines:
    """What the data files say of one studio: a line of each."""

    csv: str
    geojson: str
    json: str


def keys(directory: Directory) -> Iterator[str]:
    """The files of all studios (empty), and each area that holds one, there or below."""
    yield ""
    yield from (id_ for id_ in directory.divisions if studios_within(directory, id_))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`data/index.html` and the files that it explains, or `data/areas/<id>.geojson`."""
    if key:
        yield _of_area(directory, words, key)
    else:
        yield from _of_all(directory, words)


def _of_area(directory: Directory, words: Words, id_: str) -> Output:
    """The studios of an area as a map layer of their own, for a community's or a city's map."""
    lines = lines_of(directory, words)
    area = directory.divisions[id_]
    head = {**_about(directory), "area": {"id": area.id, "name": area.name, "level": area.level}}
    features = tuple(lines[studio].geojson for studio in studios_within(directory, id_))
    return Output(path=addresses.area_data(id_), maker="lines", view=geojson(head, features))


def _of_all(directory: Directory, words: Words) -> Iterator[Output]:
    lines = list(directory.of_listed(lines_of(directory, words)))
    yield _page(directory, words, len(lines))
    yield Output(path=CSV, maker="csv", view=Table(columns=COLUMNS, lines=tuple(one.csv for one in lines)))
    head = {**_about(directory), "sources": _sources(directory)}
    yield Output(path=GEOJSON, maker="lines", view=geojson(head, tuple(one.geojson for one in lines)))
    view = Lines(head=head, name="studios", lines=tuple(one.json for one in lines))
    yield Output(path=JSON, maker="lines", view=view)


def lines_of(directory: Directory, words: Words) -> Shelf[OpenLines]:
    """The lines of every studio."""
    return directory.made(OPEN, "studio", partial(open_lines, directory, words))


def open_lines(directory: Directory, words: Words, id_: str) -> OpenLines:
    """The lines of a studio."""
    studio = directory.studios[id_]
    return OpenLines(
        csv=csv_line(_row(directory, words, studio)),
        geojson=feature_line(_feature(directory, studio)),
        json=json_line(open_studio(directory, studio)),
    )


def _page(directory: Directory, words: Words, count: int) -> Output:
    files = [(CSV, "csv"), (GEOJSON, "geojson"), (JSON, "json")]
    if directory.site.base_url is not None and len(directory.news):
        files.append((addresses.FEED, "feed"))
    files.append((CHECKSUMS, "checksums"))
    page = Page(
        path=addresses.DATA,
        title=words("open_data.title"),
        description=words("open_data.description", title=directory.site.title),
        is_landmark=True,
    )
    view = DataView(
        count=count,
        files=tuple(
            DataFile(path=path, name=path.rpartition("/")[2], meaning=words(f"open_data.file.{key}"))
            for path, key in files
        ),
        fields=tuple((name, words(f"open_data.column.{name}")) for name in COLUMNS),
        sources_path=addresses.SOURCES if len(directory.sources) else "",
    )
    return html(page, "open_data.html", view)


def _about(directory: Directory) -> Mapping[str, Any]:
    """What stands at the head of a file: whose it is, and under which licence."""
    site = directory.site
    told: Mapping[str, Any] = plain(
        {
            "title": site.title,
            "summary": site.summary,
            "official": site.official,
            "fictional": site.fictional,
            "url": site.base_url,
            "licence": site.licence,
        }
    )
    return told


def _sources(directory: Directory) -> list[Mapping[str, Any]]:
    return [
        plain({"id": s.id, "title": s.title, "publisher": s.publisher, "date": s.date, "url": s.url})
        for s in directory.sources.values()
    ]


def _url(directory: Directory, studio: Studio) -> str | None:
    """The studio's page; a site that does not know its address gives none."""
    base = base_url(directory.site.base_url)
    return None if base is None else base + addresses.studio(studio.id)


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
        "url": _url(directory, studio),
    }
    point = None if placed is None else (placed.position.lng, placed.position.lat)
    return Feature(id=studio.id, point=point, properties=plain(properties))


def _row(directory: Directory, words: Words, studio: Studio) -> tuple[Cell, ...]:
    placed = directory.place_of(studio)
    several = words("days.separator")
    cells: dict[str, Cell] = {
        "id": studio.id,
        "name": studio.name,
        "form": studio.form,
        "base": studio.base,
        "level": studio.level,
        "status": studio.status,
        "division": studio.division,
        "area": "".join(directory.areas.name(area) for area in directory.areas.paths.get(studio.division or "", ())),
        "address": studio.address if studio.address_public else None,
        "lat": None if placed is None else placed.position.lat,
        "lng": None if placed is None else placed.position.lng,
        "precision": None if placed is None else placed.precision,
        "phone": several.join(studio.phone),
        "email": studio.email,
        "hours": studio.hours_text if studio.hours is None else hours_sentence(words, studio.hours),
        "duty": _duty(directory, words, studio),
        "visit": studio.visit,
        "services": several.join(service.name for service in studio.services),
        "members": several.join(p.name for p in public_people(directory, (seat.member for seat in studio.members))),
        "member_count": None if studio.member_count is None else _quantity(studio),
        "sectors": several.join(name for name, _ in named.sectors(directory, studio.sectors)),
        "owner": _name(directory, studio.owner),
        "host": _name(directory, studio.host),
        "parent": studio.parent,
        "established": None if studio.established is None else str(studio.established),
        "summary": studio.summary,
        "assured_date": None if studio.assured_date is None else str(studio.assured_date),
        "sources": " ".join(studio.sources),
        "url": _url(directory, studio),
    }
    return tuple(cells[column] or None for column in COLUMNS)


def _duty(directory: Directory, words: Words, studio: Studio) -> str | None:
    if not studio.duty:
        return studio.duty_text
    return words("hours_text.row_separator").join(
        words("interface.comma").join((rule.when, rule.holiday)) for rule in duty_texts(directory, words, studio.duty)
    )


def _quantity(studio: Studio) -> str:
    count = studio.member_count
    if count is None:
        return ""
    return count.raw or f"{count.value:g}"


def _name(directory: Directory, id_: str | None) -> str | None:
    found = directory.organizations.get(id_ or "")
    return None if found is None else found.name

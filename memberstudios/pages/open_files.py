"""Which data files a site has, their columns, and what stands at their heads. Their entries are made elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages.open_changes import COLUMNS as CHANGE_COLUMNS
from memberstudios.pages.open_kinds import (
    KINDS,
    PART_TABLES,
    SHELVES,
    Column,
    OpenPart,
    columns,
    part_columns,
)
from memberstudios.pages.open_lines import STUDIO_COLUMNS, OpenLines, lines_of
from memberstudios.pages.open_record import plain
from memberstudios.pages.site_shell import base_url
from memberstudios.render.geojson import Lines
from memberstudios.render.output import Output
from memberstudios.render.tables import Table
from memberstudios.words import Words

CHANGES, STUDIOS = "changes", "studios"
PACKAGE: Final = "data/datapackage.json"
_TIED: Final = {
    "activity-steps": "activities_of_framework",
    "compliance": "studios_of_framework",
    "seats": "studios_of_member",
}
"""Ties that tell whether a table of parts has a row; other tables are looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A data file: `table` names what it holds. `columns` are those of a table, with a `Column` where it is a field."""

    table: str
    format: str
    columns: tuple[tuple[str, Column | None], ...] = ()

    @property
    def path(self) -> str:
        return f"data/{self.table}.{self.format}"


def open_files(directory: Directory, words: Words) -> Iterator[OpenFile]:
    """Every data file of records, each kind's table first."""
    yield OpenFile(table=STUDIOS, format="csv", columns=tuple((name, None) for name in STUDIO_COLUMNS))
    yield from (OpenFile(table=STUDIOS, format=format_) for format_ in ("geojson", "json"))
    yield from _parts(directory, words, "studio")
    for kind in KINDS:
        if not is_told(directory, words, kind):
            continue
        name = KINDS[kind].name
        yield OpenFile(table=name, format="csv", columns=kind_columns(kind))
        if kind == "division":
            yield OpenFile(table=name, format="geojson")
        yield OpenFile(table=name, format="json")
        yield from _parts(directory, words, kind)
    yield OpenFile(table=CHANGES, format="csv", columns=tuple((name, None) for name in CHANGE_COLUMNS))


def is_told(directory: Directory, words: Words, kind: str) -> bool:
    """Whether there are files of a kind: there is a record of it; of members, one who agreed."""
    if kind == "member":
        return any(lines.csv for lines in lines_of(directory, words, kind).values())
    return len(getattr(directory, SHELVES[kind])) > 0


def is_part_told(directory: Directory, words: Words, table: OpenPart) -> bool:
    """Whether there is a table of parts, as far as its kind has files: what is asked is as little as tells it."""
    if table.name in _TIED:
        return len(getattr(directory.links, _TIED[table.name])) > 0
    return any(
        part[0] == table.name for lines in lines_of(directory, words, table.kind).values() for part in lines.parts
    )


def kind_columns(kind: str) -> tuple[tuple[str, Column | None], ...]:
    """All columns of a kind's table, in order."""
    found = [(column.name, column) for column in columns(kind)]
    return (*found, ("page", None)) if KINDS[kind].has_page else tuple(found)


def parts_columns(table: OpenPart) -> tuple[tuple[str, Column | None], ...]:
    """All columns of a table of parts, in order."""
    head: list[tuple[str, Column | None]] = [(table.kind, None)]
    if table.numbered:
        head.append(("number", None))
    return (*head, *((column.name, column) for column in part_columns(table)))


def part_outputs(directory: Directory, words: Words, kind: str, lines: Iterable[OpenLines]) -> Iterator[Output]:
    """The tables of the parts of a kind's records."""
    known = list(lines)
    for table in PART_TABLES:
        if table.kind == kind and is_part_told(directory, words, table):
            parts = [(row, json) for one in known for name, row, json in one.parts if name == table.name]
            view = Table(columns=tuple(name for name, _ in parts_columns(table)), lines=tuple(row for row, _ in parts))
            yield Output(path=f"data/{table.name}.csv", maker="csv", view=view)
            if table.has_json:
                document = Lines(head=about(directory), name=table.name, lines=tuple(json for _, json in parts))
                yield Output(path=f"data/{table.name}.json", maker="lines", view=document)


def about(directory: Directory) -> Mapping[str, Any]:
    """What stands at the head of a file: whose it is, and under which licence."""
    site = directory.site
    told: Mapping[str, Any] = plain(
        {
            "title": site.title,
            "summary": site.summary,
            "official": site.official,
            "fictional": site.fictional,
            "url": base_url(site.base_url),
            "licence": site.licence,
        }
    )
    return told


def sources(directory: Directory) -> list[Mapping[str, Any]]:
    """Where the records come from."""
    return [
        plain({"id": s.id, "title": s.title, "publisher": s.publisher, "date": s.date, "url": s.url})
        for s in directory.sources.values()
    ]


def _parts(directory: Directory, words: Words, kind: str) -> Iterator[OpenFile]:
    for table in PART_TABLES:
        if table.kind == kind and is_part_told(directory, words, table):
            yield OpenFile(table=table.name, format="csv", columns=parts_columns(table))
            if table.has_json:
                yield OpenFile(table=table.name, format="json")

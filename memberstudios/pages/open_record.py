"""The public fields of a record as plain values, as cells of a table, and as the rows of its parts.

What names a record that has not begun, or a member who did not agree, is left out: not even its id leaves the house.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from types import MappingProxyType
from typing import Any, Final

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.positions import locate
from memberstudios.pages import addresses
from memberstudios.pages.open_kinds import (
    KINDS,
    PARTS,
    SHELVES,
    Column,
    OpenPart,
    chosen,
    columns,
    part_columns,
    public_fields,
)
from memberstudios.pages.site_shell import base_url
from memberstudios.records.shared import Location
from memberstudios.records.structure import Field
from memberstudios.records.types import Names, is_id_shaped
from memberstudios.records.work import Steps
from memberstudios.render.tables import Cell

SEVERAL: Final = "|"
"""Between several texts in one cell; between several ids stands a space."""
_PAGES: Final[Mapping[str, Callable[[Directory, str], str | None]]] = MappingProxyType(
    {
        "studio": lambda _, id_: addresses.studio(id_),
        "organization": lambda _, id_: addresses.organization(id_),
        "division": lambda _, id_: addresses.area(id_),
        "sector": lambda _, id_: addresses.sector(id_),
        "matter": lambda _, id_: addresses.matter(id_),
        "member": addresses.member,
        "activity": lambda _, id_: addresses.activity(id_),
        "series": lambda _, id_: addresses.series(id_),
        "topic": lambda _, id_: addresses.topic(id_),
        "framework": lambda _, id_: addresses.framework(id_),
        "document": lambda _, id_: addresses.document(id_),
        "news": lambda _, id_: addresses.news(id_),
    }
)


def open_document(directory: Directory, kind: str, record: Any) -> dict[str, Any]:
    """The public fields of a record that are known; `page` is its page where the site knows its address."""
    found = open_fields(directory, public_fields(kind), record)
    page = page_address(directory, kind, record.id)
    return found if page is None else {**found, "page": page}


def open_fields(directory: Directory, wanted: Iterable[Field], record: Any) -> dict[str, Any]:
    """Fields of a record or of a part of one, by their keys, as plain values; without those that are not known."""
    values = ((field.key, _open(directory, field, getattr(record, field.attribute))) for field in wanted)
    return {key: value for key, value in values if value not in (None, [], {})}


def known(directory: Directory, names: Names, id_: str) -> bool:
    """Whether what names a record may be told: free text, or a record that has begun and is public."""
    if names.or_text and not is_id_shaped(id_):
        return True
    if names.kind == "member":
        member = directory.members.get(id_)
        return member is not None and directory.is_public(member)
    return id_ in getattr(directory, SHELVES[names.kind])


def page_address(directory: Directory, kind: str, id_: str) -> str | None:
    """The full address of a record's page."""
    base = base_url(directory.site.base_url)
    if base is None or kind not in _PAGES:
        return None
    path = _PAGES[kind](directory, id_)
    return None if path is None else base + path


def row(document: Mapping[str, Any], kind: str) -> tuple[Cell, ...]:
    """The cells of a record's row, from its document; the last is its page, where the kind has pages."""
    cells = cells_of(document, columns(kind))
    return (*cells, document.get("page")) if KINDS[kind].has_page else cells


def part_rows(document: Mapping[str, Any], table: OpenPart) -> Iterator[tuple[Cell, ...]]:
    """The rows of a record's parts, from its document."""
    for number, part in enumerate(document.get(table.at, ()), 1):
        yield (document["id"], *((number,) if table.numbered else ()), *cells_of(part, part_columns(table)))


def cells_of(document: Mapping[str, Any], wanted: Iterable[Column]) -> tuple[Cell, ...]:
    """The cells of columns, from the public fields of a record or part."""
    return tuple(_cell(_at(document, column.path), column.field) for column in wanted)


def plain(value: Any) -> Any:
    """Records as mappings, tuples as lists, dates as they were written; what is not known is left out.

    Some forty values a studio pass here, so the commonest kinds come first.
    """
    kind = type(value)
    if kind is str or kind is bool or kind is int or value is None:
        return value
    if kind is PartialDate:
        return str(value)
    if kind is tuple or kind is list:
        return [plain(inner) for inner in value]
    if kind is dict:
        return {key: plain(inner) for key, inner in value.items() if inner is not None and inner != ()}
    if kind is float:
        return int(value) if value.is_integer() else value
    members = ((field.name, getattr(value, field.name)) for field in dataclass_fields(value))
    return {name: plain(inner) for name, inner in members if inner is not None and inner != ()}


def _open(directory: Directory, field: Field, value: Any) -> Any:
    if value is None or value == ():
        return None
    if isinstance(value, Steps):
        return _steps(directory, value)
    if field.many:
        items = (_one(directory, field, item) for item in value)
        return [item for item in items if item is not None]
    return _one(directory, field, value)


def _one(directory: Directory, field: Field, value: Any) -> Any:
    if isinstance(value, Location):
        return _position(directory, value)
    if field.nested is not None:
        return open_fields(directory, chosen(field.nested, PARTS[field.nested]), value)
    if field.names is not None:
        return value if known(directory, field.names, value) else None
    if field.kind == "file":
        return addresses.document_file(value) if value in directory.contents.files else None
    return plain(value)


def _position(directory: Directory, location: Location) -> dict[str, Any]:
    """In WGS-84, rounded as the site publishes positions."""
    site = directory.site
    position = locate(location, site.coordinate_system).rounded(site.publish_precision)
    return {"lat": position.lat, "lng": position.lng, "system": "wgs84", "precision": location.precision}


def _steps(directory: Directory, steps: Steps) -> list[dict[str, Any]]:
    """The steps of an activity as a list: their keys are items of a framework, which no table could hold."""
    if steps.framework not in directory.frameworks:
        return []
    return [
        {
            "framework": steps.framework,
            "item": item,
            ("date" if isinstance(done, PartialDate) else "text"): str(done),
        }
        for item, done in steps.done
    ]


def _at(document: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = document
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _cell(value: Any, field: Field) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return separator(field).join(map(str, value))
    return value  # type: ignore[no-any-return]  # a text, a number or None


def separator(field: Field) -> str:
    """What stands between several values of a field in one cell."""
    return " " if field.names is not None and not field.names.or_text else SEVERAL

"""A plain value becomes a record or diagnostics, never half a record."""

from collections.abc import Callable, Iterator
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from memberstudios.base.codes import SEVERITY
from memberstudios.base.dates import partial_date
from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.base.text import nearest
from memberstudios.records.structure import Field, fields, keys_at, marked, type_at
from memberstudios.records.studio import Change, Studio

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Record = TypeVar("Record")

MAX_PER_RECORD = 30
"""Diagnostics shown of one record; a record of the wrong kind would name every field."""

_CODES = {
    "missing": "required-field",
    "unexpected_keyword_argument": "unknown-key",
    "literal_error": "not-a-choice",
    "dataclass_type": "expected-mapping",
}
_UNCHANGEABLE = ("id", "changes", "former_ids")


@lru_cache(None)
def _reader(record_type: type) -> Callable[[Any], Any]:
    """The validator of a type; made when the first record of that type is read, because many builds read none."""
    from memberstudios.records import validation

    return validation.validator(record_type)


def _errors(error: ValueError) -> list["ErrorDetails"]:
    from memberstudios.records import validation

    return validation.errors(error)


def read_record(record_type: type, value: Any, file: str, root: Path) -> tuple[Any, list[Diagnostic]]:
    """The record that `value` writes, or None and what is wrong; `root` leads to it in `file`."""
    if not isinstance(value, dict):
        return None, [Diagnostic(code="expected-mapping", spot=Spot(file=file, path=root), values={"key": ""})]
    try:
        record = _reader(record_type)(value)
    except ValueError as error:
        details = _errors(error)[:MAX_PER_RECORD]
        return None, [_diagnostic(record_type, detail, value, file, root) for detail in details]
    if isinstance(record, Studio):
        found = _check_changes(value, record.changes, file, root)
        return (None if found else record), found
    return record, []


def with_fields(record: Record, **changed: Any) -> Record:
    """A copy of a record with other values; they are not read again, so they must be of the fields' types."""
    twin = copy(record)
    for attribute, value in changed.items():
        object.__setattr__(twin, attribute, value)
    return twin


def marked_in_time(record: Any) -> Iterator[tuple[Path, Field, str]]:
    """As `marked`, and of a studio also what its changes name: a day that comes must not break a site."""
    yield from marked(record)
    if isinstance(record, Studio):
        for index, change in enumerate(record.changes):
            later = _reader(Studio)({"id": record.id, "name": record.name, **change.fields})
            for path, field, text in marked(later):
                yield ("changes", index, *path), field, text


def apply_change(value: dict[str, Any], change: Change) -> dict[str, Any]:
    """A studio's value after a change: its fields replace the old ones."""
    return {**{key: inner for key, inner in value.items() if key != "changes"}, **change.fields}


def _check_changes(value: dict[str, Any], changes: tuple[Change, ...], file: str, root: Path) -> list[Diagnostic]:
    """What is wrong with the studio after each of its changes, in the order of their days."""
    found = []
    dated = []
    for index, change in enumerate(changes):
        here = (*root, "changes", index)
        try:
            dated.append((partial_date(change.from_).first, index, change))
        except ValueError:
            spot = Spot(file=file, path=(*here, "from"))
            found.append(Diagnostic(code="bad-date", spot=spot, values={"value": change.from_, "key": "from"}))
        found += [
            Diagnostic(code="bad-change", spot=Spot(file=file, path=(*here, key), on="key"), values={"key": key})
            for key in _UNCHANGEABLE
            if key in change.fields
        ]
    current = value
    for _, index, change in sorted(dated, key=lambda item: item[:2]):
        current = apply_change(current, change)
        found += _check_changed(current, change, file, (*root, "changes", index))
    return found


def _check_changed(changed: dict[str, Any], change: Change, file: str, here: Path) -> list[Diagnostic]:
    try:
        _reader(Studio)(changed)
    except ValueError as error:
        details = [detail for detail in _errors(error) if detail["loc"][:1]]
        return [
            _diagnostic(Studio, detail, changed, file, here) for detail in details if detail["loc"][0] in change.fields
        ]
    return []


def _diagnostic(record_type: type, detail: "ErrorDetails", value: Any, file: str, root: Path) -> Diagnostic:
    kind = detail["type"]
    code = _CODES.get(kind, kind)
    if code not in SEVERITY:
        raise KeyError(code)
    where: Path = tuple(detail["loc"])
    values = {key: str(text) for key, text in (detail.get("ctx") or {}).items() if key not in ("code", "class_name")}
    values.setdefault("key", next((str(step) for step in reversed(where) if isinstance(step, str)), ""))
    probably = None
    on_key = False
    if code == "required-field":
        values["key"], where = (str(where[-1]), where[:-1]) if kind == "missing" else (values["key"], where)
        values["record"] = str(value.get("id", "")) if isinstance(value.get("id", ""), str) else ""
    elif code == "unknown-key":
        known = keys_at(record_type, where[:-1])
        values |= {"key": str(where[-1]), "known": ", ".join(known), "within": _part(record_type, where[:-1])}
        probably = nearest(values["key"], known)
        on_key = True
    elif kind == "literal_error":
        known = _choices(record_type, where)
        within = where[: max((at for at, step in enumerate(where) if isinstance(step, str)), default=0)]
        values |= {
            "value": _short(detail["input"]),
            "known": ", ".join(known),
            "within": _part(record_type, within),
        }
        probably = nearest(values["value"], known)
    elif code in ("bad-id", "reserved-id"):
        probably = _as_id(values.get("value", ""))
    return Diagnostic(
        code=code,
        spot=Spot(file=file, path=(*root, *where), on="key" if on_key else "value"),
        values=values,
        nearest=probably,
    )


def _part(record_type: type, path: Path) -> str:
    """The name of the type that holds a field; words are kept by it."""
    part = type_at(record_type, path)
    return part.__name__ if part is not None else ""


def _choices(record_type: type, where: Path) -> tuple[str, ...]:
    current: type | None = record_type
    choices: tuple[str, ...] = ()
    for step in where:
        if isinstance(step, str) and current is not None:
            field = next(field for field in fields(current) if field.key == step)
            current, choices = field.nested, field.choices
    return choices


def _short(value: Any) -> str:
    return value[:64] if isinstance(value, str) else "…"


def _as_id(text: str) -> str | None:
    """What the text would be as an id, when little is missing."""
    made = "-".join(part for part in "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split())
    return made if made and made != text and len(made) >= len(text) // 2 else None

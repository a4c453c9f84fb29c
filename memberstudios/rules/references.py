"""Every record that is named exists. Knows fields only through the types of records."""

from collections.abc import Iterator, Mapping

from memberstudios.base.diagnostic import Diagnostic, Path
from memberstudios.base.text import nearest
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.reader import marked_in_time
from memberstudios.records.structure import Field
from memberstudios.records.types import is_id_shaped


def unknown_references(directory: Directory) -> Iterator[Diagnostic]:
    """Ids that name no record, and free text of the shape of an id."""
    known = known_ids(directory)
    for entry in directory.entries:
        for path, field, text in marked_in_time(entry.record):
            if field.names is None or text in known.get(field.names.kind, ()):
                continue
            if field.names.or_text and not is_id_shaped(text):
                continue
            if not directory.entries.may_exist(field.names.kind, text):
                yield _unknown(entry, path, field, text, known)


def known_ids(directory: Directory) -> dict[str, dict[str, Entry]]:
    """The first entry of every id, by kind, whatever the day."""
    known: dict[str, dict[str, Entry]] = {}
    for entry in directory.entries:
        id_ = getattr(entry.record, "id", None)
        if id_ is not None:
            known.setdefault(entry.kind, {}).setdefault(id_, entry)
    return known


def _unknown(entry: Entry, path: Path, field: Field, text: str, known: Mapping[str, Mapping[str, Entry]]) -> Diagnostic:
    names = field.names
    if names is None:
        raise TypeError(field.key)
    return Diagnostic(
        code="id-without-record" if names.or_text else "unknown-reference",
        spot=entry.spot(*path),
        values={"value": text, "kind": names.kind, "key": field.key},
        nearest=nearest(text, known.get(names.kind, ())),
    )

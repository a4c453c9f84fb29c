"""Every record that is named exists. Knows fields only through the types of records."""

from collections.abc import Iterable, Iterator

from memberstudios.base.diagnostic import Diagnostic
from memberstudios.base.text import nearest
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.structure import Mark
from memberstudios.records.types import is_id_shaped


def unknown_references(directory: Directory, entry: Entry, marks: Iterable[Mark]) -> Iterator[Diagnostic]:
    """Ids that name no record, and free text of the shape of an id."""
    for path, field, text in marks:
        names = field.names
        if names is None or f"{names.kind}/{text}" in directory.written:
            continue
        if names.or_text and not is_id_shaped(text):
            continue
        if not directory.entries.may_exist(names.kind, text):
            yield Diagnostic(
                code="id-without-record" if names.or_text else "unknown-reference",
                spot=entry.spot(*path),
                values={"value": text, "kind": names.kind, "key": field.key},
                nearest=nearest(text, (slot.id for slot in directory.entries.slots(names.kind))),
            )

"""Ids, slugs and former ids stand for one record each, and trees have no circles: what only all records can tell."""

from collections.abc import Iterator, Mapping
from typing import Final

from memberstudios.base.diagnostic import Diagnostic, Related
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry, Slot
from memberstudios.directory.ties import NUMBER

_FIRST = "report.first_here"
_TREES: Final = (
    ("division", "parent", "divisions_below"),
    ("organization", "parent", "organizations_below"),
    ("studio", "parent", "studios_below"),
    ("studio", "replaced_by", "successors_of"),
)
"""Kind, field, and the tie that says what the field names."""


def duplicate_ids(directory: Directory) -> Iterator[Diagnostic]:
    """The same id twice in a kind; for news and pages the same slug."""
    for kind, slots in directory.entries.by_kind.items():
        first: dict[str, Slot] = {}
        for slot in slots:
            if slot.id and (known := first.setdefault(slot.id, slot)) is not slot:
                yield _duplicate(kind, slot, known)


def _duplicate(kind: str, slot: Slot, first: Slot) -> Diagnostic:
    if kind in ("news", "page"):
        related = Related(label=_FIRST, spot=first.spot())
        return Diagnostic(code="duplicate-slug", spot=slot.spot(), values={"value": slot.id}, related=(related,))
    related = Related(label=_FIRST, spot=first.spot("id"))
    return Diagnostic(
        code="duplicate-id", spot=slot.spot("id"), values={"value": slot.id, "kind": kind}, related=(related,)
    )


def former_ids(directory: Directory) -> Iterator[Diagnostic]:
    """A former id that is another studio's id or former id: its old address would lead to two places."""
    studios = directory.entries.slots("studio")
    taken = {slot.id: slot.spot("id") for slot in reversed(studios)}
    formerly = NUMBER["studios_formerly"]
    for slot in studios:
        if not any(number == formerly for number, _ in slot.named):
            continue
        for index, id_ in enumerate(directory.entries.fetch(slot).record.former_ids):
            here = slot.spot("former_ids", index)
            if id_ in taken:
                related = Related(label=_FIRST, spot=taken[id_])
                yield Diagnostic(code="former-id-taken", spot=here, values={"value": id_}, related=(related,))
            else:
                taken[id_] = here


def circles(directory: Directory) -> Iterator[Diagnostic]:
    """Areas, organizations or studios that lie, over some steps, in themselves; also after their last changes."""
    for kind, key, tie in _TREES:
        slots = directory.entries.slots(kind)
        where: dict[str, Slot | Entry] = {slot.id: slot for slot in slots}
        parents = {slot.id: _parent(slot, NUMBER[tie]) for slot in slots}
        found = list(_circles(parents, where, key))
        yield from found
        last = {slot.id: _last(directory, slot, key) for slot in slots if any(key in keys for _, keys in slot.changes)}
        if last and not found:
            parents |= {id_: getattr(entry.record, key) for id_, entry in last.items()}
            yield from _circles(parents, {**where, **last}, key)


def _parent(slot: Slot, tie: int) -> str | None:
    return next((id_ for number, id_ in slot.named if number == tie), None)


def _last(directory: Directory, slot: Slot, key: str) -> Entry:
    """A studio after the last of its changes that touches `key`."""
    *_, last = stages(directory.entries.fetch(slot), (key,))
    return last


def _circles(parents: Mapping[str, str | None], where: Mapping[str, Slot | Entry], key: str) -> Iterator[Diagnostic]:
    finished: set[str] = set()
    for start in parents:
        path: list[str] = []
        current: str | None = start
        while current is not None and current in parents and current not in finished:
            if current in path:
                circle = path[path.index(current) :]
                text = " → ".join([*circle, current])
                yield Diagnostic(code="tree-cycle", spot=where[current].spot(key), values={"circle": text, "key": key})
                break
            path.append(current)
            current = parents[current]
        finished.update(path)

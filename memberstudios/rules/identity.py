"""Ids, slugs and former ids stand for one record each, and trees have no circles."""

from collections.abc import Iterator

from memberstudios.base.diagnostic import Diagnostic, Related
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry

_FIRST = "report.first_here"


def duplicate_ids(directory: Directory) -> Iterator[Diagnostic]:
    """The same id twice in a kind; for news and pages the same slug."""
    for kind, entries in directory.entries.by_kind.items():
        first: dict[str, Entry] = {}
        for entry in entries:
            id_ = getattr(entry.record, "id", None)
            if id_ is None:
                continue
            if id_ in first:
                yield _duplicate(kind, entry, first[id_], id_)
            else:
                first[id_] = entry


def _duplicate(kind: str, entry: Entry, first: Entry, id_: str) -> Diagnostic:
    if kind in ("news", "page"):
        related = Related(label=_FIRST, spot=first.spot())
        return Diagnostic(code="duplicate-slug", spot=entry.spot(), values={"value": id_}, related=(related,))
    related = Related(label=_FIRST, spot=first.spot("id"))
    return Diagnostic(
        code="duplicate-id", spot=entry.spot("id"), values={"value": id_, "kind": kind}, related=(related,)
    )


def former_ids(directory: Directory) -> Iterator[Diagnostic]:
    """A former id that is another studio's id or former id: its old address would lead to two places."""
    taken = {entry.record.id: entry.spot("id") for entry in reversed(directory.entries.of("studio"))}
    for entry in directory.entries.of("studio"):
        for index, id_ in enumerate(entry.record.former_ids):
            here = entry.spot("former_ids", index)
            if id_ in taken:
                related = Related(label=_FIRST, spot=taken[id_])
                yield Diagnostic(code="former-id-taken", spot=here, values={"value": id_}, related=(related,))
            else:
                taken[id_] = here


def circles(directory: Directory) -> Iterator[Diagnostic]:
    """Areas, organizations or studios that lie, over some steps, in themselves."""
    for kind, key in (
        ("division", "parent"),
        ("organization", "parent"),
        ("studio", "parent"),
        ("studio", "replaced_by"),
    ):
        entries = directory.entries.of(kind)
        found = list(_circles(entries, key))
        yield from found or _circles([_latest(entry, key) for entry in entries], key)


def _latest(entry: Entry, key: str) -> Entry:
    """A studio after the last of its changes that touches `key`."""
    *_, last = stages(entry, (key,))
    return last


def _circles(entries: list[Entry], key: str) -> Iterator[Diagnostic]:
    parents: dict[str, str | None] = {entry.record.id: getattr(entry.record, key) for entry in entries}
    where = {entry.record.id: entry for entry in entries}
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

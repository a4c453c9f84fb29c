"""What is derived from records before any page is made: taken from the last build where nothing changed.

Names of one kind that follow one another are made together, record by record, while a record is at hand. So what is
derived under one of them may look at what names before it made of the same record, and at all that earlier kinds made.
"""

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby
from typing import Any

from memberstudios.base.packing import Packer
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.directory.trace import Changed, Seen, touched
from memberstudios.pages.plan import DERIVED, Derived
from memberstudios.pipeline.changes import differing
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.stored import Damaged, Reference, Store
from memberstudios.words import Words

Known = dict[str, tuple[Seen, Reference, bytes]]
"""By id what was looked at, where it stands in the store, and its digest."""
_Made = tuple[str, str, Seen, bytes, bytes]
"""A name and an id, what was looked at, the bytes and their digest."""


def derive(
    directory: Directory, words: Words, before: dict[str, Known], changed: Changed, store: Store, jobs: int
) -> dict[str, Known]:
    """Everything derived by name, put on the directory's shelves; what became different is added to `changed`."""
    found: dict[str, Known] = {}
    for kind, names in groupby(DERIVED, key=lambda name: DERIVED[name].kind):
        batch = {name: DERIVED[name] for name in names}
        found |= _Batch(directory, words, batch, before, changed, store).derive(list(directory.current[kind]), jobs)
    return found


class _Batch:
    """Names that are derived from records of one kind, in order."""

    def __init__(
        self,
        directory: Directory,
        words: Words,
        derived: Mapping[str, Derived],
        before: Mapping[str, Known],
        changed: Changed,
        store: Store,
    ) -> None:
        self._directory = directory
        self._make = {name: partial(one.make, directory, words) for name, one in derived.items()}
        self._packers = {name: Packer((one.type,)) for name, one in derived.items()}
        self._before: dict[str, Known] = {name: before.get(name, {}) for name in derived}
        self._changed = changed
        self._store = store
        self._settled: set[tuple[str, str]] = set()

    def derive(self, ids: Sequence[str], jobs: int) -> dict[str, Known]:
        """All names, of these ids in order."""
        own = {id_: id_ for id_ in ids}
        for name in self._make:
            self._put_on_shelf(name, own, partial(self._in_the_making, name))
        stale = [id_ for id_ in ids if any(self._is_stale(name, id_) for name in self._make)]
        made: dict[str, Known] = {name: {} for name in self._make}
        for share in share_out(stale, self._made_share, jobs):
            for name, id_, seen, data, digest in share:
                made[name][id_] = (seen, self._store.put(data), digest)
        found = {name: self._all(ids, made[name], self._before[name]) for name in self._make}
        for name, known in found.items():
            self._changed[name] = differing(_digests(self._before[name]), _digests(known))
            self._put_on_shelf(name, known, partial(self._kept, name))
        return found

    def _put_on_shelf(self, name: str, references: Mapping[str, Any], fetch: Callable[[Any], Any]) -> None:
        self._directory.derived[name] = Shelf(self._directory.trace.space(name), references, fetch)

    def _is_stale(self, name: str, id_: str) -> bool:
        last = self._before[name].get(id_)
        return last is None or touched(last[0], self._changed)

    @staticmethod
    def _all(ids: Sequence[str], made: Known, before: Known) -> Known:
        return {id_: made[id_] if id_ in made else before[id_] for id_ in ids}

    def _made_share(self, ids: Sequence[str]) -> list[_Made]:
        return [one for id_ in ids for one in self._made_of(id_)]

    def _made_of(self, id_: str) -> Iterator[_Made]:
        """What has to be made of a record. Where it came out otherwise, what looked at it has to be made as well."""
        trace = self._directory.trace
        for name in self._make:
            if not self._is_stale(name, id_):
                self._settled.add((name, id_))
                continue
            trace.take()
            value = self._make[name](id_)
            seen = trace.take()
            data = marshal.dumps(self._packers[name].pack(value))
            digest = blake2b(data, digest_size=16).digest()
            self._directory.derived[name].have(id_, value)
            last = self._before[name].get(id_)
            if last is None or last[2] != digest:
                self._changed.setdefault(name, set()).add(id_)
            yield name, id_, seen, data, digest

    def _in_the_making(self, name: str, id_: str) -> Any:
        """What was kept may be out of date: only of what was looked into it is known that it is not."""
        if (name, id_) in self._settled:
            return self._kept(name, self._before[name][id_])
        return self._make[name](id_)

    def _kept(self, name: str, known: tuple[Seen, Reference, bytes]) -> Any:
        _, reference, _ = known
        try:
            return self._packers[name].unpack(marshal.loads(self._store.get(reference)))  # noqa: S302 - plain values, and checked
        except (ValueError, TypeError, EOFError) as error:
            raise Damaged(reference) from error


def _digests(known: Known) -> dict[str, bytes]:
    return {id_: digest for id_, (_, _, digest) in known.items()}

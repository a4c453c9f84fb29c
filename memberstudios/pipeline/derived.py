"""What is derived from records before any page is made: taken from the last build where nothing changed."""

import marshal
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any

from memberstudios.base.packing import Packer
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.directory.trace import Changed, Seen, touched
from memberstudios.pages.plan import DERIVED
from memberstudios.pipeline.changes import differing
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.stored import Damaged, Reference, Store
from memberstudios.words import Words

Known = dict[str, tuple[Seen, Reference, bytes]]
"""By id what was looked at, where it stands in the store, and its digest."""


def derive(
    directory: Directory, words: Words, before: dict[str, Known], changed: Changed, store: Store, jobs: int
) -> dict[str, Known]:
    """Everything derived by name, put on the directory's shelves; what became different is added to `changed`."""
    found: dict[str, Known] = {}
    for name, derived in DERIVED.items():
        packer = Packer((derived.type,))
        last = before.get(name, {})
        make_one = partial(_made, packer, partial(derived.make, directory, words))
        known = _derived(directory, derived.kind, make_one, last, changed, store, jobs)
        old = {id_: digest for id_, (_, _, digest) in last.items()}
        changed[name] = differing(old, {id_: digest for id_, (_, _, digest) in known.items()})
        fetch = partial(_fetched, packer, store)
        directory.derived[name] = Shelf(directory.trace.space(name), known, fetch)
        found[name] = known
    return found


def _derived(
    directory: Directory,
    kind: str,
    make: Callable[[str], bytes],
    before: Known,
    changed: Changed,
    store: Store,
    jobs: int,
) -> Known:
    ids = list(directory.current[kind])
    stale = [id_ for id_ in ids if id_ not in before or touched(before[id_][0], changed)]
    made: Known = {}
    for share in share_out(stale, partial(_made_share, directory, make), jobs):
        for id_, seen, data in share:
            made[id_] = (seen, store.put(data), blake2b(data, digest_size=16).digest())
    return {id_: made[id_] if id_ in made else before[id_] for id_ in ids}


def _made_share(
    directory: Directory, make: Callable[[str], bytes], ids: Sequence[str]
) -> list[tuple[str, Seen, bytes]]:
    trace = directory.trace
    found = []
    for id_ in ids:
        trace.take()
        data = make(id_)
        found.append((id_, trace.take(), data))
    return found


def _made(packer: Packer, make: Callable[[str], Any], id_: str) -> bytes:
    return marshal.dumps(packer.pack(make(id_)))


def _fetched(packer: Packer, store: Store, known: tuple[Seen, Reference, bytes]) -> Any:
    try:
        return packer.unpack(marshal.loads(store.get(known[1])))  # noqa: S302 - plain values, and checked
    except (ValueError, TypeError, EOFError) as error:
        raise Damaged(known[1]) from error

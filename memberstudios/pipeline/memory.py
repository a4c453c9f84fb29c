"""What the last build leaves for the next: one file of plain values, and one of contents. Any doubt means: nothing.

Both are disposable. Nothing in them is run, a digest guards each, and a folder that others can write to is not trusted.
"""

import contextlib
import marshal
from collections.abc import Iterator, Mapping
from dataclasses import field

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.entries import Slot
from memberstudios.directory.trace import Seen
from memberstudios.pipeline.changes import Nodes
from memberstudios.pipeline.check import CheckedBefore
from memberstudios.pipeline.kept import STATE, Kept
from memberstudios.pipeline.reading import Remembered
from memberstudios.pipeline.stored import Reference, Store
from memberstudios.publish.listing import Look

MadeOutput = tuple[str, str, int]
"""The path of a file, its SHA-256, and what it is: one of the numbers below."""
FILE, UNLISTED, LISTED, LANDMARK, FOR_OFFICE = range(5)
"""No page; a page that search engines leave out; one that the sitemap lists; one that it lists first; none of the site."""

_FORMAT = 5
_CONTENTS = "contents"
_MOST_GARBAGE = 0.5
_CONTENTS_OF_SLOT = Slot._fields.index("contents")


@dataclass(slots=True)
class MadeBefore:
    """What was published. `base` stands for everything that all pages depend on.

    `derived`: by name and id what was looked at, and where it stands; `units`: what was looked at, and what was made;
    `live`: the look of each file of the site; `office`: of each file of the office's folder.
    """

    base: bytes = b""
    derived: dict[str, dict[str, tuple[Seen, Reference, bytes]]] = field(default_factory=dict)
    units: dict[tuple[str, str], tuple[Seen, tuple[MadeOutput, ...]]] = field(default_factory=dict)
    live: dict[str, Look] = field(default_factory=dict)
    office: dict[str, Look] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """Everything that is kept, and the store of contents."""

    checked: CheckedBefore = field(default_factory=CheckedBefore)
    made: MadeBefore = field(default_factory=MadeBefore)
    store: Store = field(default_factory=Store)


def recall(kept: Kept) -> Memory:
    """What the last build left, if it was of this version of the program."""
    data = kept.get(STATE)
    if data is None:
        return Memory()
    try:
        found_format, found_version, size, checked, made = marshal.loads(data)  # noqa: S302 - plain values, and checked
        if (found_format, found_version) != (_FORMAT, kept.version):
            return Memory()
        (pieces, files, pictures, documents, turned), (current, spaces), checked_base, seen = checked
        base, derived, units, live, office = made
        tables = (pieces, files, pictures, documents, turned, current, spaces, seen, derived, units, live, office)
        if size < 0 or not all(isinstance(table, dict) for table in tables):
            return Memory()
        reading = Remembered(pieces=pieces, files=files, pictures=pictures, documents=documents, turned=turned)
        nodes = Nodes(current=current, spaces=spaces)
        return Memory(
            checked=CheckedBefore(reading=reading, nodes=nodes, base=checked_base, seen=seen),
            made=MadeBefore(base=base, derived=derived, units=units, live=live, office=office),
            store=Store(kept.reader(_CONTENTS, size), size),
        )
    except (ValueError, TypeError, EOFError, OSError):
        return Memory()


def remember(kept: Kept, memory: Memory) -> None:
    """Leave it for the next build. What cannot be written costs time, and nothing else."""
    with contextlib.suppress(OSError):
        size = _keep_contents(kept, memory)
        reading, nodes, made = memory.checked.reading, memory.checked.nodes, memory.made
        checked = (
            (reading.pieces, reading.files, reading.pictures, reading.documents, reading.turned),
            (nodes.current, nodes.spaces),
            memory.checked.base,
            memory.checked.seen,
        )
        published = (made.base, made.derived, made.units, made.live, made.office)
        kept.put(STATE, marshal.dumps((_FORMAT, kept.version, size, checked, published)))


def _keep_contents(kept: Kept, memory: Memory) -> int:
    """Write what is new behind what is there; when most of it is of no use any more, all that is of use. Its size."""
    store = memory.store
    references = dict.fromkeys(_references(memory))
    used = sum(length for _, length, _ in references)
    if used >= store.size * (1 - _MOST_GARBAGE):
        kept.append(_CONTENTS, store.old_size, store.new())
        return store.size
    kept.append(_CONTENTS, 0, map(store.get, references))
    moved: dict[Reference, Reference] = {}
    offset = 0
    for reference in references:
        _, length, check = reference
        moved[reference] = (offset, length, check)
        offset += length
    _relocate(memory, moved)
    return used


def _references(memory: Memory) -> Iterator[Reference]:
    for slots, _ in memory.checked.reading.pieces.values():
        yield from (slot[_CONTENTS_OF_SLOT] for slot in slots)
    for known in memory.made.derived.values():
        yield from (reference for _, reference, _ in known.values())


def _relocate(memory: Memory, moved: Mapping[Reference, Reference]) -> None:
    at = _CONTENTS_OF_SLOT
    pieces, derived = memory.checked.reading.pieces, memory.made.derived
    for digest, (slots, pictures) in pieces.items():
        pieces[digest] = (tuple((*slot[:at], moved[slot[at]], *slot[at + 1 :]) for slot in slots), pictures)
    for name, known in derived.items():
        derived[name] = {id_: (seen, moved[old], digest) for id_, (seen, old, digest) in known.items()}

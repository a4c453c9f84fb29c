"""The records that were read, each with where it was written; and what had to be refused.

A record stands here as a slot: who it is and what it names. Its contents are fetched when somebody asks for them.
"""

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date
from typing import Any, NamedTuple

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Path, Spot
from memberstudios.content.prose import Prose

Text = tuple[Path, Prose]
"""A converted Markdown text of a record, and the way to it, which may lead through a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record: `value` is what was written, kept where a change of a day may need it again.

    `texts` are its Markdown texts, those of changes last, in the order of their days.
    """

    kind: str
    record: Any
    file: str
    root: Path = ()
    value: dict[str, Any] | None = None
    body_line: int = 0
    texts: tuple[Text, ...] = ()

    def spot(self, *path: str | int) -> Spot:
        """The place of one of its fields."""
        return Spot(file=self.file, path=(*self.root, *path))


class Slot(NamedTuple):
    """A record without its contents, of plain values only.

    `at` is its place in the list of its file, -1 where the file holds one record; `digest` is of all that it was
    read from; `begins` and `ends` are ordinals of days; `order` is the day of what is sorted by days; `changes` are the
    days of its planned changes and the fields that each touches; `days` are all on which something of it begins or has
    ended; `named` are its ties to others, as numbers of
    `ties.TIES` and keys; `contents` is where `Entries.fetch` finds it.
    """

    kind: str
    id: str
    file: str
    at: int
    digest: bytes
    contents: Any
    begins: int | None = None
    ends: int | None = None
    is_draft: bool = False
    order: int = 0
    changes: tuple[tuple[int, tuple[str, ...]], ...] = ()
    named: tuple[tuple[int, str], ...] = ()
    days: tuple[int, ...] = ()

    def has_ended(self, day: date) -> bool:
        """Whether it held before a day and no more."""
        return self.ends is not None and self.ends < day.toordinal()

    def spot(self, *path: str | int) -> Spot:
        """The place of one of its fields."""
        return Spot(file=self.file, path=path if self.at < 0 else (self.at, *path))


@dataclass(slots=True)
class Entries:
    """Every record of a directory by kind, in the order of files and lines.

    `refused` are ids of records that could not be read; of a kind in `obscured` not even all ids are known. `turned` are
    plain slots of studios as their changes made them, by digest: those of an earlier directory, then those of this one.
    """

    fetch: Callable[[Slot], Entry]
    by_kind: dict[str, list[Slot]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)
    obscured: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    turned: dict[bytes, tuple[Any, ...]] = field(default_factory=dict)

    def slots(self, kind: str) -> list[Slot]:
        return self.by_kind.get(kind, [])

    def of(self, kind: str) -> list[Entry]:
        """All records of a kind."""
        return [self.fetch(slot) for slot in self.slots(kind)]

    def __iter__(self) -> Iterator[Slot]:
        for slots in self.by_kind.values():
            yield from slots

    def add(self, slot: Slot) -> None:
        self.by_kind.setdefault(slot.kind, []).append(slot)

    def refuse(self, kind: str, id_: str | None) -> None:
        """Remember that a record could not be read, so that nobody is blamed for naming it."""
        if id_ is None:
            self.obscured.add(kind)
        else:
            self.refused.setdefault(kind, set()).add(id_)

    def may_exist(self, kind: str, id_: str) -> bool:
        """Whether a record that is not known may be one of those that were refused."""
        return kind in self.obscured or id_ in self.refused.get(kind, ())

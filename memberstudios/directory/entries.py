"""The records that were read, each with where it was written; and what had to be refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from memberstudios.base.diagnostic import Path, Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record: `value` is what was written, kept where a change of a day may need it again."""

    kind: str
    record: Any
    file: str
    root: Path = ()
    value: dict[str, Any] | None = None
    body_line: int = 0

    def spot(self, *path: str | int) -> Spot:
        """The place of one of its fields."""
        return Spot(file=self.file, path=(*self.root, *path))


@dataclass(slots=True)
class Entries:
    """Every record of a directory by kind, in the order of files and lines.

    `refused` are ids of records that could not be read; of a kind in `obscured` not even all ids are known.
    """

    by_kind: dict[str, list[Entry]] = field(default_factory=dict)
    refused: dict[str, set[str]] = field(default_factory=dict)
    obscured: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    def of(self, kind: str) -> list[Entry]:
        return self.by_kind.get(kind, [])

    def __iter__(self) -> Iterator[Entry]:
        for entries in self.by_kind.values():
            yield from entries

    def add(self, entry: Entry) -> None:
        self.by_kind.setdefault(entry.kind, []).append(entry)

    def refuse(self, kind: str, id_: str | None) -> None:
        """Remember that a record could not be read, so that nobody is blamed for naming it."""
        if id_ is None:
            self.obscured.add(kind)
        else:
            self.refused.setdefault(kind, set()).add(id_)

    def may_exist(self, kind: str, id_: str) -> bool:
        """Whether a record that is not known may be one of those that were refused."""
        return kind in self.obscured or id_ in self.refused.get(kind, ())

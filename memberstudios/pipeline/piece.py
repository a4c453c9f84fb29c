"""One piece of a file read to the end: its values, its records, their Markdown; in whichever process.

A piece is one record of a list, or a whole file that holds one. What comes of it depends on its text, its kind and the
pictures that its texts name, and on nothing else; its place is only needed to say where something is wrong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from memberstudios.base.dates import partial_date
from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.content.markdown import convert
from memberstudios.content.pictures import Picture
from memberstudios.directory.assembly import summary
from memberstudios.directory.entries import Entry, Slot, Text
from memberstudios.directory.shelf import Shelf
from memberstudios.pipeline.stored import packed_entry
from memberstudios.records.kinds import KIND_OF, Kind
from memberstudios.records.reader import marked_in_time, read_record
from memberstudios.records.structure import Mark
from memberstudios.rules.contents import text_spot
from memberstudios.sources import front_matter
from memberstudios.sources.personal import personal_numbers
from memberstudios.sources.pieces import FileValues, Piece, read_list, read_mapping, read_piece
from memberstudios.sources.syntax import colon_slip

_NEWS_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md\Z", re.ASCII)
_PAGE_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.md\Z", re.ASCII)
_WRITTEN_ID = re.compile(r"(?:^|[\s{,])id: *[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")


class Job(NamedTuple):
    """What to read: `at` is the piece's place in its file, -1 where the file is one piece."""

    kind: str
    file: str
    at: int
    first_line: int
    text: str


class Outcome(NamedTuple):
    """What came of a piece: its records' slots (as plain tuples, `contents` being their bytes), and what is wrong.

    `refused` are ids of records that could not be read, None for one whose id is not known; `pictures` are the names
    of the pictures that its texts looked for. `is_whole` is False for a piece that cannot be read alone.
    """

    slots: tuple[tuple[Any, ...], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    refused: tuple[str | None, ...] = ()
    pictures: tuple[str, ...] = ()
    is_whole: bool = True


def read(job: Job, pictures: Shelf[Picture], seen: set[str]) -> Outcome:
    """Read a piece. `seen` collects the names of pictures that are looked for in `pictures`."""
    kind = KIND_OF[job.kind]
    seen.clear()
    reader = _Reader(kind, job.file, pictures)
    if kind.shape == "markdown":
        reader.read_markdown(job.text)
    elif job.at < 0 and kind.shape == "mapping":
        reader.read_values(read_mapping(job.file, job.text))
    elif job.at < 0:
        reader.read_values(read_list(job.file, job.text))
    else:
        values = read_piece(job.file, job.at, Piece(job.text, job.first_line))
        if values.torn:
            return Outcome(is_whole=False)
        reader.read_values(values)
    reader.found += personal_numbers(job.file, job.text, job.first_line)
    return Outcome(
        slots=tuple(reader.slots),
        diagnostics=tuple(reader.found),
        refused=tuple(reader.refused),
        pictures=tuple(sorted(seen)),
    )


class _Reader:
    """Collects the records of one piece, and what is wrong with them."""

    def __init__(self, kind: Kind, file: str, pictures: Shelf[Picture]) -> None:
        self._kind = kind
        self._file = file
        self._pictures = pictures
        self.slots: list[tuple[Any, ...]] = []
        self.found: list[Diagnostic] = []
        self.refused: list[str | None] = []

    def read_values(self, values: FileValues) -> None:
        self.found += values.diagnostics
        for text in values.damaged:
            self.refused += _WRITTEN_ID.findall(text) or [None]
        for index, value in values.values:
            root = (index,) if self._kind.shape == "list" else ()
            record, problems = self._record(value, root)
            self.found += problems
            if record is None:
                self.refused.append(_id_of(value))
            else:
                kept = value if "changes" in value else None
                self._add(Entry(kind=self._kind.name, record=record, file=self._file, root=root, value=kept))

    def read_markdown(self, text: str) -> None:
        name = self._file.rsplit("/", 1)[1]
        match = (_NEWS_NAME if self._kind.name == "news" else _PAGE_NAME).match(name)
        if match is None:
            pattern = "YYYY-MM-DD-slug.md" if self._kind.name == "news" else "slug.md"
            self._refuse(None, "file-name", Spot(file=self._file), name=name, pattern=pattern)
            return
        slug = match[match.lastindex or 1]
        document = front_matter.split(text)
        if document is None:
            self._refuse(slug, "front-matter-missing", Spot(file=self._file, line=1, column=1))
            return
        values = read_mapping(self._file, document.header)
        self.found += values.diagnostics
        if values.damaged and not values.values:
            self.refused.append(slug)
            return
        _, value = values.values[0]
        record, problems = self._front_matter(value, {"id": slug, "body": document.body})
        self.found += problems
        if record is None:
            self.refused.append(slug)
            return
        self._add(Entry(kind=self._kind.name, record=record, file=self._file, body_line=document.body_line))
        if self._kind.name == "news" and str(record.date) != match[1]:
            spot, values_ = Spot(file=self._file, path=("date",)), {"name": match[1], "date": str(record.date)}
            self.found.append(Diagnostic(code="news-date-differs", spot=spot, values=values_))

    def _refuse(self, id_: str | None, code: str, spot: Spot, **values: str) -> None:
        self.refused.append(id_)
        self.found.append(Diagnostic(code=code, spot=spot, values=values))

    def _front_matter(self, value: Any, given: dict[str, str]) -> tuple[Any, list[Diagnostic]]:
        """The record of a front matter; `given` are fields that the file's name and body hold, and nobody writes."""
        if not isinstance(value, dict):
            return self._record(value, ())
        record, problems = read_record(self._kind.record, {**value, **given}, self._file, ())
        own = [
            Diagnostic(code="unknown-key", spot=Spot(file=self._file, path=(key,), on="key"), values={"key": key})
            for key in given
            if key in value
        ]
        return (None if own else record), own + problems

    def _record(self, value: Any, root: Path) -> tuple[Any, list[Diagnostic]]:
        """The record of a value; where text stands instead, most likely a colon was mistyped."""
        if isinstance(value, str) and (slip := colon_slip(value)) is not None:
            key = re.split("[:：]", value, maxsplit=1)[0]
            return None, [Diagnostic(code=slip, spot=Spot(file=self._file, path=root), values={"key": key})]
        return read_record(self._kind.record, value, self._file, root)

    def _add(self, entry: Entry) -> None:
        """Convert the record's texts, and keep it."""
        marks = tuple(marked_in_time(entry.record))
        texts: list[Text] = []
        for path, text in _texts(entry, marks):
            prose, problems = convert(text, pictures=self._pictures)
            texts.append((path, prose))
            self.found += (
                Diagnostic(code=one.code, spot=text_spot(entry, path, one.line, one.column), values=one.values)
                for one in problems
            )
        if texts:
            entry = replace(entry, texts=tuple(texts))
        self.slots.append(tuple(summary(entry, marks, b"", packed_entry(entry))))


def slot_at(plain: tuple[Any, ...], file: str, digest: bytes, contents: Any, at: int | None) -> Slot:
    """The slot that an outcome holds, at its place: `at` where the piece is one record of a list."""
    slot = Slot(*plain)
    return slot._replace(file=file, digest=digest, contents=contents, at=slot.at if at is None else at)


def _texts(entry: Entry, marks: Iterable[Mark]) -> Iterator[tuple[Path, str]]:
    """The Markdown texts of a record with the way to each; those of changes last, in the order of their days."""
    if entry.kind in ("news", "page"):
        yield ("body",), entry.record.body
    found = [(path, text) for path, field, text in marks if field.kind == "markdown"]
    yield from sorted(found, key=lambda one: _day_of(entry, one[0])) if len(found) > 1 else found


def _day_of(entry: Entry, path: Path) -> date:
    """The day from which a text holds; the record's own texts always did."""
    return partial_date(entry.record.changes[path[1]].from_).first if path[0] == "changes" else date.min


def _id_of(value: Any) -> str | None:
    id_ = value.get("id") if isinstance(value, dict) else None
    return id_ if isinstance(id_, str) else None

"""From a tree of files to records: what was read before and has not changed is taken as it is, the rest is shared out."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from hashlib import blake2b
from itertools import chain
from typing import Any

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.directory.entries import Entries
from memberstudios.directory.shelf import ready
from memberstudios.pipeline.attached import Attached, KnownDocuments, KnownPictures
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.files import files_of, misplaced, read_bytes
from memberstudios.pipeline.kept import is_settled
from memberstudios.pipeline.piece import Job, Outcome, read, slot_at
from memberstudios.pipeline.stored import Store, packed_picture, unpacked_entry
from memberstudios.records.kinds import KINDS, Kind
from memberstudios.sources.personal import MAX_SHOWN, NUMBER_CODES, personal_numbers
from memberstudios.sources.pieces import cut, header
from memberstudios.sources.text import decode
from memberstudios.sources.tree import Signature, Tree

_DIGEST_BYTES = 16
_WHOLE, _PIECE = "whole", "piece"


@dataclass(slots=True)
class Remembered:
    """What reading may keep from build to build, as plain values.

    `pieces`: by digest, the plain slots of its records and the pictures that it looked for, each with what it found;
    only of pieces with which nothing is wrong. `files`: by path, its signature, the digests of its pieces, and whether
    each of them is one record of a list.
    `pictures` and `documents`: as `attached` knows them again. `turned`: as `Entries` has it.
    """

    pieces: dict[bytes, tuple[Any, ...]] = field(default_factory=dict)
    files: dict[str, tuple[Signature, tuple[bytes, ...], bool]] = field(default_factory=dict)
    pictures: KnownPictures = field(default_factory=dict)
    documents: KnownDocuments = field(default_factory=dict)
    turned: dict[bytes, tuple[Any, ...]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Reading:
    """All that was read, and what is wrong with it."""

    entries: Entries
    attached: Attached
    diagnostics: list[Diagnostic]
    remembered: Remembered


def read_tree(tree: Tree, before: Remembered, store: Store, jobs: int = 1) -> Reading:
    """Every record, picture and document of the tree. Contents of records are put into `store`, or are there already."""
    return _TreeReader(tree, before, store).read(jobs)


@dataclass(slots=True)
class _File:
    """A file on its way: its pieces' digests, and the jobs and outcomes of those that have to be read."""

    kind: Kind
    path: str
    digests: tuple[bytes, ...]
    is_list: bool
    text: str = ""
    jobs: dict[int, Job] = field(default_factory=dict)
    is_clean: bool = True


class _TreeReader:
    def __init__(self, tree: Tree, before: Remembered, store: Store) -> None:
        self._tree = tree
        self._before = before
        self._after = Remembered()
        self._store = store
        self._found: list[Diagnostic] = list(misplaced(tree))
        self._entries = Entries(fetch=lambda slot: unpacked_entry(slot, store.get(slot.contents)))
        self._entries.files.update(tree.paths())
        self._entries.turned = before.turned
        self._began_ns = time.time_ns()
        self._attached = Attached(tree, (before.pictures, before.documents), self._signature)
        self._found += self._attached.diagnostics
        self._pictures = self._attached.pictures
        self._after.pictures, self._after.documents = self._attached.known_pictures, self._attached.known_documents

    def read(self, jobs: int) -> Reading:
        opened = [self._opened(kind, file) for kind in KINDS for file in self._files(kind)]
        files = [file for file in opened if file is not None]
        self._read_pieces(files, jobs)
        return Reading(
            entries=self._entries,
            attached=self._attached,
            diagnostics=self._found,
            remembered=self._after,
        )

    def _signature(self, path: str) -> Signature | None:
        """By which a file is known again; None where nothing tells, or where it may look the same after a change."""
        signature = self._tree.signature(path)
        return signature if signature is not None and is_settled(signature, self._began_ns) else None

    def _files(self, kind: Kind) -> list[str]:
        files = files_of(self._tree, kind)
        single = f"{kind.place}.yaml"
        if not files and kind.required:
            self._found.append(Diagnostic(code="file-missing", spot=Spot(file=single), values={"kind": kind.name}))
            self._entries.refuse(kind.name, None)
        if kind.shape != "markdown" and single in files and len(files) > 1:
            spot = Spot(file=single)
            self._found.append(Diagnostic(code="file-and-folder", spot=spot, values={"folder": f"{kind.place}/"}))
        return files

    def _opened(self, kind: Kind, path: str) -> _File | None:
        """A file cut into pieces, those to be read as jobs; None when it cannot be read at all."""
        signature = self._signature(path)
        known = self._before.files.get(path)
        if known is not None and known[0] == signature and all(map(self._is_known, known[1])):
            self._after.files[path] = known
            return _File(kind=kind, path=path, digests=known[1], is_list=known[2])
        text = self._text(kind, path)
        if text is None:
            return None
        pieces = cut(text) if kind.shape == "list" else None
        name = path.rsplit("/", 1)[1] if kind.shape == "markdown" else ""
        if pieces is None:
            digest = _digest(kind.name, _WHOLE, name, text)
            file = _File(kind=kind, path=path, digests=(digest,), is_list=False, text=text)
            if not self._is_known(digest):
                file.jobs[0] = Job(kind.name, path, -1, 1, text)
            return file
        above = list(personal_numbers(path, header(text, pieces)))
        self._found += above
        file = _File(kind=kind, path=path, digests=(), is_list=True, text=text, is_clean=not above)
        digests = []
        for index, piece in enumerate(pieces):
            digest = _digest(kind.name, _PIECE, name, piece.text)
            digests.append(digest)
            if not self._is_known(digest):
                file.jobs[index] = Job(kind.name, path, index, piece.first_line, piece.text)
        file.digests = tuple(digests)
        return file

    def _text(self, kind: Kind, path: str) -> str | None:
        data, found = read_bytes(self._tree, path)
        self._found += found
        text = None
        if data is not None:
            text, found = decode(path, data)
            self._found += found
        if text is None:
            self._entries.refuse(kind.name, None)
        return text

    def _is_known(self, digest: bytes) -> bool:
        """Whether a piece was read before, and would find the same pictures."""
        known = self._before.pieces.get(digest)
        return known is not None and all(self._packed_picture(name) == packed for name, packed in known[1])

    def _packed_picture(self, name: str) -> Any:
        found = self._pictures.get(name)
        return None if found is None else packed_picture(found)

    def _read_pieces(self, files: Sequence[_File], jobs: int) -> None:
        waiting = [job for file in files for job in file.jobs.values()]
        outcomes = iter(self._outcomes(waiting, jobs))
        for file in files:
            found = {index: next(outcomes) for index in file.jobs}
            if not all(outcome.is_whole for outcome in found.values()):
                # A line that begins with a dash may be the inside of a quoted text: only the whole file can tell.
                digest = _digest(file.kind.name, _WHOLE, "", file.text)
                file.digests, file.is_list, file.is_clean = (digest,), False, False
                found = dict(enumerate(self._outcomes([Job(file.kind.name, file.path, -1, 1, file.text)], 1)))
            self._take(file, found)

    def _outcomes(self, waiting: Sequence[Job], jobs: int) -> list[Outcome]:
        seen: set[str] = set()
        shelf = ready(seen, self._pictures)
        done = share_out(waiting, lambda share: [tuple(read(job, shelf, seen)) for job in share], jobs)
        return [Outcome._make(plain) for plain in chain.from_iterable(done)]

    def _take(self, file: _File, found: Mapping[int, Outcome]) -> None:
        """Add the records of a file in their order, and remember the pieces with which nothing is wrong."""
        signature = self._signature(file.path)
        diagnostics: list[Diagnostic] = []
        for index, digest in enumerate(file.digests):
            outcome = found.get(index)
            if outcome is None:
                known = self._before.pieces[digest]
            else:
                diagnostics += outcome.diagnostics
                known = self._kept(outcome)
                for id_ in outcome.refused:
                    self._entries.refuse(file.kind.name, id_)
                file.is_clean = file.is_clean and not outcome.diagnostics and not outcome.refused
            if outcome is None or not (outcome.diagnostics or outcome.refused):
                self._after.pieces[digest] = known
            self._add(file, index, digest, known)
        self._found += _first_numbers(diagnostics)
        if file.is_clean and signature is not None:
            self._after.files[file.path] = (signature, file.digests, file.is_list)

    def _kept(self, outcome: Outcome) -> tuple[Any, ...]:
        """What a piece came to, with its contents in the store, and the pictures it depends on."""
        slots = []
        for plain in outcome.slots:
            slot = slot_at(plain, "", b"", None, None)
            slots.append(tuple(slot._replace(contents=self._store.put(plain[5]))))
        return tuple(slots), tuple((name, self._packed_picture(name)) for name in outcome.pictures)

    def _add(self, file: _File, index: int, digest: bytes, known: tuple[Any, ...]) -> None:
        slots, pictures = known
        seen = f"{file.path}\0{pictures!r}" if pictures else file.path
        whole = blake2b(digest + seen.encode(), digest_size=_DIGEST_BYTES).digest()
        for plain in slots:
            self._entries.add(slot_at(plain, file.path, whole, plain[5], index if file.is_list else None))


def _digest(*parts: str | bytes) -> bytes:
    hashed = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.digest()


def _first_numbers(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Of the numbers of persons only the first few: a pasted list of people must not bury the rest."""
    shown = 0
    for diagnostic in diagnostics:
        shown += diagnostic.code in NUMBER_CODES
        if diagnostic.code not in NUMBER_CODES or shown <= MAX_SHOWN:
            yield diagnostic

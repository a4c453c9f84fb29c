"""The files below content/ that are no text: which pictures and documents can be published, and what is wrong with others."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.content.files import check_file
from memberstudios.content.pictures import Picture, picture, probe
from memberstudios.content.problem import Problem
from memberstudios.pipeline.files import FILES, PICTURES, read_bytes
from memberstudios.pipeline.stored import packed_picture, unpacked_picture
from memberstudios.sources.tree import Signature, Tree

KnownPictures = dict[str, tuple[Signature, bytes, Any]]
"""By path the signature, the digest of the bytes, and what the picture is, packed."""
KnownDocuments = dict[str, tuple[Signature, bytes]]
"""By path the signature, and the digest of the bytes."""


class Attached:
    """All of them, read again only where their signature is not known.

    `versions` are digests of the bytes by path, `known_…` what the next build may take as it is.
    """

    def __init__(
        self,
        tree: Tree,
        before: tuple[KnownPictures, KnownDocuments],
        signature_of: Callable[[str], Signature | None],
    ) -> None:
        self.pictures: dict[str, Picture] = {}
        self.documents: set[str] = set()
        self.versions: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []
        self.known_pictures: KnownPictures = {}
        self.known_documents: KnownDocuments = {}
        self._tree = tree
        self._pictures_before, self._documents_before = before
        for path in tree.paths():
            if path.startswith(PICTURES):
                self._read_picture(path, signature_of(path))
            elif path.startswith(FILES):
                self._read_document(path, signature_of(path))

    def _read_picture(self, path: str, signature: Signature | None) -> None:
        name = path.removeprefix(PICTURES)
        known = self._pictures_before.get(path)
        if known is not None and known[0] == signature:
            self.pictures[name], self.versions[path] = unpacked_picture(known[2]), known[1]
            self.known_pictures[path] = known
            return
        data = self._bytes(path)
        if data is None:
            return
        size, problems = probe(name, data)
        self.diagnostics += _of_file(path, problems)
        if size is None:
            return
        self.pictures[name], self.versions[path] = picture(name, size), _digest(data)
        if signature is not None and not problems:
            self.known_pictures[path] = (signature, self.versions[path], packed_picture(self.pictures[name]))

    def _read_document(self, path: str, signature: Signature | None) -> None:
        name = path.removeprefix(FILES)
        known = self._documents_before.get(path)
        if known is None or known[0] != signature:
            data = self._bytes(path)
            if data is None:
                return
            problems = check_file(name, data)
            self.diagnostics += _of_file(path, problems)
            if problems:
                return
            known = (signature or (), _digest(data))
        self.documents.add(name)
        self.versions[path] = known[1]
        self.known_documents[path] = known

    def _bytes(self, path: str) -> bytes | None:
        data, found = read_bytes(self._tree, path)
        self.diagnostics += found
        return data


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _of_file(path: str, problems: Sequence[Problem]) -> Iterator[Diagnostic]:
    for problem in problems:
        yield Diagnostic(code=problem.code, spot=Spot(file=path), values=problem.values)

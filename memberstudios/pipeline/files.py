"""Which file of a tree holds which kind of record, and what keeps a file from being read."""

from collections.abc import Iterator

from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.base.text import nearest
from memberstudios.records.kinds import KINDS, Kind
from memberstudios.sources.tree import MAX_FILE_BYTES, Tree

PICTURES, FILES = "content/pictures/", "content/files/"


def files_of(tree: Tree, kind: Kind) -> list[str]:
    """The files that hold records of a kind, sorted."""
    ending = ".md" if kind.shape == "markdown" else ".yaml"
    folder = f"{kind.place}/"
    return [
        path
        for path in tree.paths()
        if path == f"{kind.place}.yaml" or (path.startswith(folder) and path.endswith(ending))
    ]


def misplaced(tree: Tree) -> Iterator[Diagnostic]:
    """Files below data/ and content/ that no kind reads: most are a slip of the name."""
    known = {f"{kind.place}.yaml" for kind in KINDS if kind.shape != "markdown"}
    folders = tuple(f"{kind.place}/" for kind in KINDS)
    for path in tree.paths():
        if not path.startswith(("data/", "content/")) or path.startswith((PICTURES, FILES)):
            continue
        ending = ".md" if path.startswith("content/") else ".yaml"
        if path in known or (path.startswith(folders) and path.endswith(ending)):
            continue
        unreadable = [one for one in read_bytes(tree, path)[1] if one.code == "file-unreadable"]
        if unreadable:  # a folder that may not be listed, a link: what it holds would be missed
            yield from unreadable
            continue
        yield Diagnostic(code="unknown-file", spot=Spot(file=path), values={"file": path}, nearest=nearest(path, known))


def read_bytes(tree: Tree, file: str) -> tuple[bytes | None, list[Diagnostic]]:
    """What a file holds; None when it is too large to be read or cannot be opened."""
    size = tree.size_bytes(file)
    if size > MAX_FILE_BYTES:
        values = {"size": f"{size // 1024 // 1024}", "limit": f"{MAX_FILE_BYTES // 1024 // 1024}"}
        return None, [Diagnostic(code="file-too-large", spot=Spot(file=file), values=values)]
    try:
        return tree.read(file), []
    except OSError as error:
        values = {"reason": error.strerror or ""}
        return None, [Diagnostic(code="file-unreadable", spot=Spot(file=file), values=values)]

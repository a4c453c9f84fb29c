"""From a tree of files to records: which file holds which kind, and everything that is wrong with any of them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.base.text import nearest
from memberstudios.directory.entries import Entries, Entry
from memberstudios.records.kinds import KINDS, Kind
from memberstudios.records.reader import read_record
from memberstudios.sources import front_matter
from memberstudios.sources.personal import personal_numbers
from memberstudios.sources.pieces import FileValues, read_list, read_mapping
from memberstudios.sources.syntax import colon_slip
from memberstudios.sources.text import decode
from memberstudios.sources.tree import MAX_FILE_BYTES, Tree

_NEWS_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md\Z", re.ASCII)
_PAGE_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.md\Z", re.ASCII)
_WRITTEN_ID = re.compile(r"(?:^|[\s{,])id: *[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")


def read_entries(tree: Tree) -> tuple[Entries, list[Diagnostic]]:
    """Every record of the tree, and what is wrong with its files."""
    entries, found = Entries(), list(_misplaced(tree))
    entries.files.update(tree.paths())
    for kind in KINDS:
        files = _files(tree, kind)
        if not files and kind.required:
            found.append(
                Diagnostic(code="file-missing", spot=Spot(file=f"{kind.place}.yaml"), values={"kind": kind.name})
            )
            entries.refuse(kind.name, None)
        if kind.shape != "markdown" and f"{kind.place}.yaml" in files and len(files) > 1:
            spot = Spot(file=f"{kind.place}.yaml")
            found.append(Diagnostic(code="file-and-folder", spot=spot, values={"folder": f"{kind.place}/"}))
        for file in files:
            text, problems = _text(tree, file)
            found += problems
            if text is None:
                entries.refuse(kind.name, None)
            elif kind.shape == "markdown":
                found += _read_markdown(kind, file, text, entries)
            else:
                found += _read_yaml(kind, file, text, entries)
    return entries, found


def _files(tree: Tree, kind: Kind) -> list[str]:
    ending = ".md" if kind.shape == "markdown" else ".yaml"
    folder = f"{kind.place}/"
    return [
        path
        for path in tree.paths()
        if path == f"{kind.place}.yaml" or (path.startswith(folder) and path.endswith(ending))
    ]


def _misplaced(tree: Tree) -> Iterator[Diagnostic]:
    """Files below data/ and content/ that no kind reads: most are a slip of the name."""
    known = {f"{kind.place}.yaml" for kind in KINDS if kind.shape != "markdown"}
    folders = tuple(f"{kind.place}/" for kind in KINDS)
    for path in tree.paths():
        if not path.startswith(("data/", "content/")) or path.startswith(("content/pictures/", "content/files/")):
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


def _text(tree: Tree, file: str) -> tuple[str | None, list[Diagnostic]]:
    data, found = read_bytes(tree, file)
    if data is None:
        return None, found
    text, found = decode(file, data)
    if text is not None:
        found += personal_numbers(file, text)
    return text, found


def _read_yaml(kind: Kind, file: str, text: str, entries: Entries) -> Iterator[Diagnostic]:
    values = read_list(file, text) if kind.shape == "list" else read_mapping(file, text)
    yield from values.diagnostics
    _remember_damaged(kind, values, entries)
    for index, value in values.values:
        root = (index,) if kind.shape == "list" else ()
        record, problems = _read_value(kind, value, file, root)
        yield from problems
        if record is None:
            entries.refuse(kind.name, _id_of(value))
        else:
            entries.add(Entry(kind=kind.name, record=record, file=file, root=root, value=_kept(value)))


def _kept(value: dict[str, Any]) -> dict[str, Any] | None:
    """What was written, only where a later day may have to read it again."""
    return value if "changes" in value else None


def _remember_damaged(kind: Kind, values: FileValues, entries: Entries) -> None:
    for text in values.damaged:
        ids = _WRITTEN_ID.findall(text)
        for id_ in ids:
            entries.refuse(kind.name, id_)
        if not ids:
            entries.refuse(kind.name, None)


def _id_of(value: Any) -> str | None:
    id_ = value.get("id") if isinstance(value, dict) else None
    return id_ if isinstance(id_, str) else None


def _read_markdown(kind: Kind, file: str, text: str, entries: Entries) -> Iterable[Diagnostic]:
    name = file.rsplit("/", 1)[1]
    match = (_NEWS_NAME if kind.name == "news" else _PAGE_NAME).match(name)
    if match is None:
        entries.refuse(kind.name, None)
        pattern = "YYYY-MM-DD-slug.md" if kind.name == "news" else "slug.md"
        return [Diagnostic(code="file-name", spot=Spot(file=file), values={"name": name, "pattern": pattern})]
    slug = match[match.lastindex or 1]
    document = front_matter.split(text)
    if document is None:
        entries.refuse(kind.name, slug)
        return [Diagnostic(code="front-matter-missing", spot=Spot(file=file, line=1, column=1))]
    values = read_mapping(file, document.header)
    found = list(values.diagnostics)
    if values.damaged and not values.values:
        entries.refuse(kind.name, slug)
        return found
    _, value = values.values[0]
    record, problems = _read_front_matter(kind, value, file, {"id": slug, "body": document.body})
    found += problems
    if record is None:
        entries.refuse(kind.name, slug)
    else:
        entries.add(Entry(kind=kind.name, record=record, file=file, body_line=document.body_line))
        if kind.name == "news" and str(record.date) != match[1]:
            spot = Spot(file=file, path=("date",))
            found.append(
                Diagnostic(code="news-date-differs", spot=spot, values={"name": match[1], "date": str(record.date)})
            )
    return found


def _read_front_matter(kind: Kind, value: Any, file: str, given: dict[str, str]) -> tuple[Any, list[Diagnostic]]:
    """The record of a front matter; `given` are fields that the file's name and body hold, and nobody writes."""
    if not isinstance(value, dict):
        return _read_value(kind, value, file, ())
    record, problems = read_record(kind.record, {**value, **given}, file, ())
    own = [
        Diagnostic(code="unknown-key", spot=Spot(file=file, path=(key,), on="key"), values={"key": key})
        for key in given
        if key in value
    ]
    return (None if own else record), own + problems


def _read_value(kind: Kind, value: Any, file: str, root: Path) -> tuple[Any, list[Diagnostic]]:
    """The record of a value; where text stands instead, most likely a colon was mistyped."""
    if isinstance(value, str) and (slip := colon_slip(value)) is not None:
        key = re.split("[:：]", value, maxsplit=1)[0]
        return None, [Diagnostic(code=slip, spot=Spot(file=file, path=root), values={"key": key})]
    return read_record(kind.record, value, file, root)

"""Pictures, files and links that texts and records name exist. What is wrong inside a text is found when it is read."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.base.text import nearest
from memberstudios.content.prose import LinkUse, Prose
from memberstudios.directory.day import readable_texts
from memberstudios.directory.directory import Directory, TextKey
from memberstudios.directory.entries import Entry
from memberstudios.records.structure import Mark


class Targets(Protocol):
    """The pages of a site, as far as texts may link to them."""

    def leads(self, path: str) -> bool: ...

    def text_at(self, path: str) -> TextKey | None: ...

    def all(self) -> Iterable[str]: ...


def named_files(directory: Directory, entry: Entry, marks: Iterable[Mark]) -> Iterator[Diagnostic]:
    """Every picture below content/pictures/ and every document below content/files/ that a record names."""
    pictures, files = directory.contents.pictures, directory.contents.files
    for path, field, name in marks:
        if field.kind == "picture" and name not in pictures and not _is_there(directory, "pictures", name):
            values = {"name": name}
            yield Diagnostic(
                code="picture-missing", spot=entry.spot(*path), values=values, nearest=nearest(name, pictures)
            )
        elif field.kind == "file" and name not in files and not _is_there(directory, "files", name):
            values = {"name": name}
            yield Diagnostic(
                code="published-file-missing", spot=entry.spot(*path), values=values, nearest=nearest(name, files)
            )


def _is_there(directory: Directory, folder: str, name: str) -> bool:
    """Whether the file exists and was refused: that has a diagnostic of its own."""
    return f"content/{folder}/{name}" in directory.entries.files


def broken_links(directory: Directory, entry: Entry, targets: Targets) -> Iterator[Diagnostic]:
    """Links in Markdown that lead to no page of this site, or to no heading of a written page."""
    for path, prose in readable_texts(entry, directory.day_of_texts(entry)):
        for link in prose.links:
            target = link.path
            is_known = not target or targets.leads(target)
            if not is_known or not _has_place(directory, prose, target, link, targets):
                spot = text_spot(entry, path, link.line, link.column)
                probably = None if is_known else nearest(target, targets.all())
                yield Diagnostic(code="broken-link", spot=spot, values={"target": link.target}, nearest=probably)
        for used in prose.files:
            if used.name not in directory.contents.files and not _is_there(directory, "files", used.name):
                spot = text_spot(entry, path, used.line, used.column)
                yield Diagnostic(code="published-file-missing", spot=spot, values={"name": used.name})


def _has_place(directory: Directory, here: Prose, target: str, link: LinkUse, targets: Targets) -> bool:
    """Whether the heading that a link names exists; other places of a page are not ours to know."""
    if not link.fragment.startswith("h-"):
        return True
    there = targets.text_at(target) if target else None
    prose = here if not target else directory.prose(*there) if there is not None else None
    return prose is None or any(heading.id == link.fragment for heading in prose.headings)


def text_spot(entry: Entry, path: Path, line: int, column: int) -> Spot:
    """The place of a line and column of a Markdown text: in a file's body, or within the field at `path`."""
    if path == ("body",):
        return Spot(file=entry.file, line=entry.body_line + line - 1, column=max(1, column))
    return Spot(file=entry.file, path=(*entry.root, *path), inside=(line, column))

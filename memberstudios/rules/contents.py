"""Pictures, files and links that texts and records name exist. What is wrong inside a text is found when it is read."""

from collections.abc import Iterator, Mapping

from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.base.text import nearest
from memberstudios.content.prose import LinkUse, Prose
from memberstudios.directory.directory import Directory, ProseKey
from memberstudios.directory.entries import Entry
from memberstudios.records.reader import marked_in_time


def named_files(directory: Directory) -> Iterator[Diagnostic]:
    """Every picture below content/pictures/ and every document below content/files/ that a record names."""
    pictures, files = directory.contents.pictures, directory.contents.files
    for entry in directory.entries:
        for path, field, name in marked_in_time(entry.record):
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


def broken_links(directory: Directory, addresses: Mapping[str, ProseKey | None]) -> Iterator[Diagnostic]:
    """Links in Markdown that lead to no page of this site, or to no heading of a written page.

    `addresses` are all pages, each with the text that stands on it, if it has one.
    """
    for key, prose in directory.contents.prose.items():
        entry, path = directory.contents.written[key]
        for link in prose.links:
            target = link.path
            if (target and target not in addresses) or not _has_place(directory, prose, addresses.get(target), link):
                spot = text_spot(entry, path, link.line, link.column)
                probably = nearest(target, addresses) if target not in addresses else None
                yield Diagnostic(code="broken-link", spot=spot, values={"target": link.target}, nearest=probably)
        for used in prose.files:
            if used.name not in directory.contents.files and not _is_there(directory, "files", used.name):
                spot = text_spot(entry, path, used.line, used.column)
                yield Diagnostic(code="published-file-missing", spot=spot, values={"name": used.name})


def _has_place(directory: Directory, here: Prose, there: ProseKey | None, link: LinkUse) -> bool:
    """Whether the heading that a link names exists; other places of a page are not ours to know."""
    if not link.fragment.startswith("h-"):
        return True
    prose = here if not link.path else directory.contents.prose.get(there) if there is not None else None
    return prose is None or any(heading.id == link.fragment for heading in prose.headings)


def text_spot(entry: Entry, path: Path, line: int, column: int) -> Spot:
    """The place of a line and column of a Markdown text: in a file's body, or within the field at `path`."""
    if path == ("body",):
        return Spot(file=entry.file, line=entry.body_line + line - 1, column=max(1, column))
    return Spot(file=entry.file, path=(*entry.root, *path), inside=(line, column))

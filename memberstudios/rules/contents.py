"""Pictures, files and links that texts and records name exist. What is wrong inside a text is found when it is read."""

from collections.abc import Collection, Iterator

from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.base.text import nearest
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.structure import marked


def named_files(directory: Directory) -> Iterator[Diagnostic]:
    """Every picture below content/pictures/ and every document below content/files/ that a record names."""
    pictures, files = directory.contents.pictures, directory.contents.files
    for entry in directory.entries:
        for path, field, name in marked(entry.record):
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


def broken_links(directory: Directory, addresses: Collection[str]) -> Iterator[Diagnostic]:
    """Links in Markdown that lead to no page of this site."""
    by_id = {(entry.kind, entry.record.id): entry for entry in directory.entries if hasattr(entry.record, "id")}
    for (kind, id_, field), prose in directory.contents.prose.items():
        entry = by_id[kind, id_]
        for link in prose.links:
            target = link.target.split("#")[0].split("?")[0].removeprefix("/")
            if target and target not in addresses:
                values = {"target": link.target}
                spot = text_spot(entry, field, link.line, link.column)
                yield Diagnostic(code="broken-link", spot=spot, values=values, nearest=nearest(target, addresses))
        for used in prose.files:
            if used.name not in directory.contents.files and not _is_there(directory, "files", used.name):
                spot = text_spot(entry, field, used.line, used.column)
                yield Diagnostic(code="published-file-missing", spot=spot, values={"name": used.name})


def text_spot(entry: Entry, field: str, line: int, column: int) -> Spot:
    """The place of a line and column of a Markdown text: in a file's body, or within a field."""
    if field == "body":
        return Spot(file=entry.file, line=entry.body_line + line - 1, column=max(1, column))
    return Spot(file=entry.file, path=(*entry.root, field), inside=(line, column))

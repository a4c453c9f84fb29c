"""Pictures and documents that records name, as files of the site; what nobody names is not published."""

from collections.abc import Iterator

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.records.structure import marked
from memberstudios.render.output import Output
from memberstudios.words import Words


def outputs(directory: Directory, words: Words) -> Iterator[Output]:  # noqa: ARG001 - every kind is called the same way
    """Both sizes of every picture, and every document, in the order of their names."""
    contents = directory.contents
    named = {(field.kind, text) for entry in directory.entries for _, field, text in marked(entry.record)}
    for prose in contents.prose.values():
        named |= {("picture", used.name) for used in prose.pictures}
        named |= {("file", used.name) for used in prose.files}
    for name, picture in sorted(contents.pictures.items()):
        if ("picture", name) in named:
            for rendition in picture.renditions:
                yield Output(path=rendition.path, maker="picture", view=(name, rendition))
    for name in sorted(contents.files):
        if ("file", name) in named:
            yield Output(path=addresses.document_file(name), maker="copy", view=f"content/files/{name}")

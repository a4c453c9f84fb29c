"""Pictures and documents that records name, as files of the site; what nobody names is not published."""

from collections.abc import Iterator

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.render.output import Output
from memberstudios.words import Words


def keys(directory: Directory) -> Iterator[str]:
    """Every picture and every document that could be published, by the path of its file."""
    yield from (f"pictures/{name}" for name in sorted(directory.contents.pictures))
    yield from (f"files/{name}" for name in sorted(directory.contents.files))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:  # noqa: ARG001 - as every kind
    """The sizes of a picture, or a document, if a record names it."""
    folder, _, name = key.partition("/")
    if folder == "files":
        if name in directory.links.users_of_file and name in directory.contents.files:
            yield Output(path=addresses.document_file(name), maker="copy", view=f"content/files/{name}")
    elif name in directory.links.users_of_picture:
        for rendition in directory.contents.pictures[name].renditions:
            yield Output(path=rendition.path, maker="picture", view=(name, rendition))

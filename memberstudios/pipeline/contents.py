"""Markdown converted and pictures measured, each with the place of what is wrong with it."""

from collections.abc import Iterator

from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.content.files import check_file
from memberstudios.content.markdown import convert
from memberstudios.content.pictures import Picture, picture, probe
from memberstudios.content.problem import Problem
from memberstudios.content.prose import Prose
from memberstudios.directory.directory import Contents, ProseKey
from memberstudios.directory.entries import Entries, Entry
from memberstudios.pipeline.reading import read_bytes
from memberstudios.records.structure import marked
from memberstudios.rules.contents import text_spot
from memberstudios.sources.tree import Tree

_PICTURES, _FILES = "content/pictures/", "content/files/"


def read_contents(tree: Tree, entries: Entries) -> tuple[Contents, list[Diagnostic]]:
    """What the texts and pictures of the records come to."""
    pictures, files, found = _read_files(tree)
    prose: dict[ProseKey, Prose] = {}
    for entry in entries:
        for field, text in _texts(entry):
            converted, problems = convert(text, pictures=pictures)
            prose.setdefault((entry.kind, entry.record.id, field), converted)
            found += (
                Diagnostic(
                    code=problem.code,
                    spot=text_spot(entry, field, problem.line, problem.column),
                    values=problem.values,
                )
                for problem in problems
            )
    return Contents(prose=prose, pictures=pictures, files=frozenset(files)), found


def _read_files(tree: Tree) -> tuple[dict[str, Picture], set[str], list[Diagnostic]]:
    """The pictures and documents that can be published, by name, and what is wrong with the others."""
    pictures: dict[str, Picture] = {}
    files: set[str] = set()
    found: list[Diagnostic] = []
    for path in tree.paths():
        if not path.startswith((_PICTURES, _FILES)):
            continue
        data, hindrances = read_bytes(tree, path)
        found += hindrances
        if data is None:
            continue
        if path.startswith(_PICTURES):
            name = path.removeprefix(_PICTURES)
            size, problems = probe(name, data)
            if size is not None:
                pictures[name] = picture(name, size)
        else:
            name = path.removeprefix(_FILES)
            problems = check_file(name, data)
            if not problems:
                files.add(name)
        found += _of_file(path, problems)
    return pictures, files, found


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The Markdown texts of a record by field; the body of a Markdown file is the field `body`."""
    if entry.kind in ("news", "page"):
        yield "body", entry.record.body
    for path, field, text in marked(entry.record):
        if field.kind == "markdown":
            yield str(path[-1]), text


def _of_file(path: str, problems: tuple[Problem, ...]) -> Iterator[Diagnostic]:
    for problem in problems:
        yield Diagnostic(code=problem.code, spot=Spot(file=path), values=problem.values)

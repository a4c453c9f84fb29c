"""Markdown converted and pictures measured, each with the place of what is wrong with it."""

from collections.abc import Iterator
from datetime import date

from memberstudios.base.dates import partial_date
from memberstudios.base.diagnostic import Diagnostic, Path, Spot
from memberstudios.content.files import check_file
from memberstudios.content.markdown import convert
from memberstudios.content.pictures import Picture, picture, probe
from memberstudios.content.problem import Problem
from memberstudios.content.prose import Prose
from memberstudios.directory.directory import Contents, ProseKey
from memberstudios.directory.entries import Entries, Entry
from memberstudios.pipeline.reading import read_bytes
from memberstudios.records.reader import marked_in_time
from memberstudios.rules.contents import text_spot
from memberstudios.sources.tree import Tree

_PICTURES, _FILES = "content/pictures/", "content/files/"


def read_contents(tree: Tree, entries: Entries, day: date) -> tuple[Contents, list[Diagnostic]]:
    """What the texts and pictures of the records come to; the texts of changes are checked before their day."""
    pictures, files, found = _read_files(tree)
    prose: dict[ProseKey, Prose] = {}
    written: dict[ProseKey, tuple[Entry, Path]] = {}
    for entry in entries:
        current = _current_changes(entry, day)
        for path, text in _texts(entry):
            converted, problems = convert(text, pictures=pictures)
            found += (
                Diagnostic(
                    code=problem.code, spot=text_spot(entry, path, problem.line, problem.column), values=problem.values
                )
                for problem in problems
            )
            key = (entry.kind, entry.record.id, str(path[-1]))
            is_first = key not in prose or written[key][0] is entry
            if is_first and (path[0] != "changes" or path[1] in current):
                prose[key], written[key] = converted, (entry, path)
    return Contents(prose=prose, written=written, pictures=pictures, files=frozenset(files)), found


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


def _texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    """The Markdown texts of a record with the way to each; those of changes last, in the order of their days."""
    if entry.kind in ("news", "page"):
        yield ("body",), entry.record.body
    found = [(path, text) for path, field, text in marked_in_time(entry.record) if field.kind == "markdown"]
    yield from sorted(found, key=lambda one: _day_of(entry, one[0]))


def _day_of(entry: Entry, path: Path) -> date:
    """The day from which a text holds; the record's own texts always did."""
    return partial_date(entry.record.changes[path[1]].from_).first if path[0] == "changes" else date.min


def _current_changes(entry: Entry, day: date) -> frozenset[int]:
    """Which changes of a studio have come by `day`, by their position."""
    changes = getattr(entry.record, "changes", ())
    return frozenset(index for index, change in enumerate(changes) if partial_date(change.from_).first <= day)


def _of_file(path: str, problems: tuple[Problem, ...]) -> Iterator[Diagnostic]:
    for problem in problems:
        yield Diagnostic(code=problem.code, spot=Spot(file=path), values=problem.values)

"""The records of each kind but studios as data files: a table, a full document, tables of their parts; and what changed."""

from collections.abc import Iterator

from memberstudios.directory.directory import Directory
from memberstudios.pages.open_changes import COLUMNS, changes_of
from memberstudios.pages.open_files import CHANGES, about, is_told, kind_columns, part_outputs
from memberstudios.pages.open_kinds import KINDS, SHELVES
from memberstudios.pages.open_lines import lines_of
from memberstudios.render.geojson import Lines, geojson
from memberstudios.render.output import Output
from memberstudios.render.tables import Table
from memberstudios.words import Words


def keys(directory: Directory) -> Iterator[str]:
    """Each kind that has a record, and what changed."""
    yield from (kind for kind in KINDS if len(getattr(directory, SHELVES[kind])))
    yield CHANGES


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """The files of a kind, or `data/changes.csv`."""
    if key == CHANGES:
        yield _changes(directory)
    elif is_told(directory, words, key):
        yield from _of_kind(directory, words, key)


def _of_kind(directory: Directory, words: Words, kind: str) -> Iterator[Output]:
    lines = [one for one in lines_of(directory, words, kind).values() if one.csv]
    name = KINDS[kind].name
    table = Table(columns=tuple(name for name, _ in kind_columns(kind)), lines=tuple(one.csv for one in lines))
    yield Output(path=f"data/{name}.csv", maker="csv", view=table)
    document = Lines(head=about(directory), name=name, lines=tuple(one.json for one in lines))
    yield Output(path=f"data/{name}.json", maker="lines", view=document)
    if kind == "division":
        features = geojson(about(directory), tuple(one.geojson for one in lines))
        yield Output(path=f"data/{name}.geojson", maker="lines", view=features)
    yield from part_outputs(directory, words, kind, lines)


def _changes(directory: Directory) -> Output:
    """Every change of every record, the earliest first; of a day by kind and id."""
    found = [
        (day, kind, id_, line)
        for kind in SHELVES
        for id_, changes in changes_of(directory, kind).items()
        for day, line in changes.lines
    ]
    found.sort(key=lambda change: change[:3])
    table = Table(columns=COLUMNS, lines=tuple(line for *_, line in found))
    return Output(path=f"data/{CHANGES}.csv", maker="csv", view=table)

"""The directory as open data: the files of studios, the package that describes every file, and the page that explains them."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.by_area import studios_within
from memberstudios.pages.linked import dataset_linked, site_at
from memberstudios.pages.open_files import (
    PACKAGE,
    STUDIOS,
    OpenFile,
    about,
    open_files,
    part_outputs,
    sources,
)
from memberstudios.pages.open_kinds import Column
from memberstudios.pages.open_lines import STUDIO_COLUMNS, OpenLines, lines_of
from memberstudios.pages.open_package import MEDIA, column_words, package
from memberstudios.render.geojson import Lines, geojson
from memberstudios.render.output import Output, Page, html
from memberstudios.render.tables import Table
from memberstudios.words import Words

CHECKSUMS: Final = "checksums.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to download: its path, what it is called there, and what it is good for (empty where its group says it)."""

    path: str
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataGroup:
    """The files that hold the same in several forms; `columns` are those of their table: name, and what it means."""

    title: str
    meaning: str
    files: tuple[Download, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """Files of studios first, then of all else, then what is about files."""

    count: int
    studios: tuple[Download, ...]
    columns: tuple[tuple[str, str], ...]
    groups: tuple[DataGroup, ...]
    further: tuple[Download, ...]
    sources_path: str


def keys(directory: Directory) -> Iterator[str]:
    """The files of all studios (empty), and each area that holds one, there or below."""
    yield ""
    yield from (id_ for id_ in directory.divisions if studios_within(directory, id_))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`data/index.html` and the files of studios, or `data/areas/<id>.geojson`."""
    if key:
        yield _of_area(directory, words, key)
    else:
        yield from _of_all(directory, words)


def _of_area(directory: Directory, words: Words, id_: str) -> Output:
    """The studios of an area as a map layer of their own, for a community's or a city's map."""
    lines = lines_of(directory, words, "studio")
    area = directory.divisions[id_]
    head = {**about(directory), "area": {"id": area.id, "name": area.name, "level": area.level}}
    features = tuple(lines[studio].geojson for studio in studios_within(directory, id_))
    return Output(path=addresses.area_data(id_), maker="lines", view=geojson(head, features))


def _of_all(directory: Directory, words: Words) -> Iterator[Output]:
    lines = list(directory.of_listed(lines_of(directory, words, "studio")))
    files = tuple(open_files(directory, words))
    yield _page(directory, words, len(lines), files)
    data = json.dumps(package(directory, words, files), ensure_ascii=False, indent=1).encode() + b"\n"
    yield Output(path=PACKAGE, maker="bytes", view=data)
    yield from _studios(directory, lines)
    yield from part_outputs(directory, words, "studio", lines)


def _studios(directory: Directory, lines: Sequence[OpenLines]) -> Iterator[Output]:
    path = f"data/{STUDIOS}"
    head = {**about(directory), "sources": sources(directory)}
    table = Table(columns=STUDIO_COLUMNS, lines=tuple(one.csv for one in lines))
    yield Output(path=f"{path}.csv", maker="csv", view=table)
    yield Output(path=f"{path}.geojson", maker="lines", view=geojson(head, tuple(one.geojson for one in lines)))
    document = Lines(head=head, name=STUDIOS, lines=tuple(one.json for one in lines))
    yield Output(path=f"{path}.json", maker="lines", view=document)


def _page(directory: Directory, words: Words, count: int, files: tuple[OpenFile, ...]) -> Output:
    view = DataView(
        count=count,
        studios=tuple(
            _download(file.path, words(f"open_data.file.{file.format}")) for file in files if file.table == STUDIOS
        ),
        columns=_columns(words, files[0]),
        groups=tuple(
            _group(words, table, tuple(group))
            for table, group in groupby(files, key=lambda file: file.table)
            if table != STUDIOS
        ),
        further=tuple(_further(directory, words)),
        sources_path=addresses.SOURCES if len(directory.sources) else "",
    )
    title, description = words("open_data.title"), words("open_data.description", title=directory.site.title)
    linked = dataset_linked(
        site_at(directory, addresses.DATA),
        addresses.DATA,
        title=title,
        lead=words("open_data.lead", count=f"{count:,}"),
        licence=directory.site.licence,
        files=((file.path, file.path.rpartition("/")[2], MEDIA[file.format]) for file in files),
    )
    page = Page(
        path=addresses.DATA,
        title=title,
        description=description,
        styles=("css/data.css",),
        is_landmark=True,
        linked=linked,
    )
    return html(page, "open_data.html", view)


def _download(path: str, meaning: str = "") -> Download:
    return Download(path=path, name=path.rpartition("/")[2], meaning=meaning)


def _group(words: Words, table: str, files: tuple[OpenFile, ...]) -> DataGroup:
    return DataGroup(
        title=words(f"open_data.table.{table}"),
        meaning=words(f"open_data.holds.{table}"),
        files=tuple(_download(file.path) for file in files),
        columns=_columns(words, next(file for file in files if file.columns)),
    )


def _columns(words: Words, file: OpenFile) -> tuple[tuple[str, str], ...]:
    return tuple((name, _told(words, name, column)) for name, column in file.columns)


def _told(words: Words, name: str, column: Column | None) -> str:
    """What a column means, after what people call it where that is not its name."""
    title, meaning = column_words(words, name, column)
    return meaning if title == name else words("open_data.within").join((title, meaning))


def _further(directory: Directory, words: Words) -> Iterator[Download]:
    yield _download(PACKAGE, words("open_data.file.package"))
    if directory.site.base_url is not None and len(directory.news):
        yield _download(addresses.FEED, words("open_data.file.feed"))
    yield _download(CHECKSUMS, words("open_data.file.checksums"))

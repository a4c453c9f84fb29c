"""The studios of each area as a map layer of their own, for a community's or a city's own map."""

from collections.abc import Iterator

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.by_area import studios_within
from memberstudios.pages.open_data import about, lines_of
from memberstudios.render.geojson import geojson
from memberstudios.render.output import Output
from memberstudios.words import Words


def keys(directory: Directory) -> Iterator[str]:
    """The areas that hold a studio, there or below."""
    return (id_ for id_ in directory.divisions if studios_within(directory, id_))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`data/areas/<id>.geojson`: the same features as in the file of all."""
    lines = lines_of(directory, words)
    area = directory.divisions[key]
    head = {**about(directory), "area": {"id": area.id, "name": area.name, "level": area.level}}
    features = tuple(lines[id_].geojson for id_ in studios_within(directory, key))
    yield Output(path=addresses.area_data(key), maker="lines", view=geojson(head, features))

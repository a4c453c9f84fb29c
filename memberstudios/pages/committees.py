"""The committees of an area, whether the records claim to name all of their studios, and who reported more of them."""

from collections.abc import Iterable

from memberstudios.directory.counted import is_below
from memberstudios.directory.directory import Directory

_COUNTED_AS_STUDIOS = ("studios", "stations", "contact-points")
"""Measures that are numbers of studios, by whatever name."""


def committees_of(directory: Directory, area: str) -> tuple[str, ...]:
    """The committees of exactly this area."""
    bodies = directory.links.organizations_of_division.get(area, ())
    return tuple(id_ for id_ in bodies if directory.organizations[id_].kind == "committee")


def totals_of_more(directory: Directory, figures: Iterable[str], count: int) -> tuple[str, ...]:
    """Those of the figures that are a number of studios, by whatever name, which `count` of them surely stay below."""
    found = (directory.figures[id_] for id_ in figures)
    return tuple(one.id for one in found if one.measure in _COUNTED_AS_STUDIOS and is_below(one.quantity, count))


def names_only_some(directory: Directory, area: str) -> bool:
    """Whether the records do not claim to name all studios of an area."""
    committees = committees_of(directory, area)
    return not committees or any(directory.organizations[id_].records == "partial" for id_ in committees)

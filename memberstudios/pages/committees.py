"""The committees of an area, and whether the records claim to name all of their studios."""

from collections.abc import Iterable

from memberstudios.directory.directory import Directory

COUNTED_AS_STUDIOS = ("studios", "stations", "contact-points")
"""Measures that are numbers of studios, by whatever name."""


def committees_of(directory: Directory, area: str) -> tuple[str, ...]:
    """The committees of exactly this area."""
    bodies = directory.links.organizations_of_division.get(area, ())
    return tuple(id_ for id_ in bodies if directory.organizations[id_].kind == "committee")


def counts_studios(directory: Directory, figures: Iterable[str]) -> bool:
    """Whether any of the figures is a number of studios, by whatever name; other totals say nothing of records."""
    return any(directory.figures[id_].measure in COUNTED_AS_STUDIOS for id_ in figures)


def names_only_some(directory: Directory, area: str) -> bool:
    """Whether a report counted the studios of an area, and the records do not claim to name them all."""
    if not counts_studios(directory, directory.links.figures_of_division.get(area, ())):
        return False
    committees = committees_of(directory, area)
    return not committees or any(directory.organizations[id_].records == "partial" for id_ in committees)

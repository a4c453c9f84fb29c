"""The committees of an area, and whether the records claim to name all of their studios."""

from collections.abc import Iterable, Mapping

from memberstudios.directory.directory import Directory

_COUNTED_AS_STUDIOS = ("studios", "stations", "contact-points")


def committees_by_area(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """Area id, and the committees of exactly that area."""
    found: dict[str, list[str]] = {}
    for body in directory.organizations.values():
        if body.kind == "committee" and body.division is not None:
            found.setdefault(body.division, []).append(body.id)
    return {area: tuple(ids) for area, ids in found.items()}


def counts_studios(directory: Directory, figures: Iterable[str]) -> bool:
    """Whether any of the figures is a number of studios, by whatever name; other totals say nothing of records."""
    return any(directory.figures[id_].measure in _COUNTED_AS_STUDIOS for id_ in figures)


def names_only_some(directory: Directory, area: str, committees: tuple[str, ...]) -> bool:
    """Whether a report counted the studios of an area, and the records do not claim to name them all."""
    if not counts_studios(directory, directory.links.figures_of_division.get(area, ())):
        return False
    return not committees or any(directory.organizations[id_].records == "partial" for id_ in committees)

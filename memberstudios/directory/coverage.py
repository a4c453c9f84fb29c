"""What a committee's studios reach: its towns, sectors, members in office and special committees, each with its studios.

Counts what the records name. Whether something without a studio is a gap depends on whether they claim to be complete.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.records.bodies import Organization

KINDS: Final = ("towns", "sectors", "members", "special_committees")
"""The fields of a coverage that hold what can be reached, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The members whose seat in a studio includes this day, whatever their term in the committee."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A thing by its id, and the listed studios that it has; none where it is not reached."""

    id: str
    studios: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the studios of a committee reach. Only where `is_complete` is something without a studio a gap.

    `studios` is how many are listed in the committee's area or below.
    """

    is_complete: bool = False
    studios: int = 0
    towns: tuple[Reached, ...] = ()
    sectors: tuple[Reached, ...] = ()
    members: tuple[Reached, ...] = ()
    special_committees: tuple[Reached, ...] = ()

    def of(self, kind: str) -> tuple[Reached, ...]:
        """What can be reached of one of `KINDS`."""
        found: tuple[Reached, ...] = getattr(self, kind)
        return found


def covered(things: Iterable[Reached]) -> tuple[Reached, ...]:
    """Those that have a studio."""
    return tuple(thing for thing in things if thing.studios)


def gaps(things: Iterable[Reached]) -> tuple[str, ...]:
    """The ids of those that have none."""
    return tuple(thing.id for thing in things if not thing.studios)


def sitting(directory: Directory, id_: str) -> Sitting:
    """Who sits in a studio that holds."""
    seats = directory.studios[id_].members
    return Sitting(members=tuple(seat.member for seat in seats if directory.sits(seat.from_, seat.to)))


def coverage(directory: Directory, id_: str, seats: Mapping[str, Sitting]) -> Coverage:
    """The coverage of an organization, by who sits in each studio; of one that is no committee of an area it is empty."""
    if id_ not in directory.links.committees_with_area:
        return Coverage()
    committee = directory.organizations[id_]
    area = committee.division or ""
    return Coverage(
        is_complete=committee.records == "complete",
        studios=len(directory.within.get(area, ())),
        towns=tuple(Reached(id=town, studios=_in_town(directory, town)) for town in towns(directory, area)),
        sectors=tuple(
            Reached(id=sector, studios=_running(directory, directory.links.studios_of_sector.get(sector, ())))
            for sector in directory.links.sectors_of_organization.get(id_, ())
        ),
        members=tuple(_members(directory, committee, seats)),
        special_committees=tuple(_special_committees(directory, id_)),
    )


def towns(directory: Directory, area: str) -> Iterator[str]:
    """The towns below an area, in the order of the tree; and functional areas that are made of neither towns nor others."""
    areas = directory.areas
    for id_ in directory.holding("division", areas.depth_first(area)):
        level = areas.divisions[id_].level
        if level == "town" or (level == "functional" and not _has_towns_below(directory, id_)):
            yield id_


def _has_towns_below(directory: Directory, area: str) -> bool:
    areas = directory.areas
    return any(areas.divisions[id_].level in ("town", "functional") for id_ in areas.depth_first(area))


def _in_town(directory: Directory, town: str) -> tuple[str, ...]:
    """The studios in a town or below it, then those elsewhere that serve it."""
    serving = directory.links.studios_serving.get(town, ())
    return tuple(dict.fromkeys(_running(directory, (*directory.within.get(town, ()), *serving))))


def _running(directory: Directory, ids: Iterable[str]) -> tuple[str, ...]:
    """The listed studios of `ids` that exist: what is planned, closed or not known covers nobody."""
    return tuple(id_ for id_ in directory.listed(ids) if id_ in directory.links.studios_running)


def _members(directory: Directory, committee: Organization, seats: Mapping[str, Sitting]) -> Iterator[Reached]:
    for id_ in directory.links.members_of_organization.get(committee.id, ()):
        member = directory.members[id_]
        if directory.sits(member.from_, member.to):
            studios = _running(directory, directory.links.studios_of_member.get(id_, ()))
            yield Reached(id=id_, studios=tuple(studio for studio in studios if id_ in seats[studio].members))


def _special_committees(directory: Directory, committee: str) -> Iterator[Reached]:
    for id_ in directory.links.organizations_below.get(committee, ()):
        if directory.organizations[id_].kind == "special-committee":
            studios = directory.links.studios_of_organization.get(id_, ())
            yield Reached(id=id_, studios=_running(directory, studios))

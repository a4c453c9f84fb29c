"""Where a studio is drawn: its own position, or the nearest centre up the tree of areas."""

from functools import lru_cache

from memberstudios.base.coordinates import Position, to_wgs84
from memberstudios.base.dataclass import dataclass
from memberstudios.directory.areas import AreaTree
from memberstudios.records.shared import Location, Precision, System
from memberstudios.records.studio import Studio

OWN_PRECISIONS = frozenset({"exact", "building", "street"})
"""Good enough for a pin and for directions; anything coarser is a place, not a door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A position in WGS-84 with its precision; `area` is the division whose centre it is, if it is one."""

    position: Position
    precision: Precision
    area: str | None = None

    @property
    def is_approximate(self) -> bool:
        return self.precision not in OWN_PRECISIONS


def place(studio: Studio, areas: AreaTree, system: System, decimals: int) -> Placed | None:
    """Where `studio` is drawn, rounded for publication; None for online studios and where nothing is known."""
    if studio.is_online:
        return None
    if studio.location is not None and studio.address_public:
        return Placed(position=locate(studio.location, system).rounded(decimals), precision=studio.location.precision)
    for area in reversed(areas.paths.get(studio.division or "", ())):
        center = areas.divisions[area].center
        if center is not None:
            precision = center.precision if center.precision not in OWN_PRECISIONS else "town"
            return Placed(position=locate(center, system).rounded(decimals), precision=precision, area=area)
    return None


@lru_cache(4096)
def locate(location: Location, system: System) -> Position:
    """The WGS-84 position of a location; `system` is the one meant where it names none."""
    return to_wgs84(location.lat, location.lng, location.system or system)

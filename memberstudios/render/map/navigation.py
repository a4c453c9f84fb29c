"""Links that open a position in the map service a visitor uses, each in that service's coordinate system.

The services' documentation: Amap URI API (marker), Baidu 地图调起 API (marker), Tencent 地图调起 API (routeplan),
Apple Map Links, RFC 5870 for `geo:`. Links are only followed by people: no page loads anything from there.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Final
from urllib.parse import quote, urlencode

from memberstudios.base.coordinates import CoordinateSystem, Position, from_wgs84
from memberstudios.base.dataclass import dataclass
from memberstudios.directory.positions import OWN_PRECISIONS
from memberstudios.records.site import NavigationLink

_SOURCE: Final = "memberstudios"
"""Who asks: Baidu and Tencent want a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """A link to one service; its label is the word `map.navigation_<kind>`."""

    kind: NavigationLink
    url: str


def links(position: Position, name: str, offered: Collection[NavigationLink], *, precision: str) -> tuple[NavLink, ...]:
    """The links a site offers, in a fixed order; none where the position is only that of a town or a county."""
    if precision not in OWN_PRECISIONS:
        return ()
    return tuple(
        NavLink(kind=kind, url=write(*_written(position, system), name))
        for kind, (system, write) in _SERVICES.items()
        if kind in offered
    )


def _written(position: Position, system: CoordinateSystem) -> tuple[str, str]:
    lat, lng = from_wgs84(position, system)
    return f"{lat:.6f}", f"{lng:.6f}"


def _query(**parameters: str) -> str:
    return urlencode(parameters, quote_via=quote, safe=",")


def _amap(lat: str, lng: str, name: str) -> str:
    query = _query(position=f"{lng},{lat}", name=name, src=_SOURCE, coordinate="gaode", callnative="0")
    return f"https://uri.amap.com/marker?{query}"


def _baidu(lat: str, lng: str, name: str) -> str:
    query = _query(location=f"{lat},{lng}", title=name, content=name, coord_type="bd09ll", output="html", src=_SOURCE)
    return f"https://api.map.baidu.com/marker?{query}"


def _tencent(lat: str, lng: str, name: str) -> str:
    query = _query(type="bus", to=name, tocoord=f"{lat},{lng}", referer=_SOURCE)
    return f"https://apis.map.qq.com/uri/v1/routeplan?{query}"


def _apple(lat: str, lng: str, name: str) -> str:
    return f"https://maps.apple.com/?{_query(ll=f'{lat},{lng}', q=name)}"


def _geo(lat: str, lng: str, name: str) -> str:
    return f"geo:{lat},{lng}?q={lat},{lng}({quote(name, safe='')})"


_SERVICES: Final[Mapping[NavigationLink, tuple[CoordinateSystem, Callable[[str, str, str], str]]]] = {
    "amap": ("gcj02", _amap),
    "baidu": ("bd09", _baidu),
    "tencent": ("gcj02", _tencent),
    "apple": ("gcj02", _apple),  # its data in China come from Amap, abroad nothing is shifted anyway
    "geo": ("wgs84", _geo),
}

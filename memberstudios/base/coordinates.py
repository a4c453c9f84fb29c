"""Positions in WGS-84, and what Chinese map services make of them: GCJ-02 (Amap, Tencent) and BD-09 (Baidu).

Everything inside the program is WGS-84; the other systems exist only where a record is read and where a base map or
a link to a navigation service needs them. Knows nothing of studios, maps or records.

GCJ-02 has no official formula. This is the polynomial on the Krasovsky ellipsoid that all open implementations share;
its inverse is found by iteration and good to well under a millimetre. See `shift_area` for where nothing is shifted.
"""

from collections.abc import Callable
from math import asin, atan2, cos, hypot, isfinite, pi, radians, sin, sqrt
from typing import Final, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.base.shift_area import is_near, is_shifted_there

CoordinateSystem = Literal["wgs84", "gcj02", "bd09"]

_KRASOVSKY_AXIS_M: Final = 6_378_245.0
_KRASOVSKY_ECCENTRICITY_SQUARED: Final = 0.00669342162296594323
_EARTH_RADIUS_M: Final = 6_371_008.8
_BAIDU_TURN: Final = pi * 3000 / 180
_ENOUGH_DEGREES: Final = 1e-11
_MOST_ROUNDS: Final = 30

_Shift = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point on the ground, degrees WGS-84. Keywords only: half the world writes longitude first."""

    lat: float
    lng: float

    def __post_init__(self) -> None:
        if not (isfinite(self.lat) and isfinite(self.lng) and -90 <= self.lat <= 90 and -180 <= self.lng <= 180):
            raise ValueError(f"not on this planet: {self.lat}, {self.lng}")

    def rounded(self, decimals: int) -> "Position":
        """The position to so many decimals of a degree; four are about ten metres."""
        return Position(lat=round(self.lat, decimals) + 0.0, lng=round(self.lng, decimals) + 0.0)


def to_wgs84(lat: float, lng: float, system: CoordinateSystem) -> Position:
    """The position that `system` writes as `lat`, `lng` (degrees). Raises ValueError if that is nowhere on earth."""
    as_written = Position(lat=lat, lng=lng)
    if system == "wgs84" or not is_near(lat, lng):
        return as_written
    original = _inverse(_gcj02 if system == "gcj02" else _bd09, lat, lng)
    return Position(lat=original[0], lng=original[1]) if is_shifted_there(*original) else as_written


def from_wgs84(position: Position, system: CoordinateSystem) -> tuple[float, float]:
    """Latitude and longitude of `position` as `system` writes them."""
    if system == "wgs84" or not is_shifted_there(position.lat, position.lng):
        return position.lat, position.lng
    return (_gcj02 if system == "gcj02" else _bd09)(position.lat, position.lng)


def distance_m(one: Position, other: Position) -> float:
    """Metres along the sphere (haversine); within half a percent of the ellipsoid's."""
    lat_one, lat_other = radians(one.lat), radians(other.lat)
    half_lat, half_lng = (lat_other - lat_one) / 2, radians(other.lng - one.lng) / 2
    chord = sin(half_lat) ** 2 + cos(lat_one) * cos(lat_other) * sin(half_lng) ** 2
    return 2 * _EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def _gcj02(lat: float, lng: float) -> tuple[float, float]:
    x, y = lng - 105.0, lat - 35.0
    ripple = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi) + 160 * sin(y / 12 * pi) + 320 * sin(y / 30 * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi) + 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    lat_radians = radians(lat)
    bulge = 1 - _KRASOVSKY_ECCENTRICITY_SQUARED * sin(lat_radians) ** 2
    meridian_m = _KRASOVSKY_AXIS_M * (1 - _KRASOVSKY_ECCENTRICITY_SQUARED) / (bulge * sqrt(bulge))
    parallel_m = _KRASOVSKY_AXIS_M / sqrt(bulge) * cos(lat_radians)
    return lat + north * 180 / (meridian_m * pi), lng + east * 180 / (parallel_m * pi)


def _bd09(lat: float, lng: float) -> tuple[float, float]:
    y, x = _gcj02(lat, lng)
    radius = hypot(x, y) + 0.00002 * sin(y * _BAIDU_TURN)
    angle = atan2(y, x) + 0.000003 * cos(x * _BAIDU_TURN)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _inverse(shift: _Shift, lat: float, lng: float) -> tuple[float, float]:
    """What `shift` would turn into `lat`, `lng`: correct the guess by what it misses until that is nothing."""
    guess_lat, guess_lng = lat, lng
    for _ in range(_MOST_ROUNDS):
        shifted_lat, shifted_lng = shift(guess_lat, guess_lng)
        miss_lat, miss_lng = shifted_lat - lat, shifted_lng - lng
        guess_lat, guess_lng = guess_lat - miss_lat, guess_lng - miss_lng
        if abs(miss_lat) < _ENOUGH_DEGREES and abs(miss_lng) < _ENOUGH_DEGREES:
            break
    return guess_lat, guess_lng

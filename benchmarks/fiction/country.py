"""The areas of the fictional country: provinces, cities, counties, towns, villages, and where their centres lie.

Codes begin with 91 to 99, which no province of China has; positions lie inland, so that coordinate systems matter.
Knows nothing of studios but how many there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from benchmarks.fiction.chance import Chance
from benchmarks.fiction.words import COUNTY_SUFFIXES, STEM_FIRST, STEM_SECOND, TOWN_SUFFIXES
from benchmarks.fiction.yaml_text import Record

STUDIOS_PER_COUNTY = 40
MAX_STUDIOS = 100_000
_COUNTIES_PER_CITY = 8
_CITIES_PER_PROVINCE = 6
_TOWNS = 8
_PROVINCE_CENTRES = ((31, 109), (31, 104), (31, 114), (26, 109), (26, 114), (36, 109), (36, 114), (36, 104), (26, 105))
_SPREAD = {"city": 1.1, "county": 0.3, "town": 0.08, "village": 0.01}


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One division, and where its centre lies."""

    id: str
    name: str
    slug: str
    level: str
    parent: str | None
    lat: float
    lng: float


@dataclass(frozen=True, kw_only=True)
class County:
    """A county with its city above it and its towns below."""

    index: int
    city: Area
    area: Area
    towns: tuple[Area, ...]

    @property
    def slug(self) -> str:
        return self.area.slug

    @cached_property
    def villages(self) -> tuple[Area, ...]:
        """One village in each even town."""
        return tuple(_below(town, "village", f"{town.id}001", int(town.id), "村") for town in self.towns[::2])

    @property
    def functional(self) -> Area:
        """The development zone of the city: an area without a code."""
        return Area(
            id=f"{self.city.slug}-new-area",
            name=f"{self.city.name.removesuffix('市')}新城开发区",
            slug=self.city.slug,
            level="functional",
            parent=self.city.id,
            lat=round(self.city.lat + 0.06, 3),
            lng=round(self.city.lng + 0.06, 3),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """How large the country is, worked out from how many studios it must hold."""

    studios: int
    seed: int

    @property
    def counties(self) -> int:
        return -(-self.studios // STUDIOS_PER_COUNTY)

    @property
    def cities(self) -> int:
        return -(-self.counties // _COUNTIES_PER_CITY)

    @property
    def provinces(self) -> int:
        return min(len(_PROVINCE_CENTRES), -(-self.cities // _CITIES_PER_PROVINCE))

    def province(self, index: int) -> Area:
        lat, lng = _PROVINCE_CENTRES[index]
        name, slug = _stem(index * 41 + 7)
        first = STEM_FIRST[index * 5][0]
        return Area(
            id=f"{91 + index}0000",
            name=f"{first}{name}省",
            slug=f"{slug}-{index}",
            level="province",
            parent=None,
            lat=lat,
            lng=lng,
        )

    def city(self, index: int) -> Area:
        province = index * self.provinces // self.cities
        first = -(-province * self.cities // self.provinces)
        code = f"{91 + province}{index - first + 1:02}00"
        return _below(self.province(province), "city", code, 1300 + index * 3, "市", seed=self.seed)

    def county(self, index: int) -> County:
        return _county(self, index)

    def county_of(self, studio: int) -> County:
        return _county(self, studio // STUDIOS_PER_COUNTY)


@lru_cache(maxsize=64)
def _county(country: Country, index: int) -> County:
    city = country.city(index // _COUNTIES_PER_CITY)
    order = index % _COUNTIES_PER_CITY
    code = f"{city.id[:4]}{order + 1:02}"
    area = _below(city, "county", code, index, COUNTY_SUFFIXES[index % len(COUNTY_SUFFIXES)], seed=country.seed)
    towns = tuple(
        _below(area, "town", f"{code}{100 + town:03}", index * 5 + town * 97, TOWN_SUFFIXES[town], seed=country.seed)
        for town in range(_TOWNS)
    )
    return County(index=index, city=city, area=area, towns=towns)


def _below(parent: Area, level: str, code: str, stem: int, suffix: str, *, seed: int = 0) -> Area:
    chance = Chance(seed, "area", code)
    name, slug = _stem(stem)
    spread = _SPREAD[level]
    return Area(
        id=code,
        name=name + suffix,
        slug=f"{slug}-{code[:4] if level == 'city' else code}",
        level=level,
        parent=parent.id,
        lat=round(chance.near(parent.lat, spread), 3),
        lng=round(chance.near(parent.lng, spread), 3),
    )


def _stem(number: int) -> tuple[str, str]:
    """A two-character place name and its pinyin; the first 2,537 numbers give different names."""
    first = number % len(STEM_FIRST)
    second = (number // len(STEM_FIRST) + first) % len(STEM_SECOND)
    one, two = STEM_FIRST[first], STEM_SECOND[second]
    return one[0] + two[0], one[1:] + two[1:]


def divisions(country: Country) -> Iterator[Record]:
    """Every area, parents first."""
    for index in range(country.provinces):
        yield _division(country.province(index))
    for index in range(country.counties):
        county = country.county(index)
        if index % _COUNTIES_PER_CITY == 0:
            yield _division(county.city)
            yield _division(county.functional)
        for area in (county.area, *county.towns, *county.villages):
            yield _division(area)


def _division(area: Area) -> Record:
    precision = {"village": "street", "functional": "town"}.get(area.level, area.level)
    record: Record = {"id": area.id, "name": area.name, "level": area.level}
    if area.parent is not None:
        record["parent"] = area.parent
    record["center"] = {
        "lat": f"{area.lat}",
        "lng": f"{area.lng}",
        "system": "wgs84",
        "precision": precision,
        "source": "fictional-survey",
    }
    return record

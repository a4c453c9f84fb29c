"""Members: how many a studio has, what they are called, and their records. All of them are invented."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.fiction.bodies import committee_id, sector_ids
from benchmarks.fiction.chance import Chance
from benchmarks.fiction.country import Country
from benchmarks.fiction.pictures import PORTRAITS
from benchmarks.fiction.words import GIVEN_FIRST, GIVEN_SECOND, SURNAMES, TITLES
from benchmarks.fiction.yaml_text import Record

_COUNTS = (1, 4, 2, 3)
_FIRST = (0, 1, 5, 7)
_PER_FOUR = sum(_COUNTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is named elsewhere."""

    id: str
    name: str


def members_of(studio: int) -> range:
    """The numbers of a studio's members; 2.5 on average."""
    start = studio // 4 * _PER_FOUR + _FIRST[studio % 4]
    return range(start, start + _COUNTS[studio % 4])


def leaves(number: int) -> bool:
    """Whether the member of that number goes before the term is over."""
    return number % 9 == 4


def person(country: Country, number: int) -> Person:
    """The member of that number."""
    chance = Chance(country.seed, "person", number)
    surname, first, second = chance.pick(SURNAMES), chance.pick(GIVEN_FIRST), chance.pick(GIVEN_SECOND)
    length = 2 if surname[1] > "z" else 1
    slug = f"{surname[length:]}-{first[1:]}{second[1:]}"
    return Person(id=f"{slug}-{number}", name=surname[:length] + first[0] + second[0])


def members(country: Country) -> Iterator[Record]:
    """All members, studio by studio."""
    for studio in range(country.studios):
        for number in members_of(studio):
            yield _member(country, studio, number)


def _member(country: Country, studio: int, number: int) -> Record:
    chance = Chance(country.seed, "member", number)
    county = country.county_of(studio)
    who = person(country, number)
    title = chance.pick(TITLES)
    sectors = sector_ids(county)
    record: Record = {
        "id": who.id,
        "name": who.name,
        "committee": committee_id(county),
        "term": "第五届",
        "sectors": [sectors[number % len(sectors)]],
        "title": title,
        "from": chance.pick(("2022", "2022-01", "2022-01-12")),
    }
    if leaves(number):
        record["to"] = "2027-01"
    record["bio"] = (
        f"虚构人物。{title}，连任两届，平时住在{chance.pick(county.towns).name}，常去的地方是菜市场和学校门口。"
    )
    if number % 5 < 3:
        record["consent"] = "yes"
        if number % 5 == 1:
            record["photo"] = {"file": chance.pick(PORTRAITS), "alt": f"{who.name}的画像", "credit": "虚构图片"}
    elif number % 5 == 3:
        record["consent"] = "no"
    if number % 50 == 30:
        record["assured_date"] = "2026-03"
    return record

"""The studio records: what a studio is, whose, where, and how it is reached; the visit is in `visits`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.fiction.bodies import (
    NATIONAL_ID,
    body_id,
    city_committee_id,
    committee_id,
    community_id,
    province_committee_id,
    sector_ids,
)
from benchmarks.fiction.chance import Chance
from benchmarks.fiction.country import STUDIOS_PER_COUNTY, Area, Country, County
from benchmarks.fiction.pictures import CODE_PICTURE, PHOTOS
from benchmarks.fiction.prose import headings, introduction, paragraph, points, sentence
from benchmarks.fiction.standing import (
    form_of,
    has_begun,
    has_ended,
    is_online,
    named_studio,
    status_of,
    studio_id,
    studio_name,
)
from benchmarks.fiction.visits import visiting
from benchmarks.fiction.words import BUILDINGS, CONTACT_TEXTS, DIRECTIONS, ROADS, THEMES
from benchmarks.fiction.yaml_text import Record, Value

_BASES = ("sector", "area", "person", "industry", "topic", "other")
_VENUES = ("office", "school", "community", "village", "service-center", "enterprise", "park", "other")
_CHANNELS = ("wechat", "mini-program", "weibo", "douyin", "web", "video")
_PRECISIONS = ("exact", "building", "street", "exact", "building", "street", "town", "county", "city", "province")
_SYSTEMS = ("wgs84", "gcj02", "wgs84", "bd09", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """What the parts of one record agree on."""

    number: int
    id: str
    name: str
    brand: str
    country: Country
    county: County
    town: int
    status: str
    online: bool
    chance: Chance

    @property
    def place(self) -> Area:
        return self.county.towns[self.town]

    @property
    def receives(self) -> bool:
        return self.status == "open"


def studios(country: Country) -> Iterator[Record]:
    """All studio records, in the order of their numbers."""
    for number in range(country.studios):
        yield _record(_studio(country, number))


def _studio(country: Country, number: int) -> Studio:
    county = country.county_of(number)
    order = number % STUDIOS_PER_COUNTY
    return Studio(
        number=number,
        id=studio_id(country, number),
        name=studio_name(country, number),
        brand=THEMES[(number * 7) % len(THEMES)][1],
        country=country,
        county=county,
        town=order % len(county.towns),
        status=status_of(number),
        online=is_online(number),
        chance=Chance(country.seed, "studio", number),
    )


def _record(studio: Studio) -> Record:
    return (
        _identity(studio)
        | _belonging(studio)
        | _place(studio)
        | _contact(studio)
        | _dates(studio)
        | visiting(studio.country, studio.number, open_now=studio.receives, online=studio.online, chance=studio.chance)
        | _story(studio)
        | _past_and_future(studio)
    )


def _identity(studio: Studio) -> Record:
    record: Record = {"id": studio.id, "name": studio.name, "short_name": f"{studio.brand}工作室"}
    if studio.number % 3 == 0:
        record["aliases"] = [f"{studio.place.name}委员之家", f"{studio.brand}委员屋"]
    record["brand"] = studio.brand
    form = form_of(studio.number)
    if form is not None:
        record["form"] = form
    record["base"] = "online" if studio.online else _BASES[studio.number % len(_BASES)]
    if studio.status != "open" or studio.number % 5 == 1:
        record["status"] = studio.status
    if studio.number % 15 == 6:
        record["former_ids"] = [f"old-{studio.id}"]
    if studio.status == "closed" and not has_ended(studio.number):
        record["replaced_by"] = named_studio(studio.country, studio.number - 1)
    return record


def _belonging(studio: Studio) -> Record:
    county = studio.county
    level, division, owner = _level(studio)
    record: Record = {"level": level, "owner": owner}
    record["host"] = community_id(county, studio.town)
    record["backers"] = [
        body_id(county, key) for key in (("justice-bureau", "chamber") if studio.number % 2 else ("factory",))
    ]
    if studio.number % 12 == 7 and status_of(studio.number - 2) == "open" and has_begun(studio.number - 2):
        record["parent"] = studio_id(studio.country, studio.number - 2)
    record["special_committee"] = body_id(county, "legal-committee" if studio.number % 3 else "culture-committee")
    record["division"] = division
    record["serves"] = [studio.place.id, f"{studio.chance.pick(ROADS)}以东各小区"]
    keys = sector_ids(county)
    record["sectors"] = [keys[studio.number % len(keys)]]
    return record


def _level(studio: Studio) -> tuple[str, str, str]:
    """Level, division and owner, which go together."""
    county, number = studio.county, studio.number
    if number == 0:
        return "national", studio.place.id, NATIONAL_ID
    if number % 2000 == 2:
        province = next(area for area in map(studio.country.province, range(9)) if area.id == county.city.parent)
        return "province", county.area.id, province_committee_id(province)
    if number % 320 == 1:
        return "city", county.functional.id, city_committee_id(county.city)
    order = number % STUDIOS_PER_COUNTY
    if order % 16 == 4:
        return "village", county.villages[studio.town // 2].id, committee_id(county)
    if order == 8:
        return "county", county.area.id, committee_id(county)
    return "town", studio.place.id, committee_id(county)


def _place(studio: Studio) -> Record:
    chance = studio.chance
    if studio.online:
        return {"venue": "online"}
    road = chance.pick(ROADS)
    record: Record = {
        "address": f"{studio.county.area.name}{studio.place.name}{road}{chance.number(1, 260)}号{chance.pick(BUILDINGS)}"
    }
    if studio.number % 11 == 9:
        record["address_public"] = "no"
    elif studio.number % 11 == 5:
        record["address_public"] = "yes"
    record["venue"] = _VENUES[studio.number % len(_VENUES)]
    record["directions"] = chance.pick(DIRECTIONS).format(road=road, line=chance.number(1, 38))
    system = _SYSTEMS[studio.number % len(_SYSTEMS)]
    if studio.number % 13 != 12:
        record["location"] = _location(studio, system)
    return record


def _location(studio: Studio, system: str | None) -> Record:
    precision = _PRECISIONS[studio.number % len(_PRECISIONS)]
    chance, place, county = studio.chance, studio.place, studio.county
    if precision in {"exact", "building", "street"}:
        lat, lng = f"{chance.near(place.lat, 0.02):.5f}", f"{chance.near(place.lng, 0.02):.5f}"
    else:
        area = {"town": place, "county": county.area, "city": county.city}.get(precision, county.city)
        lat, lng = f"{area.lat}", f"{area.lng}"
    record: Record = {"lat": lat, "lng": lng}
    if system is not None:
        record["system"] = system
    return record | {"precision": precision, "source": "fictional-survey"}


def _contact(studio: Studio) -> Record:
    number, chance = studio.number, studio.chance
    record: Record = {}
    if number % 4 != 3:
        phone = f"0000-555{number % 10000:04}"
        record["phone"] = [phone, f"0000-556{number % 10000:04}"] if number % 5 == 0 else [phone]
    if number % 3 == 1:
        record["email"] = f"studio{number}@example.org"
    record["contact_text"] = chance.pick(CONTACT_TEXTS)
    if number % 4 == 1:
        record["links"] = [{"label": "办事指南", "url": f"https://example.org/guide/{number}"}]
    if studio.online or number % 2 == 0:
        kind = _CHANNELS[number // 2 % len(_CHANNELS)]
        channel: Record = {
            "kind": kind,
            "name": f"{studio.brand}{studio.place.name}",
            "url": f"https://example.org/{kind}/{number}",
        }
        if kind == "wechat":
            channel["image"] = CODE_PICTURE
        record["channels"] = [channel]
    return record


def _dates(studio: Studio) -> Record:
    chance = studio.chance
    approved = chance.day(date(2019, 3, 1), date(2023, 5, 31))
    record: Record = {"approved": f"{approved:%Y-%m}" if studio.number % 2 else approved.isoformat()}
    if studio.status in {"preparing", "building"}:
        return record
    established = chance.day(date(2023, 6, 1), date(2023, 12, 31))
    record["established"] = (f"{established:%Y}", f"{established:%Y-%m}", established.isoformat())[studio.number % 3]
    record["unveiled"] = chance.day(date(2024, 1, 5), date(2024, 5, 31)).isoformat()
    if studio.status == "closed":
        record["closed_on"] = chance.day(date(2025, 6, 1), date(2026, 6, 30)).isoformat()
    return record


def _story(studio: Studio) -> Record:
    chance = studio.chance
    first, second = headings(chance, 2)
    record: Record = {
        "summary": f"设在{studio.place.name}的委员工作室（虚构），{introduction(chance)}",
        "description": f"## {first}\n\n{paragraph(chance, 1)}\n\n{points(chance, 2)}\n\n## {second}\n\n**{sentence(chance)}**\n",
    }
    photos: list[Value] = [{"file": chance.pick(PHOTOS), "alt": f"{studio.brand}工作室的门口", "credit": "虚构图片"}]
    if studio.number % 3 == 0:
        photos.append({"file": chance.pick(PHOTOS), "alt": "居民和委员围着长桌说话", "credit": "虚构图片"})
    record["photos"] = photos
    record["compliance"] = [
        {
            "framework": "four-on-the-wall",
            "item": "duties",
            "met": "yes",
            "date": "2025-03",
            "evidence": "照片存工作室档案",
        },
        {
            "framework": "four-on-the-wall",
            "item": "process",
            "met": ("yes", "no", "partly")[studio.number % 3],
            "date": "2025-03-20",
        },
    ]
    if studio.number % 3 == 2:
        record["honors"] = [{"name": "年度示范工作室", "by": f"政协{studio.county.area.name}委员会", "date": "2025-12"}]
    return record


def _past_and_future(studio: Studio) -> Record:
    number, chance = studio.number, studio.chance
    record: Record = {}
    changes: list[Value] = []
    if number % 10 == 1 and not studio.online:
        changes.append({"from": "2025-09-01", "phone": [f"0000-557{number % 10000:04}"]})
        address = f"{studio.place.name}{chance.pick(ROADS)}{chance.number(1, 99)}号新址"
        location = _location(studio, _SYSTEMS[number % len(_SYSTEMS)])
        changes.append({"from": "2027-07-01", "address": address, "location": location})
        record["changes"] = changes
    record["assured_date"] = chance.day(date(2025, 11, 1), date(2026, 10, 20)).isoformat()
    if not has_begun(number):
        record["valid_from"] = "2027-06-01"
    elif has_ended(number):
        record["valid_from"] = "2023-06"
        record["valid_to"] = "2026-06-30"
    record["sources"] = ["fictional-survey", f"{studio.county.slug}-report"]
    if number % 6 == 0:
        record["note"] = f"{chance.number(1, 9)}月电话核对过地址，待补门口照片。"
    return record

"""Organizations and sectors of each county, and the few bodies above them."""

from collections.abc import Iterator

from benchmarks.fiction.country import Area, Country, County
from benchmarks.fiction.words import SECTORS
from benchmarks.fiction.yaml_text import Record

NATIONAL_ID = "national-cppcc"
_SECTORS_PER_COUNTY = 10
_BODIES = (
    ("legal-committee", "政协社会和法制委员会", "special-committee"),
    ("culture-committee", "政协文化文史委员会", "special-committee"),
    ("liaison-group", "政协委员联络组", "liaison-group"),
    ("organization-department", "基层党建办公室", "party"),
    ("justice-bureau", "司法局", "government"),
    ("chamber", "商会联合会", "association"),
    ("factory", "丰穗食品厂", "enterprise"),
    ("school", "第一中学", "school"),
    ("service-center", "公共法律服务中心", "service-center"),
    ("village-hall", "文化礼堂", "other"),
)


def committee_id(county: County) -> str:
    """The county's committee."""
    return f"{county.slug}-cppcc"


def city_committee_id(city: Area) -> str:
    """The city's committee."""
    return f"{city.slug}-cppcc"


def province_committee_id(province: Area) -> str:
    """The province's committee."""
    return f"{province.slug}-province-cppcc"


def body_id(county: County, key: str) -> str:
    """One of the other bodies of a county."""
    return f"{county.slug}-{key}"


def community_id(county: County, town: int) -> str:
    """The community of one of the county's towns."""
    return f"{county.slug}-community-{town}"


def sector_ids(county: County) -> tuple[str, ...]:
    """The sectors of the county's committee."""
    return tuple(f"{county.slug}-{key}" for key, _ in _sectors_of(county))


def organizations(country: Country) -> Iterator[Record]:
    """The national body, then each province, city and county with its own."""
    yield {
        "id": NATIONAL_ID,
        "name": "虚构国政协全国委员会",
        "kind": "committee",
        "level": "national",
        "url": "https://example.org/national",
        "records": "partial",
    }
    for index in range(country.provinces):
        province = country.province(index)
        yield _committee(province_committee_id(province), province, NATIONAL_ID)
    for index in range(country.counties):
        county = country.county(index)
        if index % 8 == 0:
            province = next(
                area for area in map(country.province, range(country.provinces)) if area.id == county.city.parent
            )
            yield _committee(city_committee_id(county.city), county.city, province_committee_id(province))
        yield from _of_county(county)


def _committee(key: str, area: Area, parent: str) -> Record:
    return {
        "id": key,
        "name": f"政协{area.name}委员会",
        "short_name": f"{area.name}政协",
        "kind": "committee",
        "level": area.level,
        "division": area.id,
        "parent": parent,
        "records": "partial",
    }


def _of_county(county: County) -> Iterator[Record]:
    name = county.area.name
    yield {
        "id": committee_id(county),
        "name": f"政协{name}委员会",
        "short_name": f"{name}政协",
        "kind": "committee",
        "level": "county",
        "division": county.area.id,
        "parent": city_committee_id(county.city),
        "url": f"https://example.org/{county.slug}",
        "phone": f"0000-555{county.index % 10000:04}",
        "summary": f"{name}的协商机构（虚构），管着全县的委员工作室。",
        "description": f"机关在{county.towns[0].name}。\n\n委员来自**{_SECTORS_PER_COUNTY}个界别**，每年评议一次工作室。\n",
        "records": "partial" if county.index % 2 else "complete",
    }
    for key, label, kind in _BODIES:
        record: Record = {
            "id": body_id(county, key),
            "name": f"{name}{label}",
            "kind": kind,
            "division": county.area.id,
        }
        if kind in {"special-committee", "liaison-group"}:
            record["parent"] = committee_id(county)
        if kind == "liaison-group":
            record["level"] = "town"
        yield record
    for order, town in enumerate(county.towns):
        yield {
            "id": community_id(county, order),
            "name": f"{town.name}中心社区",
            "kind": "community",
            "level": "village",
            "division": town.id,
        }


def sectors(country: Country) -> Iterator[Record]:
    """Ten sectors of every county's committee."""
    for index in range(country.counties):
        county = country.county(index)
        for number, (key, name) in enumerate(_sectors_of(county)):
            record: Record = {"id": f"{county.slug}-{key}", "name": name if name.endswith("界") else f"{name}界"}
            if number == 3:
                record["name"] = f"{name}和综合界"
            record["national"] = [name]
            record["committee"] = committee_id(county)
            if number == 9:
                record["sources"] = ["fictional-survey"]
            yield record


def _sectors_of(county: County) -> tuple[tuple[str, str], ...]:
    start = county.index * _SECTORS_PER_COUNTY
    return tuple(SECTORS[(start + step) % len(SECTORS)] for step in range(_SECTORS_PER_COUNTY))

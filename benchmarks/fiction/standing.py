"""What other records may know of a studio from its number alone: its id, its name, whether it is open."""

from collections.abc import Mapping

from benchmarks.fiction.country import STUDIOS_PER_COUNTY, Country
from benchmarks.fiction.words import THEMES

_STATUSES: Mapping[int, str] = {3: "preparing", 8: "building", 13: "suspended", 17: "closed", 19: "unknown"}
_FORMS: Mapping[int, str] = {
    1: "studio",
    2: "work-station",
    3: "reception-room",
    6: "contact-point",
    7: "contact-station",
    9: "other",
    11: "unknown",
}
_FORM_NAMES = {
    "work-station": "工作站",
    "reception-room": "会客厅",
    "contact-point": "联系点",
    "contact-station": "联系站",
    "online-studio": "网上工作室",
}


def studio_id(country: Country, number: int) -> str:
    """Names a studio, whether or not it has begun."""
    return f"{country.county_of(number).slug}-studio-{number}"


def status_of(number: int) -> str:
    """What the record says; `open` may stay unsaid."""
    if not has_begun(number):
        return "preparing"
    if has_ended(number):
        return "closed"
    return _STATUSES.get(number % 20, "open")


def has_begun(number: int) -> bool:
    """Studios that have not begun have no page, so that nothing may name them."""
    return number % 97 != 43


def has_ended(number: int) -> bool:
    """Whether the record holds no longer."""
    return number % 50 == 29


def is_online(number: int) -> bool:
    """Whether the studio is a room on the net."""
    return number % 24 == 10


def named_studio(country: Country, number: int) -> str:
    """The id of a studio that may be named: that one, or the one before it."""
    return studio_id(country, number if has_begun(number) else number - 1)


def studio_name(country: Country, number: int) -> str:
    """The official name: place, theme, form."""
    county = country.county_of(number)
    order = number % STUDIOS_PER_COUNTY
    theme, _ = THEMES[(order // len(county.towns) * 5 + county.index) % len(THEMES)]
    form = form_of(number)
    kind = _FORM_NAMES.get(form or "studio", "工作室")
    return f"{county.area.name}{county.towns[order % len(county.towns)].name}{theme}委员{kind}"


def form_of(number: int) -> str | None:
    """The form, where the record says it."""
    if is_online(number):
        return "online-studio"
    return _FORMS.get(number % 12)

"""What pages say of their subject for programs, as schema.org's JSON-LD: only what their visible text says, nothing more.

Each function is given what stands on the page and gives plain values, which `Page.linked` carries; None where a page is
to say nothing, as of what has ended. Which type stands for what, and why, is told in `docs/open-data.md`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.base.opening_hours import OpeningHours
from memberstudios.directory.directory import Directory
from memberstudios.pages.named import Named
from memberstudios.pages.site_shell import base_url

Linked = Mapping[str, Any]
SCHEMA: Final = "https://schema.org"
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORGANIZATIONS: Final = {"government": "GovernmentOrganization", "school": "EducationalOrganization"}
"""A committee is no organ of government: it and all others are plain organizations."""
_STATES: Final = {"planned": f"{SCHEMA}/EventScheduled", "cancelled": f"{SCHEMA}/EventCancelled"}


@dataclass(frozen=True, slots=True)
class Site:
    """Where pages are: the site's address with its last slash; a site that does not know it gives addresses from its top."""

    base: str | None
    root: str

    def to(self, path: str) -> str:
        """The address of a page or file."""
        return (self.base or self.root) + ("" if path == "index.html" and self.base else path)


def site_at(directory: Directory, path: str) -> Site:
    """The site as seen from a page."""
    return Site(base_url(directory.site.base_url), "../" * path.count("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStudio:
    """What the page of a studio shows. `people` have a page of their own; `point` is drawn as a pin, latitude first."""

    name: str
    path: str
    is_online: bool
    aliases: tuple[str, ...]
    summary: str
    address: str
    area: Named | None
    point: tuple[float, float] | None
    phones: tuple[str, ...]
    email: str
    hours: OpeningHours | None
    accounts: tuple[str, ...]
    owner: tuple[Named, ...]
    serves: tuple[str, ...]
    established: PartialDate | None
    people: tuple[Named, ...]


def studio_linked(site: Site, studio: LinkedStudio) -> Linked:
    """A studio is an organization, and a place to go to unless it is online."""
    point = studio.point
    return _about(
        site,
        "Organization" if studio.is_online else ["Organization", "Place"],
        studio.path,
        name=studio.name,
        alternateName=list(studio.aliases),
        description=studio.summary,
        address=studio.address,
        containedInPlace=None if studio.is_online else _named(site, "AdministrativeArea", studio.area),
        geo=None if point is None else {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]},
        telephone=list(studio.phones),
        email=studio.email,
        openingHoursSpecification=None if studio.hours is None or studio.is_online else list(_hours(studio.hours)),
        sameAs=list(studio.accounts),
        parentOrganization=[_named(site, "Organization", one) for one in studio.owner],
        areaServed=list(studio.serves),
        foundingDate=_day(studio.established),
        member=[_named(site, "Person", one) for one in studio.people],
    )


def organization_linked(  # noqa: PLR0913 - what the page shows
    site: Site,
    path: str,
    *,
    name: str,
    kind: str | None,
    summary: str,
    area: Named | None,
    parent: Named | None,
    phones: Iterable[str],
    url: str,
) -> Linked:
    """An organization; its own site is the same as it."""
    return _about(
        site,
        _ORGANIZATIONS.get(kind or "", "Organization"),
        path,
        name=name,
        description=summary,
        location=_named(site, "AdministrativeArea", area),
        parentOrganization=_named(site, "Organization", parent),
        telephone=list(phones),
        sameAs=url,
    )


def member_linked(
    site: Site, path: str, *, name: str, title: str, committee: Named | None, studios: Iterable[Named]
) -> Linked:
    """A member who agreed, the committee, and the studios in which the member sits."""
    return _about(
        site,
        "Person",
        path,
        name=name,
        jobTitle=title,
        memberOf=_named(site, "Organization", committee),
        affiliation=[_named(site, "Organization", one) for one in studios],
    )


def area_linked(site: Site, path: str, *, name: str, above: Named | None) -> Linked:
    """An area, and the one above it."""
    return _about(
        site, "AdministrativeArea", path, name=name, containedInPlace=_named(site, "AdministrativeArea", above)
    )


def news_linked(
    site: Site,
    path: str,
    *,
    title: str,
    date: PartialDate,
    author: str,
    summary: str,
    studios: Iterable[Named],
    sources: Iterable[tuple[str, str]],
) -> Linked:
    """A news item, the studios it is about, and its sources (title and address). Who wrote it may be a body or a person."""
    return _about(
        site,
        "NewsArticle",
        path,
        headline=title,
        datePublished=str(date),
        creditText=author,
        description=summary,
        about=[_named(site, "Organization", one) for one in studios],
        citation=[_known({"@type": "CreativeWork", "name": name, "url": url}) for name, url in sources],
    )


def activity_linked(  # noqa: PLR0913 - what the page shows
    site: Site,
    path: str,
    *,
    title: str,
    date: PartialDate | None,
    end_date: PartialDate | None = None,
    opens_at: str | None = None,
    closes_at: str | None = None,
    state: str = "done",
    place: str = "",
    summary: str = "",
    organizers: Iterable[Named] = (),
) -> Linked | None:
    """An activity as an event; nothing where its day is not known, which every event must have."""
    if date is None:
        return None
    last = end_date or (date if closes_at else None)
    return _about(
        site,
        "Event",
        path,
        name=title,
        startDate=_moment(date, opens_at),
        endDate=None if last is None else _moment(last, closes_at),
        eventStatus=_STATES.get(state),
        location={"@type": "Place", "name": place} if place else None,
        description=summary,
        organizer=[_named(site, "Organization", one) for one in organizers],
    )


def site_linked(site: Site, path: str, *, title: str, summary: str) -> Linked:
    """The whole site, by the name that stands at the top of its pages."""
    return _about(site, "WebSite", path, name=title, description=summary)


def dataset_linked(
    site: Site, path: str, *, title: str, lead: str, licence: str | None, files: Iterable[tuple[str, str, str]]
) -> Linked:
    """The data of the site; `files` are path, name and media type."""
    return _about(
        site,
        "Dataset",
        path,
        name=title,
        description=lead,
        license=None if licence is None else {"@type": "CreativeWork", "name": licence},
        distribution=[
            {"@type": "DataDownload", "name": name, "contentUrl": site.to(file), "encodingFormat": media}
            for file, name, media in files
        ],
    )


def _about(site: Site, type_: str | list[str], path: str, **told: Any) -> Linked:
    """The subject of a page, with all that is known of it."""
    address = site.to(path)
    return {"@context": SCHEMA, "@type": type_, "@id": address, "url": address, **_known(told)}


def _known(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _named(site: Site, type_: str, named: Named | None) -> dict[str, str] | None:
    """What a page names: its name, and its page where it has one."""
    if named is None:
        return None
    name, path = named
    return {"@type": type_, "name": name, "url": site.to(path)} if path else {"@type": type_, "name": name}


def _hours(hours: OpeningHours) -> Iterator[Mapping[str, Any]]:
    """Each span with the days that have it, as the page's week has them; days that are closed or not stated have none."""
    days: dict[tuple[str, str], list[str]] = {}
    for name, spans in zip(_DAYS, hours.week, strict=True):
        for span in spans or ():
            days.setdefault(span, []).append(f"{SCHEMA}/{name}")
    for (opens, closes), names in days.items():
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": names, "opens": opens, "closes": closes}


def _day(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _moment(date: PartialDate, time: str | None) -> str:
    """A day, and the time in the site's zone where it is known."""
    return f"{date}T{time}" if time and date.day is not None else str(date)

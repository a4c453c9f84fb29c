"""The address of everything that has one; the only place that writes them."""

from hashlib import blake2b

from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import RECEIVES
from memberstudios.records.types import is_id_shaped

AREAS, FIND, HOME, NEWS, STUDIOS = (
    "areas/index.html",
    "find.html",
    "index.html",
    "news/index.html",
    "studios/index.html",
)
SECTORS, MATTERS, MEMBERS, ORGANIZATIONS = (
    "sectors/index.html",
    "matters/index.html",
    "members/index.html",
    "organizations/index.html",
)
DUTY = "duty/index.html"
ACTIVITIES, SERIES, TOPICS = "activities/index.html", "activities/series/index.html", "topics/index.html"
FRAMEWORKS, DOCUMENTS, PAIRINGS = "frameworks/index.html", "documents/index.html", "pairings/index.html"
FIGURES, COVERAGE, REPORTS = "figures.html", "coverage.html", "reports/index.html"
ACTIVITY_STUDIOS = "activities/studios/index.html"
ACTIVITY_FEED = "activities/feed.xml"
ACTIVITY_CALENDAR = "activities/coming.ics"
"""Activities that are announced, of all studios."""
EMBED = "embed.html"
"""The finder for other sites to show: the one page that may be framed."""
FEED = "news/feed.xml"
DATA, SOURCES_SLUG = "data/index.html", "sources"
SOURCES = f"pages/{SOURCES_SLUG}.html"
POINTS = "data/finder.json"
"""The compact data file of finder and maps."""
SEARCH = "data/search.json"
"""All words that find something."""
NEXT_CHANGES = "data/next-changes.json"
"""When the site will be another one by itself."""
PAGE_SIZE = 200
"""Entries on one page of a list; longer ones go on at `…/2.html`."""


def studio(id_: str) -> str:
    return f"studios/{id_}.html"


def area(id_: str) -> str:
    return f"areas/{id_}.html"


def duty_area(id_: str) -> str:
    return f"duty/{id_}.html"


def poster(id_: str) -> str:
    return f"print/{id_}.html"


def poster_of(directory: Directory, id_: str) -> str | None:
    """Only a listed studio that receives people at some time has something to hang up."""
    found = directory.studios.get(id_)
    if found is None or found.status not in RECEIVES or not directory.is_listed(found):
        return None
    return poster(id_) if id_ in directory.links.studios_with_times else None


def duty_of(directory: Directory, id_: str) -> str | None:
    """Only an area where some studio has duty has a page of it."""
    has_duty = directory.links.studios_with_duty
    return duty_area(id_) if any(one in has_duty for one in directory.within.get(id_, ())) else None


def studio_calendar(id_: str) -> str:
    return f"duty/{id_}.ics"


def member_calendar(id_: str) -> str:
    return f"duty/members/{id_}.ics"


def area_calendar(id_: str) -> str:
    return f"duty/areas/{id_}.ics"


def numbered(path: str, number: int) -> str:
    """A further page of a list: `areas/x.html` goes on at `areas/x/2.html`."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def shard(path: str, number: int) -> str:
    """A further file of a large data file: `data/finder.json` goes on in `data/finder/0.json`."""
    return f"{path.removesuffix('.json')}/{number}.json"


def area_data(id_: str) -> str:
    return f"data/areas/{id_}.geojson"


def sector(id_: str) -> str:
    return f"sectors/{id_}.html"


def matter(id_: str) -> str:
    return f"matters/{id_}.html"


def organization(id_: str) -> str:
    return f"organizations/{id_}.html"


def activity(id_: str) -> str:
    return f"activities/{id_}.html"


def activities_of_kind(kind: str) -> str:
    return f"activities/kinds/{kind}.html"


def activities_of_studio(id_: str) -> str:
    return f"activities/studios/{id_}.html"


def series(name: str) -> str:
    """Of a series by its id; one that no record stands for has an address made from its name, which changes with it."""
    key = name if is_id_shaped(name) else blake2b(name.encode(), digest_size=5).hexdigest()
    return f"activities/series/{key}.html"


def topic(id_: str) -> str:
    return f"topics/{id_}.html"


def topics_in_state(state: str) -> str:
    return f"topics/states/{state}.html"


def topics_of_origin(origin: str) -> str:
    return f"topics/origins/{origin}.html"


def framework(id_: str) -> str:
    return f"frameworks/{id_}.html"


def document(id_: str) -> str:
    return f"documents/{id_}.html"


def coverage(organization_: str) -> str:
    return f"coverage/{organization_}.html"


def coverage_of(directory: Directory, id_: str) -> str | None:
    """Only a committee of an area has a page of what its studios reach."""
    return coverage(id_) if id_ in directory.links.committees_with_area else None


def report(year: int, area_: str) -> str:
    return f"reports/{year}/{area_}.html"


def news(id_: str) -> str:
    return f"news/{id_}.html"


def page(id_: str) -> str:
    return f"pages/{id_}.html"


def document_file(name: str) -> str:
    return f"files/{name}"


def member(directory: Directory, id_: str) -> str | None:
    """Only members who agreed have a page."""
    found = directory.members.get(id_)
    return f"members/{id_}.html" if found is not None and directory.is_public(found) else None

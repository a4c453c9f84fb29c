"""The address of everything that has one; the only place that writes them."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, Final

from memberstudios.directory.directory import Directory, TextKey
from memberstudios.directory.duty import RECEIVES
from memberstudios.directory.shelf import Shelf
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


class Addresses:
    """Every page that a text may link to, each with the text that stands on it; further pages of long lists are not."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def leads(self, path: str) -> bool:
        """Whether there is such a page."""
        if path in _FIXED:
            return True
        folder, _, name = path.rpartition("/")
        if path in _WHERE:
            return _WHERE[path](self._directory)
        if path in _INDEXES:
            return len(self._shelf(_INDEXES[path])) > 0
        if folder in _FACETS:
            return name.removesuffix(".html") in _FACETS[folder](self._directory)
        kind, id_ = _parted(path)
        if kind in _SOME:
            return _SOME[kind](self._directory, id_) is not None
        return kind in _TEXT_OF and id_ in self._shelf(kind)

    def text_at(self, path: str) -> TextKey | None:
        """The text that stands on a page."""
        kind, id_ = _parted(path)
        field = _TEXT_OF.get(kind) if path not in _FIXED or kind == "page" else None
        return None if field is None else (kind, id_, field)

    def all(self) -> Iterator[str]:
        """Every path, to find the one that was meant."""
        yield from _FIXED
        yield from (path for path, is_there in _WHERE.items() if is_there(self._directory))
        yield from (path for path, kind in _INDEXES.items() if len(self._shelf(kind)))
        for folder, kind in _KINDS.items():
            only = _SOME.get(kind)
            ids = (id_ for id_ in self._shelf(kind) if only is None or only(self._directory, id_) is not None)
            yield from (f"{folder}/{id_}.html" for id_ in ids)

    def _shelf(self, kind: str) -> Shelf[Any]:
        shelf: Shelf[Any] = getattr(self._directory, _SHELF_OF[kind])
        return shelf


def _parted(path: str) -> tuple[str, str]:
    """Kind and id of the record whose page would lie at `path`; empty where no record has one."""
    folder, _, name = path.rpartition("/")
    if folder not in _KINDS or not name.endswith(".html"):
        return "", ""
    return _KINDS[folder], name.removesuffix(".html")


_FIXED: Final = (HOME, FIND, AREAS, STUDIOS, NEWS, SECTORS, MATTERS, MEMBERS, ORGANIZATIONS, DATA, SOURCES, FIGURES)
_WHERE: Final[Mapping[str, Callable[[Directory], bool]]] = {
    DUTY: lambda directory: len(directory.links.studios_with_duty) > 0,
    COVERAGE: lambda directory: len(directory.links.committees_with_area) > 0,
    REPORTS: lambda directory: len(directory.links.committees_with_area) > 0 and len(directory.activities) > 0,
}
"""Pages that there are where there is something to tell."""
_INDEXES: Final = {
    ACTIVITIES: "activity",
    SERIES: "series",
    TOPICS: "topic",
    FRAMEWORKS: "framework",
    DOCUMENTS: "document",
    PAIRINGS: "pairing",
}
"""Pages that there are where there is a record of the kind."""
_FACETS: Final[Mapping[str, Callable[[Directory], Iterator[str | None]]]] = {
    "activities/kinds": lambda directory: (one.kind or "other" for one in directory.activities.values()),
    "topics/states": lambda directory: (one.reached for one in directory.topics.values()),
    "topics/origins": lambda directory: (one.origin for one in directory.topics.values()),
}
"""Lists that there are where a record has the value that they are named after."""
_KINDS: Final = {
    "studios": "studio",
    "areas": "division",
    "sectors": "sector",
    "matters": "matter",
    "organizations": "organization",
    "news": "news",
    "pages": "page",
    "members": "member",
    "duty": "duty",
    "print": "poster",
    "activities": "activity",
    "activities/series": "series",
    "topics": "topic",
    "frameworks": "framework",
    "documents": "document",
    "coverage": "coverage",
}
_SOME: Final = {"member": member, "duty": duty_of, "poster": poster_of, "coverage": coverage_of}
"""Kinds of pages that not every record has."""
_SHELF_OF: Final = {kind: folder for folder, kind in _KINDS.items()} | {
    "division": "divisions",
    "duty": "divisions",
    "poster": "studios",
    "coverage": "organizations",
    "series": "series",
    "pairing": "pairings",
}
_TEXT_OF: Final = {
    "studio": "description",
    "organization": "description",
    "news": "body",
    "page": "body",
    "member": "bio",
    "division": None,
    "sector": None,
    "matter": None,
    "activity": None,
    "series": None,
    "topic": None,
    "framework": None,
    "document": None,
}

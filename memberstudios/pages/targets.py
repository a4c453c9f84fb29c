"""Which pages a text may link to, with the text that stands on each; further pages of long lists are not among them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from memberstudios.directory.directory import Directory, TextKey
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses
from memberstudios.pages.years import facts_of_records, has_reports, years


class Targets:
    """The pages of a directory that a text may link to."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def leads(self, path: str) -> bool:
        """Whether there is such a page."""
        if path in _FIXED:
            return True
        if path in _WHERE:
            return _WHERE[path](self._directory)
        if path in _INDEXES:
            return len(self._shelf(_INDEXES[path])) > 0
        folder, _, name = path.rpartition("/")
        return name.endswith(".html") and self._is_in(folder, name.removesuffix(".html"))

    def _is_in(self, folder: str, name: str) -> bool:
        """Whether there is a page of that name among those that a folder has."""
        if folder in _FACETS:
            return name in _FACETS[folder](self._directory)
        if folder.startswith(_REPORTS_OF_A_YEAR):
            return f"{folder}/{name}.html" in self._reports(name)
        kind = _KINDS.get(folder, "")
        if kind in _SOME:
            return _SOME[kind](self._directory, name) is not None
        return kind in _TEXT_OF and name in self._shelf(kind)

    def text_at(self, path: str) -> TextKey | None:
        """The text that stands on a page."""
        kind, id_ = _parted(path)
        field = _TEXT_OF.get(kind) if path not in _FIXED or kind == "page" else None
        return None if field is None else (kind, id_, field)

    def all(self) -> Iterator[str]:
        """Every path but those of single reports, to find the one that was meant."""
        yield from _FIXED
        yield from (path for path, is_there in _WHERE.items() if is_there(self._directory))
        yield from (path for path, kind in _INDEXES.items() if len(self._shelf(kind)))
        for folder, kind in _KINDS.items():
            only = _SOME.get(kind)
            ids = (id_ for id_ in self._shelf(kind) if only is None or only(self._directory, id_) is not None)
            yield from (f"{folder}/{id_}.html" for id_ in ids)

    def _reports(self, area: str) -> Iterator[str]:
        """The yearly reports of an area."""
        found = years(self._directory, facts_of_records(self._directory), area)
        return (addresses.report(number, area) for number in found)

    def _shelf(self, kind: str) -> Shelf[Any]:
        shelf: Shelf[Any] = getattr(self._directory, _SHELF_OF[kind])
        return shelf


def _parted(path: str) -> tuple[str, str]:
    """Kind and id of the record whose page would lie at `path`; empty where no record has one."""
    folder, _, name = path.rpartition("/")
    if folder not in _KINDS or not name.endswith(".html"):
        return "", ""
    return _KINDS[folder], name.removesuffix(".html")


_REPORTS_OF_A_YEAR: Final = "reports/"
_FIXED: Final = (
    addresses.HOME,
    addresses.FIND,
    addresses.AREAS,
    addresses.STUDIOS,
    addresses.NEWS,
    addresses.SECTORS,
    addresses.MATTERS,
    addresses.MEMBERS,
    addresses.ORGANIZATIONS,
    addresses.DATA,
    addresses.SOURCES,
    addresses.FIGURES,
)
_WHERE: Final[Mapping[str, Callable[[Directory], bool]]] = {
    addresses.DUTY: lambda directory: len(directory.links.studios_with_duty) > 0,
    addresses.COVERAGE: lambda directory: len(directory.links.committees_with_area) > 0,
    addresses.REPORTS: lambda directory: has_reports(directory, facts_of_records(directory)),
}
"""Pages that there are where there is something to tell."""
_INDEXES: Final = {
    addresses.ACTIVITIES: "activity",
    addresses.SERIES: "series",
    addresses.TOPICS: "topic",
    addresses.FRAMEWORKS: "framework",
    addresses.DOCUMENTS: "document",
    addresses.PAIRINGS: "pairing",
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
_SOME: Final = {
    "member": addresses.member,
    "duty": addresses.duty_of,
    "poster": addresses.poster_of,
    "coverage": addresses.coverage_of,
}
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

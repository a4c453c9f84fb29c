"""Lists of activities: all, of one kind, of one studio, and the studios that held some."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.activity_calendar import has_coming
from memberstudios.pages.activity_lines import (
    Activities,
    ActivityLine,
    activities,
    by_year,
    in_order,
    line_shelf,
    list_of_studio,
)
from memberstudios.pages.cards import card
from memberstudios.pages.duty_calendar import CalendarView
from memberstudios.pages.duty_calendar import view as calendar_view
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.site_shell import base_url
from memberstudios.records.work import ACTIVITY_KINDS
from memberstudios.render.output import Crumb, Output, Page, html
from memberstudios.words import Words

_ALL, _STUDIOS = "", "studios"

Way = tuple[str, str, int]
"""A list to choose: its name, its path, and how many stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitiesView:
    """One page of a list. `count` is of all pages; a further page has no `coming`. `years` are 0 for what has no date.

    `kinds` and `ways` lead to other lists; `feed` is the path of the feed, where there is one.
    """

    count: int
    coming: tuple[ActivityLine, ...]
    years: tuple[tuple[int, tuple[ActivityLine, ...]], ...]
    pager: Pager | None
    kinds: tuple[Way, ...]
    ways: tuple[Way, ...]
    calendar: CalendarView | None
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostsView:
    """One page of the studios that held activities; `count` is of all pages."""

    count: int
    studios: tuple[Way, ...]
    pager: Pager | None


def keys(directory: Directory) -> Iterator[str]:
    """All, those by kind, those by studio, and each studio with more than its page shows; nothing where there are none."""
    if not len(directory.activities):
        return
    yield _ALL
    yield from (f"kind/{kind}" for kind in ACTIVITY_KINDS)
    of_studio = directory.links.activities_of_studio
    if len(of_studio) > 1:
        yield _STUDIOS
    yield from (f"studio/{id_}" for id_ in of_studio if list_of_studio(directory, id_))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`activities/index.html`, `activities/kinds/<kind>.html`, `activities/studios/…`, each with further pages."""
    group, _, name = key.partition("/")
    if key == _STUDIOS:
        yield from _hosts(directory, words)
    elif group == "studio":
        ids = directory.links.activities_of_studio.get(name, ())
        title = words("activity.studio_title", name=card(directory, words, name).name)
        path = addresses.activities_of_studio(name)
        found = activities(directory, words, ids, addresses.studio(name))
        yield from _pages(directory, words, path, title, found)
    elif group == "kind":
        lines = [line for line in _lines(directory, words) if (line.kind or "other") == name]
        if lines:
            title = words("activity.kind_title", kind=words(f"work.kind.{name}"))
            path = addresses.activities_of_kind(name)
            yield from _pages(directory, words, path, title, in_order(directory, words, lines), kind=name)
    else:
        found = in_order(directory, words, _lines(directory, words))
        yield from _pages(directory, words, addresses.ACTIVITIES, words("activity.index_title"), found)


def _pages(
    directory: Directory, words: Words, path: str, title: str, found: Activities, kind: str = ""
) -> Iterator[Output]:
    is_all = path == addresses.ACTIVITIES
    crumbs: tuple[Crumb, ...] = () if is_all else ((words("activity.index_title"), addresses.ACTIVITIES),)
    has_feed = is_all and base_url(directory.site.base_url) is not None
    kinds = tuple(_kinds(directory, words)) if is_all or kind else ()
    for number, (path_, shown, pager) in enumerate(paged(path, found.past), 1):
        is_first = number == 1
        page = Page(
            path=path_,
            title=title,
            description=words("activity.description", title=title, count=len(found), site=directory.site.title),
            section="activities",
            crumbs=crumbs,
            index=is_first,
            is_landmark=is_first and is_all,
        )
        has_calendar = is_first and is_all and has_coming(directory)
        view = ActivitiesView(
            count=len(found),
            coming=found.coming if is_first else (),
            years=by_year(shown),
            pager=pager,
            kinds=kinds if len(kinds) > 1 else (),
            ways=tuple(_ways(directory, words)) if is_all else (),
            calendar=calendar_view(directory, addresses.ACTIVITY_CALENDAR) if has_calendar else None,
            feed=addresses.ACTIVITY_FEED if has_feed else "",
        )
        yield html(page, "activities.html", view)


def _lines(directory: Directory, words: Words) -> Iterator[ActivityLine]:
    """Of every activity whose record holds."""
    lines = line_shelf(directory, words)
    return (line for line in lines.values() if f"activity/{line.id}" not in directory.ended)


def _kinds(directory: Directory, words: Words) -> Iterator[Way]:
    counts: dict[str, int] = {}
    for line in _lines(directory, words):
        counts[line.kind or "other"] = counts.get(line.kind or "other", 0) + 1
    for kind in ACTIVITY_KINDS:
        if kind in counts:
            yield words(f"work.kind.{kind}"), addresses.activities_of_kind(kind), counts[kind]


def _ways(directory: Directory, words: Words) -> Iterator[Way]:
    series = len(directory.links.activities_of_series)
    if series:
        yield words("activity.series_title"), addresses.SERIES, series
    studios = len(directory.links.activities_of_studio)
    if studios > 1:
        yield words("activity.hosts_title"), addresses.ACTIVITY_STUDIOS, studios


def _hosts(directory: Directory, words: Words) -> Iterator[Output]:
    of_studio = directory.links.activities_of_studio
    hosts = [id_ for id_ in directory.studios if id_ in of_studio]
    for number, (path, shown, pager) in enumerate(paged(addresses.ACTIVITY_STUDIOS, hosts), 1):
        page = Page(
            path=path,
            title=words("activity.hosts_title"),
            description=words("activity.hosts_description", count=len(hosts)),
            section="activities",
            crumbs=((words("activity.index_title"), addresses.ACTIVITIES),),
            index=number == 1,
        )
        studios = tuple(
            (
                card(directory, words, id_).name,
                list_of_studio(directory, id_) or f"{addresses.studio(id_)}#activities",
                len(of_studio.get(id_, ())),
            )
            for id_ in shown
        )
        yield html(page, "activity_hosts.html", HostsView(count=len(hosts), studios=studios, pager=pager))

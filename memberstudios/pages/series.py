"""Series of activities: a list, and each as one story from its first activity to its newest, with what came of it."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import Activities, ActivityLine, activities
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.progress import Progress, progress
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.records.work import Series
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A series as an entry of the list: how many activities, and from when to when those with a date were."""

    name: str
    path: str
    summary: str
    count: int
    first: PartialDate | None
    last: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesListView:
    """One page of the list; `count` is of all pages."""

    count: int
    series: tuple[SeriesRow, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A series. `story` are its activities, the oldest first, those to come at the end; `undated` those without a date.

    `provenance` is None where no record stands for it, only its name.
    """

    name: str
    summary: str
    organizers: tuple[Named, ...]
    count: int
    story: tuple[ActivityLine, ...]
    undated: tuple[ActivityLine, ...]
    progress: tuple[Progress, ...]
    studios: tuple[StudioCard, ...]
    topics: tuple[Named, ...]
    provenance: Provenance | None


def keys(directory: Directory) -> Iterator[str]:
    """The list (empty), and each series by its id or its name; nothing where there are none."""
    known = list(_all(directory))
    if known:
        yield ""
        yield from known


def _all(directory: Directory) -> Iterator[str]:
    """Every series that has a page: of one whose record has not begun nothing is said."""
    yield from directory.series
    yield from (name for name in directory.links.activities_of_series if not _is_record(directory, name))


def _is_record(directory: Directory, key: str) -> bool:
    return f"series/{key}" in directory.written


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`activities/series/index.html`, or the page of a series."""
    if key:
        yield _page(directory, words, key)
        return
    known = list(directory.holding("series", _all(directory)))
    for number, (path, shown, pager) in enumerate(paged(addresses.SERIES, known), 1):
        page = Page(
            path=path,
            title=words("activity.series_title"),
            description=words("activity.series_description", count=len(known), site=directory.site.title),
            section="activities",
            crumbs=((words("activity.index_title"), addresses.ACTIVITIES),),
            index=number == 1,
        )
        rows = tuple(_row(directory, words, name) for name in shown)
        yield html(page, "series_list.html", SeriesListView(count=len(known), series=rows, pager=pager))


def _record(directory: Directory, key: str) -> Series:
    """The record of a series, or what its name alone says."""
    return directory.series.get(key) or Series(id="", title=key)


def _activities(directory: Directory, words: Words, key: str) -> Activities:
    return activities(directory, words, directory.links.activities_of_series.get(key, ()))


def _row(directory: Directory, words: Words, key: str) -> SeriesRow:
    record = _record(directory, key)
    found = _activities(directory, words, key)
    days = [line.date for line in (*found.past, *found.coming) if line.date is not None]
    return SeriesRow(
        name=record.title,
        path=addresses.series(key),
        summary=record.summary or "",
        count=len(found),
        first=min(days, key=lambda day: day.first, default=None),
        last=max(days, key=lambda day: day.last, default=None),
    )


def _page(directory: Directory, words: Words, key: str) -> Output:
    record = _record(directory, key)
    ids = directory.links.activities_of_series.get(key, ())
    found = _activities(directory, words, key)
    dated = [line for line in reversed(found.past) if line.date is not None]
    page = Page(
        path=addresses.series(key),
        title=record.title,
        description=record.summary or words("activity.series_page", name=record.title, count=len(found)),
        section="activities",
        crumbs=(
            (words("activity.index_title"), addresses.ACTIVITIES),
            (words("activity.series_title"), addresses.SERIES),
        ),
    )
    records = [directory.activities[id_] for id_ in ids]
    view = SeriesView(
        name=record.title,
        summary=record.summary or "",
        organizers=tuple(named.organization_or_text(directory, text) for text in record.organizers),
        count=len(found),
        story=(*dated, *(line for line in found.coming if line.date is not None)),
        undated=tuple(line for line in (*found.past, *found.coming) if line.date is None),
        progress=progress(directory, sorted(records, key=lambda one: (one.date is None, str(one.date or "")))),
        studios=cards(directory, words, dict.fromkeys(studio for one in records for studio in one.studios)),
        topics=named.topics(directory, dict.fromkeys(topic for one in records for topic in one.topics)),
        provenance=provenance(directory, record, "series") if record.id else None,
    )
    return html(page, "series.html", view)

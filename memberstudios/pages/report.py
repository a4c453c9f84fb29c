"""Yearly reports for the leadership of a committee: what the records of its area hold of a year, beside the year before.

Made for every area with a committee, of all years in which a record or a reported figure is dated; the lists behind the numbers follow on the same
page and go on at `reports/<year>/<area>/2.html`, so that nothing is left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import TopicFacts
from memberstudios.pages import addresses
from memberstudios.pages.charts import Chart
from memberstudios.pages.committees import committees_of
from memberstudios.pages.data_tables import DataTable
from memberstudios.pages.days import date_text
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.provenance import SourceLine
from memberstudios.pages.report_lists import Line, lines, places, record_lists, tables
from memberstudios.pages.report_sources import reported, sources_of
from memberstudios.pages.report_tables import Compared, parted, summary
from memberstudios.pages.year_counts import (
    AreaFacts,
    YearCounts,
    area_facts,
    newest,
    undated,
    unknown,
    year_counts,
)
from memberstudios.pages.years import kept_facts, years
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_RESULTS_SHOWN = 30
"""Results told one by one; the list of what was solved has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A topic that was solved, and what came of it, empty where that only repeats its title."""

    title: str
    path: str
    date: PartialDate
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a report says before its lists. `basis` are sentences on what it stands on and how far that reaches;
    `more_results` leads to the rest, None where all are told.
    """

    basis: tuple[str, ...]
    summary: DataTable
    undated: str
    studios_now: Named | None
    charts: tuple[Chart, ...]
    results: tuple[Result, ...]
    more_results: Named | None
    reported: DataTable | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A page of a report: what it says (on the first), and lists of records."""

    findings: Findings | None
    lists: tuple[DataTable, ...]
    pager: Pager | None
    other_years: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """An area of the index, and its reports, newest first."""

    name: str
    years: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsView:
    """A page of the index of reports."""

    areas: tuple[ReportedArea, ...]
    pager: Pager | None


def keys(directory: Directory) -> Iterator[str]:
    """The index (empty), and each area that has organizations; one without a committee makes no report."""
    found = [area for area in directory.links.organizations_of_division if area in directory.divisions]
    if found:
        yield ""
        yield from found


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`reports/index.html`, or all reports of an area."""
    if not key:
        yield from _index(directory, words)
    elif found := years(directory, kept_facts(directory, words), key):
        yield from _reports(directory, words, key, found)


def _index(directory: Directory, words: Words) -> Iterator[Output]:
    areas = [area for area in directory.areas.depth_first() if area in directory.divisions]
    found = [row for area in areas if (row := _row(directory, words, area)) is not None]
    if not found:
        return
    for number, (path, shown, pager) in enumerate(paged(addresses.REPORTS, found), 1):
        page = Page(
            path=path,
            title=words("report_year.index_title"),
            description=words("report_year.index_description", title=directory.site.title),
            styles=("css/report.css",),
            index=number == 1,
        )
        yield html(page, "reports.html", ReportsView(areas=shown, pager=pager))


def _row(directory: Directory, words: Words, area: str) -> ReportedArea | None:
    found = years(directory, kept_facts(directory, words), area)
    if not found:
        return None
    return ReportedArea(name=_full_name(directory, area), years=_links(words, area, found))


def _links(words: Words, area: str, numbers: Sequence[int]) -> tuple[Named, ...]:
    return tuple((words("report_year.year", year=number), addresses.report(number, area)) for number in numbers)


def _full_name(directory: Directory, area: str) -> str:
    return "".join(directory.areas.name(id_) for id_ in directory.areas.paths[area])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Area:
    """What all reports of an area share; `rows` and `places` are by year."""

    id: str
    facts: AreaFacts
    years: tuple[int, ...]
    counts: Mapping[int, YearCounts]
    rows: Mapping[int, tuple[Line, ...]]
    places: Mapping[int, Mapping[str, str]]


def _reports(directory: Directory, words: Words, area: str, found: tuple[int, ...]) -> Iterator[Output]:
    facts = area_facts(directory, words, area)
    counts = {number: year_counts(facts, number) for year in found for number in (year, year - 1)}
    rows = {number: lines(record_lists(words, counts[number])) for number in found}
    shared = _Area(
        id=area,
        facts=facts,
        years=found,
        counts=counts,
        rows=rows,
        places={number: places(addresses.report(number, area), rows[number]) for number in found},
    )
    for number in found:
        yield from _report(directory, words, shared, number)


def _report(directory: Directory, words: Words, area: _Area, number: int) -> Iterator[Output]:
    committee = directory.organizations[committees_of(directory, area.id)[0]]
    title = words("report_year.title", name=committee.short_name or committee.name, year=number)
    start = addresses.report(number, area.id)
    for path, shown, pager in paged(start, area.rows[number]):
        is_first = path == start
        page = Page(
            path=path,
            title=title if is_first else words("report_year.lists_title", title=title),
            description=words("report_year.description", name=_full_name(directory, area.id), year=number),
            crumbs=((words("report_year.index_title"), addresses.REPORTS),),
            styles=("css/report.css",),
            index=is_first,
        )
        view = ReportView(
            findings=_findings(directory, words, area, number) if is_first else None,
            lists=tuple(tables(directory, words, shown, area.places[number], path)),
            pager=pager,
            other_years=_links(words, area.id, [other for other in area.years if other != number]),
        )
        yield html(page, "report.html", view)


def _findings(directory: Directory, words: Words, area: _Area, number: int) -> Findings:
    counts = area.counts[number]
    compared = Compared(
        year=counts,
        before=area.counts[number - 1],
        places=area.places[number],
        places_before=area.places.get(number - 1, {}),
        unknown=unknown(area.facts),
    )
    results = _results(counts)
    listed = len(directory.within.get(area.id, ()))
    more = (words("report_year.all_results", count=len(results)), area.places[number].get("solved", ""))
    is_current = number == directory.day.year
    return Findings(
        basis=tuple(_basis(directory, words, area, number, is_current=is_current)),
        summary=summary(words, compared),
        undated=_undated(words, area.facts),
        studios_now=(words("report_year.studios_now", count=listed), addresses.area(area.id)) if is_current else None,
        charts=tuple(parted(words, compared)),
        results=results[:_RESULTS_SHOWN],
        more_results=more if len(results) > _RESULTS_SHOWN else None,
        reported=reported(directory, words, area.id, number),
        sources=sources_of(directory, counts),
    )


def _basis(directory: Directory, words: Words, area: _Area, number: int, *, is_current: bool) -> Iterator[str]:
    yield words("report_year.basis", name=_full_name(directory, area.id))
    committees = (directory.organizations[id_] for id_ in committees_of(directory, area.id))
    if any(committee.records == "partial" for committee in committees):
        yield words("report_year.partial")
    reached = newest(area.counts[number])
    if reached is not None:
        key = "unfinished" if is_current else "reaches"
        yield words(f"report_year.{key}", year=number, date=date_text(words, reached))
    if area.counts[number - 1].is_empty:
        yield words("report_year.nothing_before", year=number - 1)


def _undated(words: Words, facts: AreaFacts) -> str:
    """What has no date, and so is in no year; empty where everything has one."""
    found = [
        words("report_year.some", name=words(f"report_year.measure.{name}.name"), count=count)
        for name, count in undated(facts).items()
    ]
    return words("report_year.undated", counts=words("days.separator").join(found)) if found else ""


def _results(counts: YearCounts) -> tuple[Result, ...]:
    found = ((fact, day) for fact, day in counts.found["solved"] if isinstance(fact, TopicFacts))
    return tuple(
        Result(
            title=fact.title,
            path=addresses.topic(fact.id),
            date=day,
            result="" if fact.result.strip("。.") == fact.title else fact.result,
        )
        for fact, day in found
    )

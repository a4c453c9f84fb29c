"""Duty by area: where somebody can be met in the next two weeks. Days and dates, and no "today"."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later, written
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import studio_then
from memberstudios.directory.sessions import Session
from memberstudios.pages import addresses
from memberstudios.pages.cards import area_text, place_text
from memberstudios.pages.days import day_text
from memberstudios.pages.duty_calendar import CalendarView, has_calendar, has_duty, of_area
from memberstudios.pages.duty_calendar import view as calendar_view
from memberstudios.pages.duty_lines import SessionLine, session_lines, studio_duty, visit_text
from memberstudios.records.studio import Studio
from memberstudios.render.output import Crumb, Output, Page, html
from memberstudios.words import Words

DAYS: Final = 14
_LISTED: Final = 300
"""Sessions on one page; of a larger area the page leads to those below."""
_INDEX: Final = ""
_ROWS: Final = 200
"""Areas up to which the index shows every level; above, two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyArea:
    """An area as a row: how many sessions are held in the two weeks there and below; `first` is the next day."""

    name: str
    path: str
    depth: int
    count: int
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One session at a studio, as that is on its day; `place` need not repeat the page's area, `visit` says what one must
    do before coming.
    """

    name: str
    path: str
    place: str
    visit: str
    line: SessionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDay:
    """The sessions of one day, the earliest first."""

    date: str
    day: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyIndexView:
    """`made` is the day on which the pages were made; `from_` and `until` are the first and last of the two weeks."""

    made: str
    from_: str
    until: str
    trunk: tuple[DutyArea, ...]
    """From the top to where the areas part."""
    blocks: tuple[tuple[DutyArea, ...], ...]
    """Each an area with all below it, in tree order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAreaView:
    """`days` is empty where there are none, or more than one page holds: then `count` says how many."""

    name: str
    made: str
    from_: str
    until: str
    count: int
    days: tuple[DutyDay, ...]
    areas: tuple[DutyArea, ...]
    silent: int
    """Studios of the area that publish no duty."""
    finder: str
    calendar: CalendarView | None


def keys(directory: Directory) -> Iterator[str]:
    """The index (empty), and each area with a studio that has duty there or below; nothing where no studio has any."""
    if len(directory.links.studios_with_duty):
        yield _INDEX
        yield from (id_ for id_ in directory.areas.depth_first() if addresses.duty_of(directory, id_) is not None)


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`duty/index.html`, or the page of an area, whose address stays, and its calendar."""
    if key == _INDEX:
        yield _index(directory, words)
        return
    noted = (id_ for id_ in directory.within.get(key, ()) if has_calendar(directory, id_))
    calendar = of_area(directory, words, key, noted)
    yield _area(directory, words, key, None if calendar is None else calendar_view(directory, calendar.path))
    if calendar is not None:
        yield calendar


def _studios(directory: Directory, area: str) -> list[str]:
    """The listed studios with duty in an area or below."""
    return [id_ for id_ in directory.within.get(area, ()) if has_duty(directory, id_)]


def _meetings(directory: Directory, studios: list[str]) -> list[tuple[Session, str]]:
    """The sessions of the two weeks, held or not, by day and time."""
    first = directory.day
    last = later(first, DAYS - 1)
    found = [
        (session, id_)
        for id_ in studios
        for session in studio_duty(directory, id_).sessions
        if first <= session.day <= last
    ]
    return sorted(found, key=lambda pair: (pair[0].day, pair[0].opens_at, pair[1]))


def _index(directory: Directory, words: Words) -> Output:
    levels = 9 if len(directory.divisions) <= _ROWS else 2
    upper = (id_ for id_ in directory.areas.depth_first() if len(directory.areas.paths[id_]) <= levels)
    rows = tuple(_row(directory, words, id_, studios) for id_ in upper if (studios := _studios(directory, id_)))
    page = Page(
        path=addresses.DUTY,
        title=words("duty.index_title"),
        description=words("duty.index_description", title=directory.site.title),
        section="duty",
        scripts=("js/visit.js",),
        is_landmark=True,
    )
    trunk, blocks = _parted(rows)
    from_, until = _span(directory, words)
    made = directory.day.isoformat()
    view = DutyIndexView(made=made, from_=from_, until=until, trunk=trunk, blocks=blocks)
    return html(page, "duties.html", view)


def _parted(rows: tuple[DutyArea, ...]) -> tuple[tuple[DutyArea, ...], tuple[tuple[DutyArea, ...], ...]]:
    """The single areas at the top, and the rest in blocks, each begun by an area of the first level with several."""
    depths = [row.depth for row in rows]
    head = next((depth for depth in sorted(set(depths)) if depths.count(depth) > 1), 0)
    blocks: list[list[DutyArea]] = []
    for row in rows:
        if row.depth == head:
            blocks.append([])
        if row.depth >= head and blocks:
            blocks[-1].append(row)
    return tuple(row for row in rows if row.depth < head), tuple(map(tuple, blocks))


def _row(directory: Directory, words: Words, id_: str, studios: list[str]) -> DutyArea:
    held = [session for session, _ in _meetings(directory, studios) if session.is_held]
    return DutyArea(
        name=directory.areas.name(id_),
        path=addresses.duty_area(id_),
        depth=len(directory.areas.paths[id_]) - 1,
        count=len(held),
        first=day_text(words, written(held[0].day), directory.day) if held else "",
    )


def _span(directory: Directory, words: Words) -> tuple[str, str]:
    first = directory.day
    days = (first, later(first, DAYS - 1))
    from_, until = (day_text(words, written(day), first) for day in days)
    return from_, until


def _area(directory: Directory, words: Words, id_: str, calendar: CalendarView | None) -> Output:
    studios = _studios(directory, id_)
    meetings = _meetings(directory, studios)
    children = {child: _studios(directory, child) for child in directory.areas.children.get(id_, ())}
    below = {child: found for child, found in children.items() if found}
    is_cut = len(meetings) > _LISTED and bool(below)
    name = directory.areas.name(id_)
    from_, until = _span(directory, words)
    page = Page(
        path=addresses.duty_area(id_),
        title=words("duty.area_title", name=name),
        description=words("duty.area_description", name=area_text(directory, id_), from_=from_, until=until),
        section="duty",
        crumbs=_crumbs(directory, words, id_),
        scripts=("js/visit.js",),
    )
    view = DutyAreaView(
        name=name,
        made=directory.day.isoformat(),
        from_=from_,
        until=until,
        count=sum(session.is_held for session, _ in meetings),
        days=() if is_cut else _days(directory, words, meetings, id_),
        areas=tuple(_row(directory, words, child, found) for child, found in below.items()),
        silent=len(directory.within.get(id_, ())) - len(studios),
        finder=f"{addresses.FIND}?area={id_}",
        calendar=calendar,
    )
    return html(page, "duty.html", view)


def _days(directory: Directory, words: Words, meetings: list[tuple[Session, str]], area: str) -> tuple[DutyDay, ...]:
    known = area_text(directory, area)
    found = []
    for day, group in groupby(meetings, key=lambda pair: pair[0].day):
        lines = []
        for session, id_ in group:
            (line,) = session_lines(directory, words, [session], "public")
            lines.append(_meeting(directory, words, studio_then(directory, id_, day), line, known))
        found.append(
            DutyDay(date=day.isoformat(), day=day_text(words, written(day), directory.day), meetings=tuple(lines))
        )
    return tuple(found)


def _meeting(directory: Directory, words: Words, studio: Studio, line: SessionLine, known: str) -> Meeting:
    place = words("duty.online") if studio.is_online else place_text(directory, studio).removeprefix(known)
    if not place and not studio.address_public:
        place = words("duty.not_public")
    return Meeting(
        name=studio.name,
        path=addresses.studio(studio.id),
        place=place,
        visit=visit_text(words, studio),
        line=line,
    )


def _crumbs(directory: Directory, words: Words, id_: str) -> tuple[Crumb, ...]:
    above = directory.areas.paths[id_][:-1]
    return (
        (words("duty.index_title"), addresses.DUTY),
        *((directory.areas.name(one), addresses.duty_area(one)) for one in above),
    )

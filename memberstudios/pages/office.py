"""What only the office should read, outside the site: gaps in coverage, and records that need attention.

A page for people that needs no other file, and two tables for Excel. Members are named here whether they agreed to be
shown or not: the office knows them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, partial_date, written
from memberstudios.directory.coverage import KINDS, Coverage, covered, gaps
from memberstudios.directory.directory import Directory
from memberstudios.pages.attention import WHATS, attentions, due
from memberstudios.pages.covered import coverages
from memberstudios.render.output import Output, Page, html
from memberstudios.render.tables import Table, csv_line
from memberstudios.words import Words

INDEX, GAPS, ATTENTION = "index.html", "gaps.csv", "attention.csv"
_ROWS_SHOWN, _GAPS_SHOWN = 100, 60
"""Rows on the page of one thing that needs attention, and gaps of one kind of a committee; the tables have them all."""
_KIND_NAMES: Final = {
    "towns": "town",
    "sectors": "sector",
    "members": "member",
    "special_committees": "special-committee",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A record that needs attention now; `since` is None where there is no day to say."""

    what: str
    kind: str
    id: str
    name: str
    since: PartialDate | None
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueGroup:
    """All that need attention for one reason, and what to do; `left` are those that only the table has.

    `is_dated` tells whether some of them have a day.
    """

    title: str
    to_do: str
    count: int
    rows: tuple[Due, ...]
    is_dated: bool
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLine:
    """What of one kind has no studio: `text` says how many of how many, `names` some of them, `left` how many more."""

    text: str
    names: str
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeLines:
    """A committee and its gaps; there are no lines where its records do not claim to be complete."""

    name: str
    studios: int
    is_complete: bool
    lines: tuple[MissingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """The whole page, as of a day."""

    day: PartialDate
    language: str
    groups: tuple[DueGroup, ...]
    due: int
    gaps: int
    committees: tuple[CommitteeLines, ...]


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`index.html`, `gaps.csv` and `attention.csv` of the office's folder."""
    found = {id_: coverages(directory, words)[id_] for id_ in directory.links.committees_with_area}
    everything = list(_everything_due(directory, words))
    missing = list(_missing(directory, found))
    yield _for_office(_page(directory, words, found, everything, len(missing)))
    yield _table(GAPS, _gap_columns(words), ((*row[:2], words(f"office.kind.{row[2]}"), *row[3:]) for row in missing))
    yield _table(ATTENTION, _due_columns(words), (_due_cells(words, one) for one in everything))


def _for_office(output: Output) -> Output:
    return replace(output, is_for_office=True)


def _table(path: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Output:
    table = Table(columns=columns, lines=tuple(csv_line(row) for row in rows))
    return _for_office(Output(path=path, maker="csv", view=table))


def _gap_columns(words: Words) -> tuple[str, ...]:
    return tuple(words(f"office.column.{name}") for name in ("committee_id", "committee", "kind", "id", "name"))


def _due_columns(words: Words) -> tuple[str, ...]:
    return tuple(words(f"office.column.{name}") for name in ("kind", "id", "name", "what", "since", "file", "to_do"))


def _due_cells(words: Words, one: Due) -> tuple[str, ...]:
    return (
        words(f"office.kind.{one.kind}"),
        one.id,
        one.name,
        words(f"office.what.{one.what}"),
        "" if one.since is None else str(one.since),
        one.file,
        words(f"office.to_do.{one.what}"),
    )


def _everything_due(directory: Directory, words: Words) -> Iterator[Due]:
    """What needs attention now, in the order of `WHATS`, then of the directory."""
    found: dict[str, list[Due]] = {what: [] for what in WHATS}
    for kind, shelf in attentions(directory, words):
        for id_, one in shelf.items():
            for what, since in one.whats:
                if due(directory, what, since):
                    day = partial_date(since) if since else None
                    found[what].append(Due(what=what, kind=kind, id=id_, name=one.name, since=day, file=one.file))
    for rows in found.values():
        yield from rows


def _missing(directory: Directory, found: dict[str, Coverage]) -> Iterator[tuple[str, str, str, str, str]]:
    """Committee (id and name), kind, id and name of every gap."""
    for committee, coverage in found.items():
        for kind in KINDS if coverage.is_complete else ():
            for id_ in gaps(coverage.of(kind)):
                name = directory.organizations[committee].name
                yield committee, name, _KIND_NAMES[kind], id_, _name(directory, kind, id_)


def _name(directory: Directory, kind: str, id_: str) -> str:
    if kind == "towns":
        return "".join(directory.areas.name(area) for area in directory.areas.paths[id_][-2:])
    if kind == "sectors":
        return directory.sectors[id_].name
    return directory.members[id_].name if kind == "members" else directory.organizations[id_].name


def _page(
    directory: Directory, words: Words, found: dict[str, Coverage], everything: list[Due], missing: int
) -> Output:
    view = OfficeView(
        day=written(directory.day),
        language=directory.site.language,
        groups=tuple(_groups(words, everything)),
        due=len(everything),
        gaps=missing,
        committees=tuple(_committees(directory, words, found)),
    )
    page = Page(path=INDEX, title=words("office.title", title=directory.site.title), index=False)
    return html(page, "office.html", view)


def _groups(words: Words, everything: list[Due]) -> Iterator[DueGroup]:
    for what in WHATS:
        rows = [one for one in everything if one.what == what]
        if rows:
            yield DueGroup(
                title=words(f"office.what.{what}"),
                to_do=words(f"office.to_do.{what}"),
                count=len(rows),
                rows=tuple(rows[:_ROWS_SHOWN]),
                is_dated=any(one.since is not None for one in rows[:_ROWS_SHOWN]),
                left=max(0, len(rows) - _ROWS_SHOWN),
            )


def _committees(directory: Directory, words: Words, found: dict[str, Coverage]) -> Iterator[CommitteeLines]:
    for id_, coverage in found.items():
        lines = _lines(directory, words, coverage) if coverage.is_complete else ()
        yield CommitteeLines(
            name=directory.organizations[id_].name,
            studios=coverage.studios,
            is_complete=coverage.is_complete,
            lines=tuple(lines),
        )


def _lines(directory: Directory, words: Words, coverage: Coverage) -> Iterator[MissingLine]:
    for kind in KINDS:
        things = coverage.of(kind)
        missing = gaps(things)
        if things:
            names = (_name(directory, kind, id_) for id_ in missing[:_GAPS_SHOWN])
            yield MissingLine(
                text=words(f"coverage.{kind}.lead_of", count=len(covered(things)), total=len(things)),
                names=words("days.separator").join(names),
                left=max(0, len(missing) - _GAPS_SHOWN),
            )

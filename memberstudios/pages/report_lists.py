"""The records behind the numbers of a yearly report, list by list, and where on its pages each list begins."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import ActivityFacts, StudioFacts
from memberstudios.pages import addresses
from memberstudios.pages.data_tables import Cell, DataTable, Row, RowGroup
from memberstudios.pages.gathered import studio_shelf
from memberstudios.pages.year_counts import MEASURES, Fact, YearCounts
from memberstudios.records.work import ACTIVITY_KINDS, TOPIC_ORIGINS, TOPIC_STATES
from memberstudios.words import Words

KINDS: Final = (*ACTIVITY_KINDS, "")
STATES: Final = (*TOPIC_STATES, "")
ORIGINS: Final = (*TOPIC_ORIGINS, "")
MONTHS: Final = (*range(1, 13), 0)
"""0 for what is only known to the year."""

Dated = tuple[Fact, PartialDate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some of a list, under a heading of its own; `id` is its anchor on the page."""

    id: str
    title: str
    records: tuple[Dated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """The records that a number stands for; a list that is parted has groups with titles."""

    id: str
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to part a list: the `name` its groups' anchors begin with, the keys in order, and that of a record."""

    measure: str
    name: str
    keys: tuple[str, ...]
    key: Callable[[Dated], str]


def _month(one: Dated) -> str:
    return str(one[1].month or 0)


GROUPINGS: Final = (
    Grouping("activities", "month", tuple(map(str, MONTHS)), _month),
    Grouping("activities", "kind", KINDS, lambda one: one[0].kind if isinstance(one[0], ActivityFacts) else ""),
    Grouping("topics", "state", STATES, lambda one: getattr(one[0], "state", "")),
    Grouping("topics", "origin", ORIGINS, lambda one: getattr(one[0], "origin", "")),
)
"""Every way in which a report parts a number; the groups of each add up to it."""


def anchor(name: str, key: str) -> str:
    """The anchor of a group, such as `kind-survey`."""
    return f"{name}-{key or 'unknown'}"


def groups_of(counts: YearCounts, grouping: Grouping) -> dict[str, tuple[Dated, ...]]:
    """What falls into a year, parted; keys without any are left out."""
    found: dict[str, list[Dated]] = {key: [] for key in grouping.keys}
    for one in counts.found[grouping.measure]:
        found[grouping.key(one)].append(one)
    return {key: tuple(records) for key, records in found.items() if records}


def group_text(words: Words, name: str, key: str) -> str:
    """The heading of a group."""
    if name == "month":
        return words("report_year.month", month=key) if key != "0" else words("report_year.no_month")
    if not key:
        return words(f"report_year.no_{name}")
    return words({"kind": "work.kind.", "state": "work.topic.", "origin": "work.origin."}[name] + key)


def record_lists(words: Words, counts: YearCounts) -> Iterator[RecordList]:
    """All lists of a year, in the order of its report; what is empty has none."""
    for measure in MEASURES:
        records = counts.found[measure.name]
        if not records:
            continue
        title = words(f"report_year.measure.{measure.name}.name")
        groupings = [grouping for grouping in GROUPINGS if grouping.measure == measure.name]
        for at, grouping in enumerate(groupings):
            groups = tuple(
                Group(id=anchor(grouping.name, key), title=group_text(words, grouping.name, key), records=found)
                for key, found in groups_of(counts, grouping).items()
            )
            by = words(f"report_year.by.{grouping.name}", name=title)
            yield RecordList(id=measure.name if at == 0 else f"by-{grouping.name}", title=by, groups=groups)
        if not groupings:
            yield RecordList(id=measure.name, title=title, groups=(Group(id="", title="", records=records),))


Line = tuple[RecordList, Group, Dated]


def lines(lists: Iterable[RecordList]) -> tuple[Line, ...]:
    """Every record of every list, one after the other: what is cut into pages."""
    return tuple((one, group, record) for one in lists for group in one.groups for record in group.records)


def places(path: str, rows: Iterable[Line]) -> dict[str, str]:
    """By the anchor of each list and group where it begins, when `rows` are cut into pages from `path` on."""
    found: dict[str, str] = {}
    for number, (one, group, _) in enumerate(rows):
        page = addresses.numbered(path, number // addresses.PAGE_SIZE + 1)
        for id_ in (one.id, group.id):
            if id_ and id_ not in found:
                found[id_] = f"{page}#{id_}"
    return found


def tables(
    directory: Directory, words: Words, rows: Iterable[Line], begun: Mapping[str, str], path: str
) -> Iterator[DataTable]:
    """The lists of one page as tables; only where a list begins does it have its anchor."""
    by_list: dict[str, tuple[RecordList, dict[str, tuple[Group, list[Dated]]]]] = {}
    for one, group, record in rows:
        _, groups = by_list.setdefault(one.id, (one, {}))
        groups.setdefault(group.id, (group, []))[1].append(record)
    for one, groups in by_list.values():
        begins = begun.get(one.id) == f"{path}#{one.id}"
        yield DataTable(
            id=one.id if begins else "",
            caption=one.title if begins else words("report_year.goes_on", name=one.title),
            columns=tuple(words(f"report_year.column.{name}") for name in ("name", "date", "about", "studios")),
            groups=tuple(
                RowGroup(
                    id=group.id if begun.get(group.id) == f"{path}#{group.id}" else "",
                    title=words("report_year.group", name=group.title, count=len(group.records)) if group.title else "",
                    rows=tuple(_row(directory, words, record) for record in records),
                )
                for group, records in groups.values()
            ),
        )


def _row(directory: Directory, words: Words, record: Dated) -> Row:
    fact, day = record
    if isinstance(fact, StudioFacts):
        name, path, studios = fact.name, addresses.studio(fact.id), ""
        about = words(f"choices.form.{fact.form}")
    else:
        is_activity = isinstance(fact, ActivityFacts)
        name, path = fact.title, addresses.activity(fact.id) if is_activity else addresses.topic(fact.id)
        key = fact.kind if isinstance(fact, ActivityFacts) else fact.state
        about = group_text(words, "kind" if is_activity else "state", key)
        shelf = studio_shelf(directory, words)
        known = (shelf[id_].name for id_ in fact.studios if id_ in directory.standing)
        studios = words("days.separator").join(known)
    return Row(
        name=name,
        path=path,
        cells=(Cell(text=_day(words, day), is_short=True), Cell(text=about), Cell(text=studios or "—")),
    )


def _day(words: Words, day: PartialDate) -> str:
    """A day without its year, which the title of the page says."""
    if day.month is None:
        return words("report_year.no_month")
    if day.day is None:
        return words("report_year.month", month=day.month)
    return words("report_year.day", month=day.month, day=day.day)

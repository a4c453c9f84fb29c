"""The tables and charts of a yearly report: a year beside the year before, every number leading to its records."""

from collections.abc import Iterator, Mapping

from memberstudios.base.dataclass import dataclass
from memberstudios.pages.charts import Chart, Series, bar_chart, column_chart
from memberstudios.pages.data_tables import Cell, DataTable, Row, RowGroup
from memberstudios.pages.report_lists import GROUPINGS, Grouping, anchor, group_text, groups_of
from memberstudios.pages.year_counts import MEASURES, YearCounts
from memberstudios.render.quantities import number_text
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A year and the year before, where the lists of each begin, by anchor, and the measures of which no date is known."""

    year: YearCounts
    before: YearCounts
    places: Mapping[str, str]
    places_before: Mapping[str, str]
    unknown: frozenset[str]


def summary(words: Words, compared: Compared) -> DataTable:
    """Every measure with what it means, in both years, and the change."""
    rows = (
        Row(
            name=words(f"report_year.measure.{measure.name}.name"),
            note=words(f"report_year.measure.{measure.name}.meaning"),
            cells=_measured(words, compared, measure.name),
        )
        for measure in MEASURES
    )
    return DataTable(
        id="summary",
        caption=_caption(words, compared, words("report_year.summary", year=compared.year.number)),
        columns=(words("report_year.column.measure"), *_year_columns(words, compared), words("report_year.change")),
        number_columns=3,
        groups=(RowGroup(rows=tuple(rows)),),
    )


def parted(words: Words, compared: Compared) -> Iterator[Chart]:
    """A chart with its table for each way in which a number is parted, where there is anything to part."""
    for grouping in GROUPINGS:
        if compared.year.found[grouping.measure] or compared.before.found[grouping.measure]:
            yield _parted(words, compared, grouping)


def _parted(words: Words, compared: Compared, grouping: Grouping) -> Chart:
    now, before = groups_of(compared.year, grouping), groups_of(compared.before, grouping)
    keys = [key for key in grouping.keys if key in now or key in before or _is_month(grouping, key)]
    counts = [(len(now.get(key, ())), len(before.get(key, ()))) for key in keys]
    rows = [
        Row(
            name=group_text(words, grouping.name, key),
            cells=_cells(words, compared, anchor(grouping.name, key), *numbers),
        )
        for key, numbers in zip(keys, counts, strict=True)
    ]
    totals = (len(compared.year.found[grouping.measure]), len(compared.before.found[grouping.measure]))
    rows.append(Row(name=words("report_year.total"), cells=_cells(words, compared, grouping.measure, *totals)))
    name = words(f"report_year.measure.{grouping.measure}.name")
    title = words(f"report_year.by.{grouping.name}", name=name)
    table = DataTable(
        caption=_caption(words, compared, title),
        columns=(
            words(f"report_year.column.{grouping.name}"),
            *_year_columns(words, compared),
            words("report_year.change"),
        ),
        number_columns=3,
        groups=(RowGroup(rows=tuple(rows)),),
    )
    labels = tuple(key if _is_month(grouping, key) else group_text(words, grouping.name, key) for key in keys)
    series = Series(names=labels, values=tuple(one for one, _ in counts), before=tuple(one for _, one in counts))
    years = _year_columns(words, compared)
    said = words("report_year.described", year=years[0], before=years[1]) + words("days.separator").join(
        words("report_year.pair", name=group_text(words, grouping.name, key), count=one, before=other)
        for key, (one, other) in zip(keys, counts, strict=True)
    )
    draw = column_chart if grouping.name == "month" else bar_chart
    return draw(f"chart-{grouping.name}", series, (title, said), table, *years)


def _is_month(grouping: Grouping, key: str) -> bool:
    """Months are all shown, so that a year can be read from left to right."""
    return grouping.name == "month" and key != "0"


def _year_columns(words: Words, compared: Compared) -> tuple[str, str]:
    return (
        words("report_year.year", year=compared.year.number),
        words("report_year.year", year=compared.before.number),
    )


def _caption(words: Words, compared: Compared, caption: str) -> str:
    """A table is pasted without what stands above it, so it says itself why it has no change."""
    if not compared.before.is_empty:
        return caption
    return words("report_year.not_compared", caption=caption, year=compared.before.number)


def _measured(words: Words, compared: Compared, name: str) -> tuple[Cell, ...]:
    """The cells of a measure; where nothing of it has a date nobody knows how much belongs to a year."""
    if name in compared.unknown:
        unknown = Cell(text=words("report_year.unknown"), is_number=True)
        return unknown, unknown, Cell(text="—", is_number=True)
    return _cells(words, compared, name, len(compared.year.found[name]), len(compared.before.found[name]))


def _cells(words: Words, compared: Compared, id_: str, count: int, before: int) -> tuple[Cell, ...]:
    """Both numbers, each leading to its records where there are any, and the change."""
    return (
        Cell(text=number_text(count), path=compared.places.get(id_, "") if count else "", is_number=True),
        Cell(text=number_text(before), path=compared.places_before.get(id_, "") if before else "", is_number=True),
        Cell(text="—" if compared.before.is_empty else _change(words, count - before), is_number=True),
    )


def _change(words: Words, difference: int) -> str:
    if difference == 0:
        return words("report_year.same")
    key = "report_year.more" if difference > 0 else "report_year.fewer"
    return words(key, count=number_text(abs(difference)))

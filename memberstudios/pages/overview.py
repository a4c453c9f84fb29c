"""What this directory itself counts: its studios by area, kind and form, activities by year, topics by state."""

from collections import Counter
from collections.abc import Iterator, Mapping

from memberstudios.directory.directory import Directory
from memberstudios.pages.by_area import main_places
from memberstudios.pages.charts import Chart, Series, bar_chart, column_chart
from memberstudios.pages.data_tables import number_table
from memberstudios.pages.gathered import activity_shelf, studio_shelf, topic_shelf
from memberstudios.records.studio import BASES, FORMS
from memberstudios.records.work import TOPIC_STATES
from memberstudios.render.quantities import number_text
from memberstudios.words import Words

_DRAWN = 24
"""Bars that one can still take in; of more only the table is shown, in full."""


def overview(directory: Directory, words: Words) -> Iterator[Chart]:
    """The charts that there is something to draw for."""
    facts = list(directory.of_listed(studio_shelf(directory, words)))
    places = {row.name: row.count for row in main_places(directory)}
    unplaced = len(directory.within.get("", ()))
    if places and unplaced:
        places[words("figures.own.no_area")] = unplaced
    yield from _bars(words, "areas", places)
    bases = Counter(one.base for one in facts)
    yield from _bars(words, "bases", {_base(words, base): bases[base] for base in (*BASES, "") if bases[base]})
    forms = Counter(one.form for one in facts)
    yield from _bars(words, "forms", {words(f"choices.form.{form}"): forms[form] for form in FORMS if forms[form]})
    yield from _years(directory, words)
    states = Counter(topic.state for topic in topic_shelf(directory).values())
    yield from _bars(
        words, "states", {_state(words, state): states[state] for state in (*TOPIC_STATES, "") if states[state]}
    )


def _base(words: Words, base: str) -> str:
    return words(f"choices.base.{base}") if base else words("figures.own.no_base")


def _state(words: Words, state: str) -> str:
    return words(f"work.topic.{state}") if state else words("figures.own.no_state")


def _bars(words: Words, name: str, counts: Mapping[str, int]) -> Iterator[Chart]:
    if len(counts) > 0 and len(counts) <= _DRAWN:
        table = number_table(
            words(f"figures.own.{name}.title"),
            (words(f"figures.own.{name}.column"), words("figures.own.count")),
            [(label, (number_text(count),)) for label, count in counts.items()],
        )
        series = Series(names=tuple(counts), values=tuple(counts.values()))
        yield bar_chart(f"own-{name}", series, _told(words, name, counts), table)


def _years(directory: Directory, words: Words) -> Iterator[Chart]:
    done = [one.date for one in activity_shelf(directory).values() if one.state == "done"]
    years = Counter(day.year for day in done if day is not None)
    if not years:
        return
    counts = {str(year): years[year] for year in range(max(min(years), max(years) - _DRAWN + 1), max(years) + 1)}
    earlier = sum(count for year, count in years.items() if str(year) not in counts)
    rows = [(year, (number_text(count),)) for year, count in counts.items()]
    if earlier:
        rows.insert(0, (words("figures.own.earlier"), (number_text(earlier),)))
    if undated := done.count(None):
        rows.append((words("figures.own.undated"), (number_text(undated),)))
    table = number_table(
        words("figures.own.years.title"), (words("figures.own.years.column"), words("figures.own.count")), rows
    )
    series = Series(names=tuple(counts), values=tuple(counts.values()))
    yield column_chart("own-years", series, _told(words, "years", counts), table)


def _told(words: Words, name: str, counts: Mapping[str, int]) -> tuple[str, str]:
    """Title and description of a chart: every number in words."""
    said = words("days.separator").join(
        words("figures.own.one", name=label, count=number_text(count)) for label, count in counts.items()
    )
    return words(f"figures.own.{name}.title"), said

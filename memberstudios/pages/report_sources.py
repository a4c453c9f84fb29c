"""What a yearly report stands on: the sources of its records, and what others reported of the same year."""

from memberstudios.directory.directory import Directory
from memberstudios.pages.cards import card
from memberstudios.pages.data_tables import Cell, DataTable, Row, RowGroup
from memberstudios.pages.days import date_text
from memberstudios.pages.named import organization_or_text
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.pages.reported import figure_place, measure_text, period_text
from memberstudios.pages.year_counts import YearCounts
from memberstudios.pages.years import figures_of, year_of
from memberstudios.records.papers import Source
from memberstudios.records.work import Figure
from memberstudios.render.quantities import quantity_text
from memberstudios.words import Words


def sources_of(directory: Directory, counts: YearCounts) -> tuple[SourceLine, ...]:
    """The sources of the activities and topics of a year, each once."""
    facts = (fact for pairs in counts.found.values() for fact, _ in pairs)
    return source_lines(directory, dict.fromkeys(id_ for fact in facts for id_ in getattr(fact, "sources", ())))


def reported(directory: Directory, words: Words, area: str, number: int) -> DataTable | None:
    """The figures that others reported of an area, its committees or its studios in a year; None where there are none."""
    rows = tuple(_row(directory, words, figure) for figure in figures_of(directory, area) if year_of(figure) == number)
    if not rows:
        return None
    columns = ("reported", "quantity", "when", "source")
    return DataTable(
        id="reported",
        caption=words("report_year.reported", year=number),
        columns=tuple(words(f"report_year.column.{name}") for name in columns),
        groups=(RowGroup(rows=rows),),
    )


def _row(directory: Directory, words: Words, figure: Figure) -> Row:
    when = [period_text(words, figure.period)]
    if figure.as_of is not None:
        when.append(words("reported.as_of", date=date_text(words, figure.as_of)))
    sources = (directory.sources[id_] for id_ in figure.sources if id_ in directory.sources)
    return Row(
        name=measure_text(words, figure),
        note=_note(directory, words, figure),
        path=figure_place(directory, figure.id),
        cells=(
            Cell(text=quantity_text(words, figure.quantity)),
            Cell(text=words("interface.comma").join(filter(None, when)) or "—"),
            Cell(text=words("days.separator").join(dict.fromkeys(_source(words, one) for one in sources))),
        ),
    )


def _source(words: Words, source: Source) -> str:
    """Who said it, and the day of the report where that is known."""
    name = source.publisher or source.title
    return words("report_year.source_on", name=name, date=date_text(words, source.date)) if source.date else name


def _note(directory: Directory, words: Words, figure: Figure) -> str:
    """Of whom a figure is, and what one must know to read it."""
    subject = _subject(directory, words, figure)
    return words("report_year.with_remark", name=subject, text=figure.remark) if figure.remark else subject


def _subject(directory: Directory, words: Words, figure: Figure) -> str:
    if figure.division is not None:
        return directory.areas.name(figure.division)
    if figure.organization is not None:
        return organization_or_text(directory, figure.organization)[0]
    return card(directory, words, figure.studio or "").name

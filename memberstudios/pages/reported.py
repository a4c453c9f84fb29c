"""Figures as somebody reported them: what was counted, the source's own wording, for when, and who said so."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.days import date_text
from memberstudios.pages.parts import PartsSum, parts_sum
from memberstudios.records.shared import Quantity, Span
from memberstudios.records.work import Figure
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One reported figure; `period` in words, `source` is its publisher (else its title), `remark` what one must know to
    read it. All three may be empty. `path` is its entry among all figures; `parts` says whether its parts add up.
    """

    label: str
    quantity: Quantity
    period: str
    as_of: PartialDate | None
    source: str
    path: str
    remark: str
    parts: PartsSum | None


def figure_lines(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[FigureLine, ...]:
    """The figures of `ids`; a total stands right before its parts."""
    figures = {id_: directory.figures[id_] for id_ in ids if id_ in directory.figures}
    parts = {part for figure in figures.values() for part in figure.parts}
    order: dict[str, None] = {}
    for id_, figure in figures.items():
        if id_ not in parts:
            order |= dict.fromkeys((id_, *(part for part in figure.parts if part in figures)))
    order |= dict.fromkeys(figures)  # parts of parts, and parts that name each other
    return tuple(_line(directory, words, figures[id_]) for id_ in order)


def _line(directory: Directory, words: Words, figure: Figure) -> FigureLine:
    source = next((directory.sources[id_] for id_ in figure.sources if id_ in directory.sources), None)
    return FigureLine(
        label=measure_text(words, figure),
        quantity=figure.quantity,
        period=period_text(words, figure.period),
        as_of=figure.as_of,
        source="" if source is None else source.publisher or source.title,
        path=figure_place(directory, figure.id),
        remark=figure.remark or "",
        parts=parts_sum(directory, words, figure),
    )


def figure_place(directory: Directory, id_: str) -> str:
    """Where the entry of a figure stands among all."""
    page = directory.figure_ranks.get(id_, 0) // addresses.PAGE_SIZE + 1
    return f"{addresses.numbered(addresses.FIGURES, page)}#{id_}"


def measure_text(words: Words, figure: Figure) -> str:
    """What a figure counts, in the source's words where it has its own."""
    return figure.label or words(f"reported.measure.{figure.measure}")


def period_text(words: Words, period: Span | None) -> str:
    """A period as the source worded it, with the dates that are known of it; without wording from when to when."""
    if period is None:
        return ""
    dates = _dates_text(words, period)
    if period.raw is None:
        return dates
    return words("reported.worded", raw=period.raw, dates=dates) if dates and dates != period.raw else period.raw


def _dates_text(words: Words, period: Span) -> str:
    start, end = (None if day is None else date_text(words, day) for day in (period.from_, period.to))
    if start and end:
        return start if start == end else words("reported.from_to", start=start, end=end)
    if start:
        return words("reported.since", start=start)
    return words("reported.until", end=end) if end else ""

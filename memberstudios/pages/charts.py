"""Charts of whole numbers, laid out: where each bar stands and how long it is. Templates only print them.

Lengths across are hundredths of the chart's width, lengths down are tenths of an em, so that a chart grows with the page
and its letters with the reader's size. The same numbers stand in a table beside it. Knows no kind of record.
"""

from collections.abc import Iterable, Sequence

from memberstudios.base.dataclass import dataclass
from memberstudios.pages.data_tables import DataTable

_ROW, _LABEL, _BAR, _GAP = 25, 11, 7, 2
_PLOT = 90
_BELOW = 16
_WIDEST = 800
_LETTERS, _ACROSS = 28, 22
"""Halves of a character: of a bar's name, and of all that stands side by side under columns, on the narrowest screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A rectangle: `x`, `width` in %, `y`, `height` in em; `is_before` for what it is compared with."""

    x: str
    y: str
    width: str
    height: str
    is_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in a chart; `anchor` is start, middle or end."""

    x: str
    y: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`id` is its own on the page; `title` and `description` say in words what is drawn, `table` holds the numbers.

    `legend` names the bars and those they are compared with, empty where there is one kind; `says_all` where the labels
    say every number of the table.
    """

    id: str
    title: str
    description: str
    height: str
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    legend: tuple[tuple[str, bool], ...]
    table: DataTable
    says_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a chart shows of each name: its number, and the number it is compared with, if any."""

    names: tuple[str, ...]
    values: tuple[int, ...]
    before: tuple[int, ...] = ()


def bar_chart(id_: str, series: Series, words: tuple[str, str], table: DataTable, *legend: str) -> Chart:
    """A bar for each name, below it; `words` are title and description, `legend` names the two kinds of bars."""
    top = max((*series.values, *series.before), default=0)
    kinds = (series.values, series.before) if series.before else (series.values,)
    row = _ROW + (len(kinds) - 1) * (_BAR + _GAP)
    bars: list[Bar] = []
    labels: list[Label] = []
    for at, name in enumerate(series.names):
        y = at * row
        labels.append(Label(x="0", y=_em(y + _LABEL), text=_short(name), anchor="start"))
        numbers = " / ".join(str(values[at]) for values in kinds)
        labels.append(Label(x="100%", y=_em(y + _LABEL), text=numbers, anchor="end"))
        for place, values in enumerate(kinds):
            down = y + _LABEL + 4 + place * (_BAR + _GAP)
            width = _share(values[at], top, 100)
            bars.append(Bar(x="0", y=_em(down), width=f"{width}%", height=_em(_BAR), is_before=place > 0))
    return _chart(
        id_, words, _em(row * len(series.names)), bars, labels, table, legend, says_all=_all_fit(series.names)
    )


def column_chart(id_: str, series: Series, words: tuple[str, str], table: DataTable, *legend: str) -> Chart:
    """A column for each name, side by side; where there is `before`, two.

    Its number stands above each single one if there is room for all, else the highest; so do names below.
    """
    top = max((*series.values, *series.before), default=0)
    kinds = (series.before, series.values) if series.before else (series.values,)
    slot = 10_000 // max(1, len(series.names))
    width = min(_WIDEST, slot * 7 // 10 // len(kinds))
    bars: list[Bar] = []
    is_told = not series.before and _needed(map(str, series.values)) <= _ACROSS
    labels: list[Label] = [] if is_told else [Label(x="0", y=_em(_LABEL), text=str(top), anchor="start")]
    step = -(-_needed(series.names) // _ACROSS)
    for at, name in enumerate(series.names):
        middle = at * slot + slot // 2
        if at % step == 0:
            labels.append(Label(x=_percent(middle), y=_em(_BELOW + _PLOT + 14), text=name, anchor="middle"))
        if is_told:
            down = _BELOW + _PLOT - _share(series.values[at], top, _PLOT)
            labels.append(Label(x=_percent(middle), y=_em(down - 3), text=str(series.values[at]), anchor="middle"))
        for place, values in enumerate(kinds):
            height = _share(values[at], top, _PLOT)
            left = middle - width * len(kinds) // 2 + place * width
            bars.append(
                Bar(
                    x=_percent(left),
                    y=_em(_BELOW + _PLOT - height),
                    width=_percent(width - 40),
                    height=_em(height),
                    is_before=len(kinds) > 1 and place == 0,
                )
            )
    return _chart(id_, words, _em(_BELOW + _PLOT + 18), bars, labels, table, legend, says_all=False)


def _chart(
    id_: str,
    words: tuple[str, str],
    height: str,
    bars: list[Bar],
    labels: list[Label],
    table: DataTable,
    legend: Sequence[str],
    *,
    says_all: bool,
) -> Chart:
    title, description = words
    return Chart(
        id=id_,
        title=title,
        description=description,
        height=height,
        bars=tuple(bars),
        labels=tuple(labels),
        legend=tuple((name, at > 0) for at, name in enumerate(legend)),
        table=table,
        says_all=says_all,
    )


def _wide(text: str) -> int:
    """How many halves of a Chinese character a text takes, about."""
    return sum(1 if character < "ᄀ" else 2 for character in text)


def _needed(texts: Iterable[str]) -> int:
    return sum(_wide(text) + 1 for text in texts)


def _all_fit(names: Iterable[str]) -> bool:
    return all(_wide(name) <= _LETTERS for name in names)


def _short(name: str) -> str:
    """A name that would reach the number at the end of its line is cut; the table has all of it."""
    while _wide(name) > _LETTERS:
        name = name.removesuffix("…")[:-1] + "…"
    return name


def _share(value: int, top: int, whole: int) -> int:
    """How much of `whole` a value takes; something that is there can always be seen."""
    return max(1, value * whole // top) if value > 0 else 0


def _em(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}em"


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"

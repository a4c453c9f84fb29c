"""All figures: what this directory counts itself, then what was reported, each beside what the records count of it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.counted import Subject
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.charts import Chart, Series, bar_chart
from memberstudios.pages.compared import Beside, beside
from memberstudios.pages.data_tables import Cell, DataTable, Row, RowGroup
from memberstudios.pages.gathered import subject
from memberstudios.pages.named import Named
from memberstudios.pages.overview import overview
from memberstudios.pages.paging import Pager, page_of, paged
from memberstudios.pages.parts import PartsSum, known_parts, parts_sum
from memberstudios.pages.reported import figure_place, measure_text, period_text
from memberstudios.records.work import Figure
from memberstudios.render.output import Output, Page, html
from memberstudios.render.quantities import bound_text, quantity_text
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSource:
    """Where a figure was said: `path` is the source's entry on this site, `url` the report itself; both may be empty."""

    name: str
    date: PartialDate | None
    path: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """One figure as it was reported. `bound` says what a number that is not exact means; `part_of` names its totals."""

    id: str
    label: str
    quantity: str
    bound: str
    period: str
    as_of: PartialDate | None
    sources: tuple[FigureSource, ...]
    beside: Beside | None
    parts: PartsSum | None
    chart: Chart | None
    part_of: tuple[Named, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFigures:
    """What was reported of one subject; `place` says where it is, empty for an area."""

    subject: Named
    place: str
    figures: tuple[FigureEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """A page of figures; a further page has those that were reported alone."""

    own: tuple[Chart, ...]
    subjects: tuple[SubjectFigures, ...]
    pager: Pager | None
    is_first: bool


def keys(directory: Directory) -> Iterator[str]:
    """Each page by its number; there is always a first one."""
    yield from (str(number) for number, _ in enumerate(paged(addresses.FIGURES, list(directory.figures)), 1))


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`figures.html`, or one of its further pages."""
    ids = [id_ for id_, _ in sorted(directory.figure_ranks.items(), key=lambda pair: pair[1])]
    path, shown, pager = page_of(addresses.FIGURES, ids, int(key))
    is_first = key == "1"
    title = words("figures.title")
    page = Page(
        path=path,
        title=title if is_first else words("area.page_title", title=title, number=key),
        description=words("figures.description", title=directory.site.title),
        styles=("css/figures.css",),
        index=is_first,
        is_landmark=is_first,
    )
    view = FiguresView(
        own=tuple(overview(directory, words)) if is_first else (),
        subjects=tuple(_subjects(directory, words, [directory.figures[id_] for id_ in shown])),
        pager=pager,
        is_first=is_first,
    )
    yield html(page, "figures.html", view)


class _Shared:
    """What all entries of a page ask for, worked out once: where each source stands, what belongs to a subject."""

    def __init__(self, directory: Directory, words: Words) -> None:
        self._gather = partial(subject, directory, words)
        self._last: tuple[tuple[object, ...], Subject] | None = None
        self.sources: Mapping[str, str] = {}
        if addresses.SOURCES_SLUG not in directory.pages:
            self.sources = {
                id_: f"{addresses.numbered(addresses.SOURCES, number // addresses.PAGE_SIZE + 1)}#{id_}"
                for number, id_ in enumerate(directory.sources)
            }

    def gather(self, figure: Figure) -> Subject:
        """What belongs to the subject of a figure; figures of one subject come one after the other."""
        key = (figure.division, figure.organization, figure.studio, figure.measure == "members")
        if self._last is None or self._last[0] != key:
            self._last = (key, self._gather(figure))
        return self._last[1]


def _subjects(directory: Directory, words: Words, figures: Iterable[Figure]) -> Iterator[SubjectFigures]:
    shared = _Shared(directory, words)
    for _, group in groupby(figures, key=lambda one: (one.division, one.organization, one.studio)):
        found = _totals_first(tuple(group))
        name, place = _named(directory, words, found[0])
        yield SubjectFigures(
            subject=name,
            place=place,
            figures=tuple(_entry(directory, words, figure, shared) for figure in found),
        )


def _totals_first(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """A total right before its parts."""
    known = {figure.id: figure for figure in figures}
    parts = {part for figure in figures for part in figure.parts}
    order: dict[str, None] = {}
    for figure in figures:
        if figure.id not in parts:
            order |= dict.fromkeys((figure.id, *(part for part in figure.parts if part in known)))
    return tuple(known[id_] for id_ in order | dict.fromkeys(known))


def _named(directory: Directory, words: Words, figure: Figure) -> tuple[Named, str]:
    """The subject of a figure, and the area where it is unless it is one."""
    if figure.division is not None:
        full = "".join(directory.areas.name(id_) for id_ in directory.areas.paths.get(figure.division, ()))
        return (full or figure.division, addresses.area(figure.division) if full else ""), ""
    if figure.organization is not None:
        body = directory.organizations.get(figure.organization)
        return named.organization_or_text(directory, figure.organization), _place(
            directory, body.division if body else None
        )
    studio = directory.studios.get(figure.studio or "")
    name = named.studio(directory, words, figure.studio) or (figure.studio or "", "")
    return name, _place(directory, studio.division if studio else None)


def _place(directory: Directory, area: str | None) -> str:
    return "".join(directory.areas.name(id_) for id_ in directory.areas.paths.get(area or "", ()))


def _entry(directory: Directory, words: Words, figure: Figure, shared: _Shared) -> FigureEntry:
    return FigureEntry(
        id=figure.id,
        label=measure_text(words, figure),
        quantity=quantity_text(words, figure.quantity),
        bound=bound_text(words, figure.quantity),
        period=period_text(words, figure.period),
        as_of=figure.as_of,
        sources=tuple(_sources(directory, figure, shared)),
        beside=beside(directory, words, figure, shared.gather),
        parts=parts_sum(directory, words, figure),
        chart=_parts_chart(directory, words, figure),
        part_of=tuple(
            (measure_text(words, directory.figures[id_]), figure_place(directory, id_))
            for id_ in directory.links.totals_of_figure.get(figure.id, ())
        ),
        remark=figure.remark or "",
    )


def _sources(directory: Directory, figure: Figure, shared: _Shared) -> Iterator[FigureSource]:
    for id_ in figure.sources:
        if (source := directory.sources.get(id_)) is not None:
            name = source.title if source.publisher is None else source.publisher
            path = shared.sources.get(id_, "")
            yield FigureSource(name=name, date=source.date, path=path, url="" if path else source.url or "")


def _parts_chart(directory: Directory, words: Words, figure: Figure) -> Chart | None:
    """The parts of a figure as bars; None where one of them is no exact whole number, or not all are on record."""
    parts = known_parts(directory, figure)
    if any(part.quantity.bound != "exact" for part in parts):
        return None
    numbers = [part.quantity.value for part in parts]
    if not parts or len(parts) != len(figure.parts) or any(number != int(number) or number < 0 for number in numbers):
        return None
    labels = tuple(measure_text(words, part) for part in parts)
    said = words("days.separator").join(
        words("figures.own.one", name=label, count=quantity_text(words, part.quantity))
        for label, part in zip(labels, parts, strict=True)
    )
    title = words("figures.parts.title", name=measure_text(words, figure))
    rows = tuple(
        Row(
            name=label,
            path=figure_place(directory, part.id),
            cells=(Cell(text=quantity_text(words, part.quantity), is_number=True),),
        )
        for label, part in zip(labels, parts, strict=True)
    )
    table = DataTable(
        caption=title,
        columns=(words("figures.parts.column"), words("figures.reported")),
        number_columns=1,
        groups=(RowGroup(rows=rows),),
    )
    series = Series(names=labels, values=tuple(int(number) for number in numbers))
    return bar_chart(f"parts-of-{figure.id}", series, (title, said), table)

"""Coverage: an index of committees, and for each which towns, sectors, members and special committees have a studio.

What is missing is public only where the records claim to be complete and the site says `publish_gaps`; without both a
page has only what there is, and no total from which the rest could be worked out. The office reads it in its own report.
"""

from collections.abc import Iterable, Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.coverage import KINDS, Coverage, Reached, covered
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.cards import card
from memberstudios.pages.committees import committees_of
from memberstudios.pages.covered import coverages
from memberstudios.pages.named import Named
from memberstudios.records.bodies import Organization
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_WHOLE_INDEX = 200
"""Committees up to which the index has them all; above, those that have none above them, and the way down from there."""
_STUDIOS_SHOWN, _ROWS_SHOWN = 4, 200
_WITH_COUNTIES = ("national", "province", "city")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeRow:
    """A committee in a list. `reached` are words for each of `KINDS`: 3, 3 / 5 or a dash."""

    name: str
    path: str
    names_only_some: bool
    studios: int
    reached: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageIndexView:
    """The index; `columns` are the heads of its table."""

    columns: tuple[str, ...]
    committees: tuple[CommitteeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachRow:
    """A thing and some of its studios: `more` says how many there are in all, `note` stands where none is named."""

    name: str
    path: str
    studios: tuple[Named, ...]
    more: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachTable:
    """What of one kind has a studio: `title`, `lead` and `notes` are words, `column` the head of the things.

    `rows` may be fewer than what `lead` counts; `notes` then say why.
    """

    title: str
    lead: str
    column: str
    rows: tuple[ReachRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """One committee; `columns` are the heads of the table of committees below."""

    committee: Named
    area: Named | None
    studios: int
    names_only_some: bool
    tables: tuple[ReachTable, ...]
    columns: tuple[str, ...]
    below: tuple[CommitteeRow, ...]


def keys(directory: Directory) -> Iterator[str]:
    """The index (empty), and each committee of an area; nothing where there are none."""
    if len(directory.links.committees_with_area):
        yield ""
        yield from directory.links.committees_with_area


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`coverage.html`, or the page of a committee."""
    yield _committee(directory, words, key) if key else _index(directory, words)


def _index(directory: Directory, words: Words) -> Output:
    ids = tuple(directory.links.committees_with_area)
    if len(ids) > _WHOLE_INDEX:
        ids = tuple(_below(directory, None))
    page = Page(
        path=addresses.COVERAGE,
        title=words("coverage.index_title"),
        description=words("coverage.index_description", title=directory.site.title),
        crumbs=((words("organization.index_title"), addresses.ORGANIZATIONS),),
        is_landmark=True,
    )
    view = CoverageIndexView(columns=_columns(words), committees=tuple(_rows(directory, words, ids)))
    return html(page, "coverages.html", view)


def _below(directory: Directory, area: str | None) -> Iterator[str]:
    """The committees of the next areas below that have any; below None are those that have none above them."""
    waiting = list(reversed(directory.areas.children.get(area, ())))
    while waiting:
        current = waiting.pop()
        if found := committees_of(directory, current):
            yield from found
        else:
            waiting += reversed(directory.areas.children.get(current, ()))


def _columns(words: Words) -> tuple[str, ...]:
    return (
        words("coverage.committee"),
        words("coverage.studios"),
        *(words(f"coverage.{kind}.column") for kind in KINDS),
    )


def _rows(directory: Directory, words: Words, ids: Iterable[str]) -> Iterator[CommitteeRow]:
    """Committees as rows; one without any studio is left out where that would tell a gap."""
    for id_ in ids:
        found = coverages(directory, words)[id_]
        tells_gaps = _tells_gaps(directory, found)
        if found.studios or tells_gaps:
            yield CommitteeRow(
                name=directory.organizations[id_].name,
                path=addresses.coverage(id_),
                names_only_some=not found.is_complete,
                studios=found.studios,
                reached=tuple(_counted(words, found.of(kind), tells_gaps=tells_gaps) for kind in KINDS),
            )


def _tells_gaps(directory: Directory, found: Coverage) -> bool:
    return found.is_complete and directory.site.publish_gaps


def _counted(words: Words, things: tuple[Reached, ...], *, tells_gaps: bool) -> str:
    count = len(covered(things))
    if tells_gaps and things:
        return words("coverage.of", count=count, total=len(things))
    return words("coverage.count", count=f"{count:,}") if count else words("coverage.nothing")


def _committee(directory: Directory, words: Words, id_: str) -> Output:
    committee, found = directory.organizations[id_], coverages(directory, words)[id_]
    page = Page(
        path=addresses.coverage(id_),
        title=words("coverage.title", name=committee.name),
        description=words("coverage.description", name=committee.name, count=found.studios),
        crumbs=(
            (words("organization.index_title"), addresses.ORGANIZATIONS),
            (words("coverage.index_title"), addresses.COVERAGE),
        ),
        styles=("css/studio.css",),
    )
    view = CoverageView(
        committee=(committee.name, addresses.organization(id_)),
        area=named.area(directory, committee.division),
        studios=found.studios,
        names_only_some=not found.is_complete,
        tables=tuple(_tables(directory, words, committee, found)),
        columns=_columns(words),
        below=tuple(_rows(directory, words, _below(directory, committee.division))),
    )
    return html(page, "coverage.html", view)


def _tables(directory: Directory, words: Words, committee: Organization, found: Coverage) -> Iterator[ReachTable]:
    """The kinds of which there is something to show."""
    tells_gaps = _tells_gaps(directory, found)
    for kind in KINDS:
        things = found.of(kind) if tells_gaps else covered(found.of(kind))
        if not things:
            continue
        is_by_county = kind == "towns" and _has_counties(directory, committee)
        shown = _public(directory, things) if kind == "members" else things
        if is_by_county:
            rows = tuple(_county_rows(directory, words, committee, found, tells_gaps=tells_gaps))
        else:
            rows = tuple(_reach_row(directory, words, kind, one) for one in shown[:_ROWS_SHOWN])
        yield ReachTable(
            title=words(f"coverage.{kind}.title"),
            lead=_lead(words, kind, found.of(kind), tells_gaps=tells_gaps),
            column=words("coverage.place") if is_by_county else words(f"coverage.{kind}.column"),
            rows=rows,
            notes=() if is_by_county else tuple(_notes(words, len(things), len(shown))),
        )


def _lead(words: Words, kind: str, things: tuple[Reached, ...], *, tells_gaps: bool) -> str:
    count = len(covered(things))
    if tells_gaps:
        return words(f"coverage.{kind}.lead_of", count=count, total=len(things))
    return words(f"coverage.{kind}.lead", count=count)


def _public(directory: Directory, members: tuple[Reached, ...]) -> tuple[Reached, ...]:
    return tuple(one for one in members if directory.is_public(directory.members[one.id]))


def _notes(words: Words, count: int, public: int) -> Iterator[str]:
    """Why not all of `count` things are named, of which `public` may be."""
    if public < count:
        yield words("coverage.members.public")
    if public > _ROWS_SHOWN:
        yield words("coverage.left", count=public - _ROWS_SHOWN)


def _reach_row(directory: Directory, words: Words, kind: str, one: Reached) -> ReachRow:
    name, path = _named(directory, kind, one.id)
    is_cut = len(one.studios) > _STUDIOS_SHOWN
    return ReachRow(
        name=name,
        path=path,
        studios=tuple(_studio(directory, words, id_) for id_ in one.studios[:_STUDIOS_SHOWN]),
        more=words("coverage.more", count=len(one.studios)) if is_cut else "",
        note="" if one.studios else words("coverage.none"),
    )


def _named(directory: Directory, kind: str, id_: str) -> Named:
    if kind == "towns":
        return directory.areas.name(id_), addresses.area(id_)
    if kind == "sectors":
        return directory.sectors[id_].name, addresses.sector(id_)
    if kind == "members":
        return directory.members[id_].name, addresses.member(directory, id_) or ""
    return directory.organizations[id_].name, addresses.organization(id_)


def _studio(directory: Directory, words: Words, id_: str) -> Named:
    return card(directory, words, id_).name, addresses.studio(id_)


def _has_counties(directory: Directory, committee: Organization) -> bool:
    """Whether the areas right below the committee's are larger than towns."""
    levels = {directory.areas.divisions[id_].level for id_ in directory.areas.children.get(committee.division, ())}
    return "county" in levels or committee.level in _WITH_COUNTIES


def _county_rows(
    directory: Directory, words: Words, committee: Organization, found: Coverage, *, tells_gaps: bool
) -> Iterator[ReachRow]:
    """The areas right below the committee's, each with how many studios and reached towns it has."""
    reached: dict[str, list[Reached]] = {}
    depth = len(directory.areas.paths.get(committee.division or "", ()))
    for town in found.towns:
        reached.setdefault(directory.areas.paths[town.id][depth], []).append(town)
    for id_ in directory.areas.children.get(committee.division, ()):
        towns = tuple(one for one in reached.get(id_, ()) if one.id != id_)
        count = len(directory.within.get(id_, ()))
        if not (count or covered(reached.get(id_, ())) or tells_gaps):
            continue
        parts = [words("coverage.listed", count=count)] if count else []
        if towns and tells_gaps:
            parts.append(words("coverage.towns_of", count=len(covered(towns)), total=len(towns)))
        elif covered(towns):
            parts.append(words("coverage.towns_with", count=len(covered(towns))))
        note = words("coverage.comma").join(parts) or words("coverage.none")
        yield ReachRow(name=directory.areas.name(id_), path=addresses.area(id_), studios=(), more="", note=note)

"""Rule sets (五全, 四上墙, 1158): a list by who issued them, and each with its items and who meets them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import Activities, activities
from memberstudios.pages.cards import card
from memberstudios.pages.compliance import Claim, claim_shelf
from memberstudios.pages.issued import FrameworkLine, ItemLine, framework_line
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.records.work import Framework
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_MET = ("yes", "partly", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkGroup:
    """The frameworks of one issuer; those that name none stand together without one."""

    issuer: Named | None
    frameworks: tuple[FrameworkLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworksView:
    """One page of the list; `count` is of all pages."""

    count: int
    groups: tuple[FrameworkGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Whether a studio meets an item: `met` is the record's word, empty where nothing is on record."""

    item: str
    met: str
    text: str
    date: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A studio, and a cell for each item."""

    name: str
    path: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCount:
    """How many studios meet an item, in part, and not; of `known` whose record says something of it."""

    name: str
    yes: int
    partly: int
    no: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkView:
    """A framework. `items` names what is known of it; `rows` are the studios of this page with a word on any item.

    `count` is of all pages; a further page has the rows alone.
    """

    line: FrameworkLine
    issuer: Named | None
    items: tuple[ItemLine, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    count: int
    counts: tuple[ItemCount, ...]
    pager: Pager | None
    activities: Activities
    provenance: Provenance
    is_first: bool
    is_for_studios: bool


def keys(directory: Directory) -> Iterator[str]:
    """The list (empty), and each framework; nothing where there are none."""
    if len(directory.frameworks):
        yield ""
        yield from directory.frameworks


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`frameworks/index.html`, or the page of a framework; a long matrix goes on at `frameworks/<id>/2.html`."""
    if key:
        yield from _framework(directory, words, directory.frameworks[key])
        return
    order = {id_: number for number, id_ in enumerate(directory.organizations)}
    held = (directory.frameworks[id_] for id_ in directory.holding("framework", directory.frameworks))
    known = sorted(held, key=lambda one: order.get(one.issuer or "", len(order)))
    for number, (path, shown, pager) in enumerate(paged(addresses.FRAMEWORKS, known), 1):
        groups = tuple(
            FrameworkGroup(
                issuer=named.organization(directory, issuer),
                frameworks=tuple(framework_line(words, one) for one in group),
            )
            for issuer, group in groupby(shown, key=lambda one: one.issuer)
        )
        page = Page(
            path=path,
            title=words("framework.index_title"),
            description=words("framework.index_description", title=directory.site.title),
            section="frameworks",
            index=number == 1,
            is_landmark=number == 1,
        )
        yield html(page, "frameworks.html", FrameworksView(count=len(known), groups=groups, pager=pager))


def _framework(directory: Directory, words: Words, framework: Framework) -> Iterator[Output]:
    line = framework_line(words, framework)
    columns = tuple((item.id, item.name or item.id) for item in framework.items if not item.unknown)
    claimed = directory.listed(directory.links.studios_of_framework.get(framework.id, ()))
    shelf = claim_shelf(directory, words)
    claims = {id_: _of_framework(shelf[id_].claims, framework.id) for id_ in claimed}
    counts = tuple(_count(name, [one[item] for one in claims.values() if item in one]) for item, name in columns)
    for number, (path, shown, pager) in enumerate(paged(line.path, claimed), 1):
        is_first = number == 1
        page = Page(
            path=path,
            title=framework.name,
            description=framework.summary or words("framework.description", name=framework.name, about=line.about),
            section="frameworks",
            crumbs=((words("framework.index_title"), addresses.FRAMEWORKS),),
            styles=("css/matrix.css",),
            index=is_first,
        )
        view = FrameworkView(
            line=line,
            issuer=named.organization(directory, framework.issuer),
            items=line.items if is_first else (),
            columns=tuple(name for _, name in columns),
            rows=tuple(_row(directory, words, id_, columns, claims[id_]) for id_ in shown),
            count=len(claimed),
            counts=counts if is_first and claimed else (),
            pager=pager,
            activities=activities(directory, words, _followers(directory, framework) if is_first else ()),
            provenance=provenance(directory, framework, "framework"),
            is_first=is_first,
            is_for_studios=framework.applies_to == "studio",
        )
        yield html(page, "framework.html", view)


def _followers(directory: Directory, framework: Framework) -> tuple[str, ...]:
    return directory.links.activities_of_framework.get(framework.id, ())


def _of_framework(claims: Sequence[Claim], framework: str) -> dict[str, Claim]:
    return {claim.item: claim for claim in claims if claim.framework == framework}


def _count(name: str, claims: Sequence[Claim]) -> ItemCount:
    yes, partly, no = (sum(claim.met == met for claim in claims) for met in _MET)
    return ItemCount(name=name, yes=yes, partly=partly, no=no, known=len(claims))


def _row(
    directory: Directory, words: Words, id_: str, columns: tuple[tuple[str, str], ...], claims: dict[str, Claim]
) -> Row:
    cells = []
    for item, name in columns:
        claim = claims.get(item)
        met = "" if claim is None else claim.met
        text = words(f"framework.met.{met}" if met else "framework.unrecorded")
        cells.append(Cell(item=name, met=met, text=text, date=None if claim is None else claim.date))
    return Row(name=card(directory, words, id_).name, path=f"{addresses.studio(id_)}#compliance", cells=tuple(cells))

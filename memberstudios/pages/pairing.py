"""The list of all pairings (结对共建); those of a studio or an organization stand on its own page too."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.partners import PairingLine, pairings
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingsView:
    """One page of the list; `count` is of all pages."""

    count: int
    pairings: tuple[PairingLine, ...]
    pager: Pager | None


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`pairings/index.html` and its further pages; nothing where there are none."""
    known = tuple(directory.holding("pairing", directory.pairings))
    if not known:
        return
    for number, (path, shown, pager) in enumerate(paged(addresses.PAIRINGS, known), 1):
        page = Page(
            path=path,
            title=words("pairing.index_title"),
            description=words("pairing.index_description", title=directory.site.title, count=len(known)),
            section="activities",
            index=number == 1,
            is_landmark=number == 1,
        )
        lines = pairings(directory, words, shown)
        yield html(page, "pairings.html", PairingsView(count=len(known), pairings=lines, pager=pager))

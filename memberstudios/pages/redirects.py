"""Old addresses of studios: a page at each that leads on, and the list of them for nginx."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import card
from memberstudios.pages.site_shell import base_url
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

MAP = "redirects.map"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """Where the page went; `address` is absolute where the site knows its own."""

    name: str
    path: str
    address: str


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """A page for every former id, and `redirects.map` where there is one. An id in use again is no old address."""
    moves: dict[str, tuple[str, str]] = {}
    for old, ids in directory.links.studios_formerly.items():
        if old not in directory.studios:
            moves[addresses.studio(old)] = (card(directory, words, ids[0]).name, addresses.studio(ids[0]))
    base = base_url(directory.site.base_url)
    for old, (name, path) in moves.items():
        page = Page(path=old, title=words("redirects.title", name=name), section="studios", index=False)
        address = "" if base is None else base + path
        yield html(page, "redirect.html", RedirectView(name=name, path=path, address=address))
    if moves:
        yield Output(path=MAP, maker="redirects", view=tuple((old, path) for old, (_, path) in moves.items()))

"""404.html: the server shows it under any address, so its links begin at the site's root."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """Label and site path of the ways that lead on."""

    ways: tuple[tuple[str, str], ...]


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`404.html`."""
    page = Page(
        path="404.html",
        title=words("not_found.title"),
        index=False,
        base=root_path(directory.site.base_url),
    )
    ways = [
        (words("site_shell.home"), addresses.HOME),
        (words("site_shell.areas"), addresses.AREAS),
        (words("site_shell.studios"), addresses.STUDIOS),
    ]
    if len(directory.news):
        ways.append((words("site_shell.news"), addresses.NEWS))
    yield html(page, "not_found.html", NotFoundView(ways=tuple(ways)))


def root_path(base_url: str | None) -> str:
    """The path under which the site is served; the host's root where nothing else is known."""
    return urlsplit(base_url or "/").path.rstrip("/") + "/"

"""What search engines are told: every page, once all others are planned; and that they may read it."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.site_shell import base_url
from memberstudios.render.output import Output
from memberstudios.render.sitemap import MAX_ADDRESSES, Robots, Sitemap, SitemapIndex

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def outputs_after(directory: Directory, pages: Iterable[tuple[str, bool]]) -> Iterator[Output]:
    """`robots.txt`, and for a site that knows its address the sitemap of `pages`: path, and whether it is a landmark.

    Above the protocol's limit `sitemap.xml` is an index of `sitemap-1.xml` and so on.
    """
    base = base_url(directory.site.base_url)
    if base is None:
        yield Output(path=ROBOTS, maker="robots", view=Robots(sitemap=None))
        return
    ordered = sorted(pages, key=lambda page: not page[1])
    listed = tuple(base + _address(path) for path, _ in ordered)
    yield Output(path=ROBOTS, maker="robots", view=Robots(sitemap=base + SITEMAP))
    if len(listed) <= MAX_ADDRESSES:
        yield Output(path=SITEMAP, maker="sitemap", view=Sitemap(addresses=listed))
        return
    parts = [listed[start : start + MAX_ADDRESSES] for start in range(0, len(listed), MAX_ADDRESSES)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Output(path=SITEMAP, maker="sitemap-index", view=SitemapIndex(sitemaps=tuple(base + name for name in names)))
    for name, part in zip(names, parts, strict=True):
        yield Output(path=name, maker="sitemap", view=Sitemap(addresses=part))


def _address(path: str) -> str:
    return "" if path == addresses.HOME else quote(path)

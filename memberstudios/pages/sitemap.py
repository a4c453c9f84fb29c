"""What search engines are told: every page, once all others are planned; and that they may read it."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.site_shell import base_url
from memberstudios.render.output import Output, Page
from memberstudios.render.sitemap import MAX_ADDRESSES, Robots, Sitemap, SitemapIndex

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def outputs_after(directory: Directory, outputs: Iterable[Output]) -> Iterator[Output]:
    """`robots.txt`, and for a site that knows its address the sitemap of all pages in `outputs`.

    Above the protocol's limit `sitemap.xml` is an index of `sitemap-1.xml` and so on.
    """
    base = base_url(directory.site.base_url)
    if base is None:
        yield Output(path=ROBOTS, maker="robots", view=Robots(sitemap=None))
        return
    pages = [output.page for output in outputs if output.page is not None and output.page.index]
    pages.sort(key=lambda page: not page.is_landmark)
    listed = tuple(base + _address(page) for page in pages)
    yield Output(path=ROBOTS, maker="robots", view=Robots(sitemap=base + SITEMAP))
    if len(listed) <= MAX_ADDRESSES:
        yield Output(path=SITEMAP, maker="sitemap", view=Sitemap(addresses=listed))
        return
    parts = [listed[start : start + MAX_ADDRESSES] for start in range(0, len(listed), MAX_ADDRESSES)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Output(path=SITEMAP, maker="sitemap-index", view=SitemapIndex(sitemaps=tuple(base + name for name in names)))
    for name, part in zip(names, parts, strict=True):
        yield Output(path=name, maker="sitemap", view=Sitemap(addresses=part))


def _address(page: Page) -> str:
    return "" if page.path == addresses.HOME else quote(page.path)

"""One file of the site, decided and not yet made: its path, who makes it, and exactly what from."""

from collections.abc import Mapping
from typing import Any

from memberstudios.base.dataclass import dataclass

Crumb = tuple[str, str | None]
"""A label and the site path it leads to; None for the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the shell of an HTML page needs to know of it. Scripts and styles are names of assets."""

    path: str
    title: str
    description: str = ""
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()
    scripts: tuple[str, ...] = ()
    classic_scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    index: bool = True
    is_landmark: bool = False
    """Whether the page stands in the sitemap before all others."""
    bare: bool = False
    """Whether it stands inside another site's page: without header and footer, its links lead out of the frame."""
    base: str = ""
    """The top of the site as an absolute path, for a page that is served under any address."""
    linked: Mapping[str, Any] | None = None
    """What the page says of its subject for programs (JSON-LD): nothing that its visible text does not say."""

    @property
    def root(self) -> str:
        """What leads from the page to the top of the site, such as `../`."""
        return self.base or "../" * self.path.count("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """`maker` names an entry of the renderer's table; `view` is plain frozen values, and all that the maker gets."""

    path: str
    maker: str
    view: Any
    page: Page | None = None
    template: str = ""
    is_for_office: bool = False
    """Whether it lies in the office's folder instead, and its path is a name there: it never becomes part of the site."""


def html(page: Page, template: str, view: Any) -> Output:
    """An HTML page made from a template."""
    return Output(path=page.path, maker="html", view=view, page=page, template=template)

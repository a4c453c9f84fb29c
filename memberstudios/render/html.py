"""HTML pages from Jinja templates: autoescape everywhere, undefined names are errors."""

from collections.abc import Mapping
from typing import Any

import jinja2

from memberstudios.render.assets import Assets
from memberstudios.render.filters import filters
from memberstudios.render.map.frame import MapFrame
from memberstudios.render.output import Page
from memberstudios.render.shell import Shell
from memberstudios.words import Words


class Templates:
    """The templates of a site. `sources` are their texts by name; `compiled` keeps what an earlier build compiled."""

    def __init__(
        self,
        sources: Mapping[str, str],
        words: Words,
        assets: Assets,
        shell: Shell,
        maps: Mapping[str, MapFrame],
        compiled: jinja2.BytecodeCache | None = None,
    ) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.DictLoader(sources),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self._environment.filters.update(filters(words))
        self._environment.globals.update(t=words, shell=shell, maps=maps)
        self._assets = assets

    def page(self, template: str, page: Page, view: Any) -> bytes:
        """The HTML of one page."""
        return self._environment.get_template(template).render(page=page, v=view, **self._addresses(page)).encode()

    def _addresses(self, page: Page) -> dict[str, Any]:
        """`url` and `asset` relative to a page; the same for all pages of one depth."""
        root = page.root

        def url(path: str) -> str:
            return root + path

        def asset(name: str) -> str:
            return root + self._assets.url(name)

        return {"url": url, "asset": asset, "root": root}

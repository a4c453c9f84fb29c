"""HTML pages from Jinja templates: autoescape everywhere, undefined names are errors.

Templates are linked (see `linking`), which gives the same bytes several times as fast. What cannot be linked, and a page
whose linked template fails, is rendered by Jinja itself: so its errors, with their files and lines, are what people see.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

import jinja2
from jinja2.runtime import Context

from memberstudios.render.assets import Assets
from memberstudios.render.filters import filters
from memberstudios.render.linking.compiled import Compiled
from memberstudios.render.linking.linker import World
from memberstudios.render.map.frame import MapFrame
from memberstudios.render.output import Page
from memberstudios.render.shell import Shell
from memberstudios.words import Words

_GIVEN: Final = frozenset({"page", "v", "url", "asset", "modules", "root"})
"""What the template of a page is given besides the globals; macros see none of it."""

_FAILURES: Final = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,
    TypeError,
    ValueError,
)


class Supplies:
    """What pages draw in by name, besides their views: addresses of assets, and maps. Nothing else passes them by."""

    def __init__(self, assets: Assets, maps: Mapping[str, MapFrame]) -> None:
        self._assets = assets
        self._maps = maps

    def asset(self, name: str) -> str:
        """The site path of an asset. Raises BrokenAsset."""
        return self._assets.url(name)

    def modules(self, name: str) -> tuple[str, ...]:
        """The modules that a module needs, by name. Raises BrokenAsset."""
        return self._assets.modules(name)

    def map(self, name: str) -> MapFrame | None:
        """A map; None where the site has none of that name."""
        return self._maps.get(name)


class _Maps:
    """The maps as templates have them: `maps.studio`, `"studio" in maps`."""

    def __init__(self, supplies: Supplies) -> None:
        self._supplies = supplies

    def __contains__(self, name: str) -> bool:
        return self._supplies.map(name) is not None

    def __getattr__(self, name: str) -> MapFrame:
        found = self._supplies.map(name)
        if found is None:
            raise AttributeError(name)
        return found


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
        self._supplies = Supplies(assets, maps)
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(_with_filenames(sources)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.filters.update(filters(words))
        self._environment.globals.update(t=words, shell=shell, maps=_Maps(self._supplies))
        shared = frozenset(self._environment.globals)
        world = World(words=words, site={"shell": shell}, given=_GIVEN, shared=shared)
        self._compiled = Compiled(self._environment, sources, world, compiled)
        self._addresses: dict[str, Mapping[str, Any]] = {}

    def parse(self) -> None:
        """Parse all files now: before a fork, so that it is done once. What is wrong with one is told when it is used."""
        self._compiled.parse()

    def prepare(self, templates: Iterable[str]) -> None:
        """Compile templates now: before a fork, so that it is done once. Raises jinja2.TemplateSyntaxError."""
        for template in templates:
            self._compiled.ready(template)

    def digest(self, template: str) -> str:
        """What changes with every text, constant word and field of the shell that goes into a template's pages."""
        return self._compiled.ready(template).digest

    def page(self, template: str, page: Page, view: Any) -> bytes:
        """The HTML of one page."""
        made = self._compiled.ready(template).page
        if made is not None:
            given = {**self._environment.globals, **self._given(page, view)}
            with suppress(*_FAILURES):
                return made(Context(self._environment, given, template, {})).encode()
        return self.plain_page(template, page, view)

    def plain_page(self, template: str, page: Page, view: Any) -> bytes:
        """The same by Jinja itself. Raises jinja2.TemplateError, and whatever a template's expressions raise."""
        return self._environment.get_template(template).render(self._given(page, view)).encode()

    def _given(self, page: Page, view: Any) -> dict[str, Any]:
        root = page.root
        if root not in self._addresses:
            self._addresses[root] = _addresses(root, self._supplies)
        return {"page": page, "v": view, **self._addresses[root]}


def _addresses(root: str, supplies: Supplies) -> Mapping[str, Any]:
    """`url` and `asset` relative to a page; the same for all pages of one depth."""

    def url(path: str) -> str:
        return root + path

    def asset(name: str) -> str:
        return root + supplies.asset(name)

    return {"url": url, "asset": asset, "modules": supplies.modules, "root": root}


def _with_filenames(sources: Mapping[str, str]) -> Callable[[str], tuple[str, str, None] | None]:
    """A function that loads templates, and says in which file a mistake is."""
    return lambda name: (sources[name], f"templates/{name}", None) if name in sources else None

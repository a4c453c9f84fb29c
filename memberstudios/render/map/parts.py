"""Take folium's output apart, element by element: a fragment, one script, one style sheet, a list of assets.

branca renders into a Figure whose header, body and script are trees of elements; each is read on its own, so no
finished page is searched. What is not expected raises: a library without a file here, an element in the header that
is neither style nor script, an address of somebody else's server in the fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from memberstudios.base.dataclass import dataclass

if TYPE_CHECKING:
    from branca.element import Element, Figure
    from folium import Map

_ID: Final = re.compile(r"[0-9a-f]{32}")
_RULE: Final = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}")
_FOLIUM_PAGE_RULES: Final = frozenset({"html, body", "#map", ".leaflet-container"})
"""Rules by which folium arranges a page that is all map. Ours is not; map.css sets the type."""
_FOLIUM_SWITCHES: Final = re.compile(r"\s*L_NO_TOUCH = false;\s*L_DISABLE_3D = false;\s*")
"""Leaflet's own defaults, set as globals after Leaflet has read them."""


class UnexpectedPart(ValueError):
    """folium's output holds something that this code does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapParts:
    """A composed map. `assets` are names of style sheets and scripts, in the order in which they must be loaded."""

    html: str
    script: str
    style: str
    assets: tuple[str, ...]


def take_apart(studio_map: Map, libraries: Mapping[str, str]) -> MapParts:
    """The parts of a folium map. `libraries` gives the asset for each library by folium's name of it."""
    from branca.element import Figure

    figure = studio_map.get_root()
    if not isinstance(figure, Figure):
        raise UnexpectedPart("a map outside a figure")
    for child in tuple(figure._children.values()):
        child.render()
    styles, assets = _header(figure, libraries)
    html = "\n".join(_rendered(figure.html)).strip()
    script = _script("\n".join(_rendered(figure.script)))
    if re.search(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}", html):
        raise UnexpectedPart(f"an address in the fragment: {html}")
    rename = _Renaming(_ids(figure))
    return MapParts(html=rename(html), style=rename(_own_rules(styles)), script=rename(script), assets=assets)


def _header(figure: Figure, libraries: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    from branca.element import CssLink, JavascriptLink

    styles: list[str] = []
    style_sheets: list[str] = []
    scripts: list[str] = []
    for name, element in figure.header._children.items():
        if isinstance(element, JavascriptLink | CssLink):
            if name not in libraries:
                raise UnexpectedPart(f"a library without a file here: {name} {element.url}")
            (scripts if isinstance(element, JavascriptLink) else style_sheets).append(libraries[name])
        else:
            snippet = _Snippet()
            snippet.feed(element.render())
            snippet.close()
            styles += snippet.styles
    return "\n".join(styles), (*style_sheets, *scripts)


class _Snippet(HTMLParser):
    """The style sheets of a piece of header. `meta` and `title` are the page's business, not the map's."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script") and not attrs:
            self._inside = tag
        elif tag not in ("meta", "title"):
            raise UnexpectedPart(f"an element in the header: {tag} {attrs}")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.styles.append(data)
        elif self._inside == "script" and _FOLIUM_SWITCHES.fullmatch(data):
            return
        elif data.strip():
            raise UnexpectedPart(f"in the header: {data.strip()}")


def _rendered(element: Element) -> Iterator[str]:
    return (child.render() for child in element._children.values())


def _own_rules(styles: str) -> str:
    """The rules that are about this map, one a line."""
    own = []
    rest = styles
    while rest.strip():
        rule = _RULE.match(rest)
        if not rule:
            raise UnexpectedPart(f"a style: {rest.strip()}")
        selector, declarations = rule[1], " ".join(rule[2].split())
        if selector.startswith("#map_"):
            own.append(f"{selector} {{ {declarations} }}\n")
        elif selector not in _FOLIUM_PAGE_RULES:
            raise UnexpectedPart(f"a style for {selector}")
        rest = rest[rule.end() :]
    return "".join(own)


def _script(text: str) -> str:
    """The script without empty lines, its names its own."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    return "\n".join(["(function () {", '"use strict";', *lines, "})();", ""])


def _ids(figure: Figure) -> frozenset[str]:
    """The random id of every element that could have been rendered."""
    ids = set()
    waiting = [figure, figure.header, figure.html, figure.script]
    while waiting:
        element = waiting.pop()
        ids.add(element._id)
        waiting += element._children.values()
    return frozenset(ids)


class _Renaming:
    """Gives branca's random ids numbers, in the order of their first use."""

    def __init__(self, ids: frozenset[str]) -> None:
        self._ids = ids
        self._numbers: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _ID.sub(self._number, text)

    def _number(self, match: re.Match[str]) -> str:
        found = match[0]
        if found not in self._ids:
            raise UnexpectedPart(f"looks like an id, but of nothing here: {found}")
        return self._numbers.setdefault(found, str(len(self._numbers) + 1))

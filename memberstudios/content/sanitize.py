"""The last word on HTML made from Markdown: only known elements, attributes and addresses pass."""

import re
from typing import Final

import nh3

from memberstudios.content.targets import kind_of

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_TAGS: Final = {
    "a", "blockquote", "br", "code", "em", "figcaption", "figure", "hr", "img", "li", "ol", "p", "pre", "section",
    "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", *_HEADINGS,
}  # fmt: skip
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "title", "rel", "class"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align", "scope"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_OWN_CLASSES: Final = frozenset({"footnote-ref", "footnote-backref", "footnotes"})
_PICTURE = r"(?:\.{0,2}/)*pictures/[a-z0-9._-]+"
_SOURCE = re.compile(rf"{_PICTURE}\Z")
_SOURCES = re.compile(rf"{_PICTURE} [0-9]+w(?:, {_PICTURE} [0-9]+w)*\Z")
_UP = re.compile(r"(?:\.\./)+")


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "href":
            safe = kind_of(_UP.sub("", value, count=1) if value.startswith("../") else value) != "unsafe"
        case "src":
            safe = bool(_SOURCE.match(value)) and not value.startswith("//")
        case "srcset":
            safe = bool(_SOURCES.match(value)) and "//" not in value
        case "class":
            safe = value in _OWN_CLASSES
        case _:
            safe = True
    return value if safe else None


_CLEANER: Final = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_allowed,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def clean(html: str) -> str:
    """`html` with everything taken out that is not on the list; what Markdown makes passes unchanged."""
    return _CLEANER.clean(html)

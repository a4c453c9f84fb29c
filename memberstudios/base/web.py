"""Addresses on the web: what counts as one, in records and on the command line. Nothing is fetched."""

import re
from urllib.parse import urlsplit

_HOST = r"[^\s/?#@:\"'<>\\\[\]{};,*]+(?::[0-9]{1,5})?"
_PATH = r"[^\s\"'<>\\]*"
_WEB = re.compile(rf"https?://{_HOST}(?:[/?#]{_PATH})?\Z")
_SITE = re.compile(rf"https?://{_HOST}(?:/[^\s?#\"'<>\\]*)?\Z")
_TILES = re.compile(rf"(?:https?://(?:[a-z0-9-]*\{{s\}}[a-z0-9-]*\.)?{_HOST}/{_PATH}|(?!//)[^\s\"'<>\\:]*)\Z")
_PLACEHOLDER = re.compile(r"\{[sxyzr]\}")


def is_web_address(text: str) -> bool:
    """Whether `text` is a whole http or https address."""
    return _WEB.match(text) is not None and _has_parts(text)


def is_site_address(text: str) -> bool:
    """Whether a site can stand at `text`: paths are put behind it, so it has no query and no fragment."""
    return _SITE.match(text) is not None and _has_parts(text)


def is_tile_address(text: str) -> bool:
    """Whether `text` leads to map tiles: a host, or a path on this one, and `{z}`, `{x}`, `{y}` as in Leaflet."""
    plain = _PLACEHOLDER.sub("", text)
    return _TILES.match(text) is not None and "{" not in plain and "}" not in plain and _has_parts(plain)


def _has_parts(text: str) -> bool:
    """Whether programs can take it apart: they refuse ports that do not exist, and signs that stand for others."""
    try:
        parts = urlsplit(text)
        return parts.port is None or parts.port > 0
    except ValueError:
        return False

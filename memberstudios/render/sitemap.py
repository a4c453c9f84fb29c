"""Sitemaps (sitemaps.org 0.9), their index, and robots.txt, from finished addresses."""

from html import escape
from typing import Final

from memberstudios.base.dataclass import dataclass

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAX_ADDRESSES: Final = 50_000
"""The protocol's limit for one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """Absolute addresses of pages, at most MAX_ADDRESSES."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndex:
    """Absolute addresses of sitemaps."""

    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """`sitemap` is an absolute address, None where the site does not know its own."""

    sitemap: str | None


def make_sitemap(sitemap: Sitemap) -> bytes:
    """The `urlset` of some pages."""
    return _document("urlset", "url", sitemap.addresses)


def make_sitemap_index(index: SitemapIndex) -> bytes:
    """The `sitemapindex` of some sitemaps."""
    return _document("sitemapindex", "sitemap", index.sitemaps)


def make_robots(robots: Robots) -> bytes:
    """Everything may be read (RFC 9309)."""
    lines = ["User-agent: *", "Allow: /"]
    if robots.sitemap is not None:
        lines += ["", f"Sitemap: {robots.sitemap}"]
    return ("\n".join(lines) + "\n").encode()


def _document(root_name: str, item_name: str, addresses: tuple[str, ...]) -> bytes:
    items = "".join(f"<{item_name}><loc>{escape(address, quote=False)}</loc></{item_name}>" for address in addresses)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root_name} xmlns="{NAMESPACE}">{items}</{root_name}>\n'.encode()

"""Atom feeds (RFC 4287) from finished values. Knows no news item."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from memberstudios.base.dataclass import dataclass

NAMESPACE: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """`url` is the entry's stable address and its id; `updated` is an RFC 3339 instant."""

    url: str
    title: str
    updated: str
    summary: str
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; `url` is its own address, `home` that of the page it follows. Newest entries first."""

    url: str
    home: str
    title: str
    subtitle: str
    language: str
    updated: str
    author: str
    rights: str
    entries: tuple[FeedEntry, ...]


def make_feed(feed: Feed) -> bytes:
    """The document's bytes."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.url)
    _text(root, "title", feed.title)
    if feed.subtitle:
        _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated)
    SubElement(SubElement(root, "author"), "name").text = feed.author
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.url})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    if feed.rights:
        _text(root, "rights", feed.rights)
    for entry in feed.entries:
        _entry(root, entry)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _entry(root: Element, entry: FeedEntry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.url)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    if entry.author:
        SubElement(SubElement(element, "author"), "name").text = entry.author
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    _text(element, "summary", entry.summary)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text

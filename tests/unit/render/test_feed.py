from xml.etree import ElementTree as ET

from memberstudios.render.feed import Feed, FeedEntry, make_feed

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*entries: FeedEntry) -> Feed:
    return Feed(
        url="https://example.org/news/feed.xml",
        home="https://example.org/news/index.html",
        title="名录 · 新闻",
        subtitle="",
        language="zh-Hans",
        updated="2026-11-22T00:00:00+08:00",
        author="示例市政协",
        rights="",
        entries=entries,
    )


def entry(slug: str, title: str = "标题") -> FeedEntry:
    url = f"https://example.org/news/{slug}.html"
    return FeedEntry(url=url, title=title, updated="2026-11-22T00:00:00+08:00", summary="摘要")


def test_feed_has_what_atom_requires():
    root = ET.fromstring(make_feed(feed(entry("a"), entry("b"))))
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "示例市政协"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "https://example.org/news/feed.xml"


def test_entry_is_known_by_its_address():
    root = ET.fromstring(make_feed(feed(entry("a"))))
    assert root.findtext(f"{ATOM}entry/{ATOM}id") == "https://example.org/news/a.html"


def test_markup_in_a_title_stays_text():
    root = ET.fromstring(make_feed(feed(entry("a", title='<script> & "引号"'))))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == '<script> & "引号"'

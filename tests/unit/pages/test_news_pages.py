from xml.etree import ElementTree as ET

import pytest

from memberstudios.pages import feed, news

STUDIOS = "- {id: a, name: 甲工作室}\n- {id: b, name: 乙工作室}"
ACTIVITIES = "- {id: talk, title: 议事会, studios: [a], outcome: 定了三件事。}"
SOURCES = "- {id: s, title: 报道, publisher: 示例日报}"


def item(title, date, **front):
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\ntitle: {title}\ndate: {date}\nsummary: {title}的摘要\n{lines}---\n正文第一段。\n"


@pytest.fixture
def records():
    return {
        "studios": STUDIOS,
        "activities": ACTIVITIES,
        "sources": SOURCES,
        "site": "title: 示例市\nbase_url: https://example.org/studios/",
        "news/2025-03-01-old": item("旧事", "2025-03-01"),
        "news/2026-05-02-new": item("新事", "2026-05-02", studios="[a, b]", activities="[talk]", sources="[s]"),
        "news/2026-06-01-hidden": item("还没写完", "2026-06-01", draft="yes"),
    }


def test_list_is_by_year_newest_first_and_without_drafts(pages, records):
    text = pages(news.outputs, records)["news/index.html"].text
    order = [text.index(words) for words in ("2026年", "新事", "2025年", "旧事")]
    assert order == sorted(order)
    assert "还没写完" not in text


def test_item_leads_to_its_studios_and_says_what_they_did(pages, records):
    found = pages(news.outputs, records)["news/new.html"]
    assert {"../studios/a.html", "../studios/b.html", "../news/old.html"} <= set(found.targets)
    for words in ("正文第一段。", "议事会", "定了三件事。", "示例日报"):
        assert words in found.text


def test_feed_holds_items_newest_first_with_days_of_the_sites_zone(made, records):
    root = ET.fromstring(made(feed.outputs, records)["news/feed.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    entries = [(e.findtext(f"{atom}id"), e.findtext(f"{atom}updated")) for e in root.iter(f"{atom}entry")]
    assert entries == [
        ("https://example.org/studios/news/new.html", "2026-05-02T00:00:00+08:00"),
        ("https://example.org/studios/news/old.html", "2025-03-01T00:00:00+08:00"),
    ]
    assert root.findtext(f"{atom}updated") == "2026-05-02T00:00:00+08:00"


def test_feed_holds_the_newest_fifty(made, records):
    more = {f"news/2024-01-01-n{number}": item(f"第{number}条", "2024-01-01") for number in range(60)}
    root = ET.fromstring(made(feed.outputs, {**records, **more})["news/feed.xml"])
    assert len(list(root.iter("{http://www.w3.org/2005/Atom}entry"))) == 50


def test_site_without_an_address_has_no_feed(made, records):
    assert made(feed.outputs, {**records, "site": "title: 示例市"}) == {}


def test_long_list_of_news_goes_on(pages, records):
    more = {f"news/2024-01-01-n{number}": item(f"第{number}条", "2024-01-01") for number in range(199)}
    found = pages(news.outputs, {**records, **more})
    assert "news/index/2.html" in found
    assert "../../news/n99.html" in found["news/index/2.html"].targets


def test_english_words_are_complete(pages, records):
    assert pages(news.outputs, records, language="en")

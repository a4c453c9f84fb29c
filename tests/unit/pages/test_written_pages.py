from memberstudios.pages import not_found, sources_list, text

ABOUT = (
    "---\ntitle: 委员是谁\nsummary: 什么人\norder: 1\n---\n## 一\n\n甲\n\n## 二\n\n乙\n\n## 三\n\n丙\n\n## 四\n\n丁\n"
)
STUDIOS = "- {id: a, name: 甲工作室, division: east, sources: [s]}"
SOURCES = """
- {id: s, title: 报道, title_supplied: yes, publisher: 示例日报, not_before: 2024-07, note: 不公开的话}
- {id: map, title: 地名库, publisher: 某测绘社, url: 'https://example.org/places', accessed: 2026-11-22}
"""
DIVISIONS = "- {id: east, name: 城东区, center: {lat: 30, lng: 110, precision: county, source: map}}"
RECORDS = {"studios": STUDIOS, "sources": SOURCES, "divisions": DIVISIONS}


def test_long_page_begins_with_its_headings(pages):
    found = pages(text.outputs, {"studios": "[]", "pages/about": ABOUT})["pages/about.html"]
    assert sum(target.startswith("#") for target in found.targets) >= 5
    assert {target[1:] for target in found.targets if target.startswith("#")} <= found.ids


def test_source_says_how_old_it_is_and_what_was_taken(pages):
    found = pages(sources_list.outputs, RECORDS)["pages/sources.html"]
    for words in ("示例日报", "没有注明日期，不早于2024年7月。", "1 个工作室", "1 个位置", "（标题为本站所拟）"):
        assert words in found.text
    assert "不公开的话" not in found.text
    assert {"../studios/a.html", "https://example.org/places"} <= set(found.targets)
    assert {"s", "map"} <= found.ids


def test_source_is_shown_with_the_id_that_downloads_name_it_by(pages):
    text = pages(
        sources_list.outputs,
        {
            "studios": STUDIOS.replace("division: east, ", "").replace("[s]", "[daily-2024]"),
            "sources": "- {id: daily-2024, title: 报道}",
        },
    )
    assert "daily-2024" in text["pages/sources.html"].text


def test_written_page_of_that_name_stands_instead(pages):
    records = {**RECORDS, "pages/sources": ABOUT}
    assert pages(sources_list.outputs, records) == {}


def test_page_for_lost_addresses_works_at_any_depth(pages):
    site = "title: 示例市\nbase_url: https://example.org/studios"
    found = pages(not_found.outputs, {"studios": "[]", "site": site})["404.html"]
    own = [target for target in found.targets if not target.startswith(("https://", "#"))]
    assert own
    assert all(target.startswith("/studios/") for target in own)


def test_page_for_lost_addresses_assumes_the_hosts_root(pages):
    found = pages(not_found.outputs, {"studios": "[]"})["404.html"]
    assert "/find.html" in found.targets


def test_english_words_are_complete(pages):
    for outputs in (text.outputs, sources_list.outputs, not_found.outputs):
        assert pages(outputs, {**RECORDS, "pages/about": ABOUT}, language="en")

from memberstudios.pages import matter, sector, studios

DIVISIONS = "- {id: east, name: 城东区, level: county}\n- {id: west, name: 城西区, level: county}"
STUDIOS = """
- {id: a, name: 甲工作室, division: east, sectors: [city-law], services: {name: 讲法律, matter: law, summary: 周三有律师}}
- {id: b, name: 乙工作室, division: west}
- {id: c, name: 丙工作室}
"""
RECORDS = {
    "divisions": DIVISIONS,
    "studios": STUDIOS,
    "organizations": "- {id: city, name: 示例市政协, kind: committee}",
    "sectors": "- {id: city-law, name: 法律界, committee: city}\n- {id: loose, name: 经济界}",
    "matters": "- {id: law, name: 法律咨询, words: [打官司, 借条]}\n- {id: roads, name: 出行和道路}",
    "topics": "- {id: t, title: 借条写不清, matter: law, state: resolved, result: 发了范本。}",
}


def test_all_studios_stand_under_their_area_and_the_rest_last(pages):
    text = pages(studios.outputs, RECORDS)["studios/index.html"].text
    order = [text.index(name) for name in ("城东区", "甲工作室", "城西区", "乙工作室", "其他工作室", "丙工作室")]
    assert order == sorted(order)


def test_long_directory_shows_areas_with_counts(pages):
    many = "\n".join(f"- {{id: s{number}, name: 第{number}工作室, division: east}}" for number in range(201))
    found = pages(studios.outputs, {"divisions": DIVISIONS, "studios": many})
    assert list(found) == ["studios/index.html"]
    assert "城东区 201 个" in found["studios/index.html"].text
    assert "第7工作室" not in found["studios/index.html"].text


def test_sectors_stand_under_their_committee(pages):
    text = pages(sector.outputs, RECORDS)["sectors/index.html"].text
    order = [text.index(name) for name in ("示例市政协", "法律界", "没有写明是哪一级政协", "经济界")]
    assert order == sorted(order)


def test_sector_names_its_committee_and_its_studios(pages):
    found = pages(sector.outputs, RECORDS)["sectors/city-law.html"]
    assert "示例市政协法律界的委员工作室" in found.text
    assert {"../organizations/city.html", "../studios/a.html"} <= set(found.targets)


def test_matter_says_who_offers_what_and_what_came_of_it(pages):
    found = pages(matter.outputs, RECORDS)["matters/law.html"]
    assert "大家也叫它：打官司、借条" in found.text
    assert "讲法律：周三有律师" in found.text
    assert "发了范本。" in found.text
    assert "../studios/a.html" in found.targets


def test_matter_that_nobody_deals_with_says_so(pages):
    assert "还没有工作室写明管这样的事" in pages(matter.outputs, RECORDS)["matters/roads.html"].text


def test_directory_without_sectors_or_matters_has_no_such_pages(pages):
    assert pages(sector.outputs, {"studios": "- {id: c, name: 丙工作室}"}) == {}
    assert pages(matter.outputs, {"studios": "- {id: c, name: 丙工作室}"}) == {}


def test_english_words_are_complete(pages):
    for outputs in (studios.outputs, sector.outputs, matter.outputs):
        assert pages(outputs, RECORDS, language="en")

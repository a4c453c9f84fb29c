from memberstudios.pages import home

DIVISIONS = """
- {id: '430000', name: 湖南省, level: province}
- {id: '430500', name: 邵阳市, level: city, parent: '430000'}
- {id: '340000', name: 安徽省, level: province}
- {id: '341700', name: 池州市, level: city, parent: '340000'}
- {id: '341702', name: 贵池区, level: county, parent: '341700'}
"""
STUDIOS = """
- {id: a, name: 甲工作室, division: '430500', sources: [s]}
- {id: b, name: 乙工作室, division: '341702', sources: [s]}
- {id: c, name: 丙工作室, division: '341702', sources: [s]}
"""
SOURCES = "- {id: s, title: 报道, publisher: 示例日报, date: 2023-06-04}"
REPORTED = {"divisions": DIVISIONS, "studios": STUDIOS, "sources": SOURCES}
RICH = """
- id: a
  name: 甲工作室
  division: '430500'
  address: 柳荫路12号
  phone: 0000-5550100
  duty: {id: weekly, starts: 2026-01-07, freq: weekly, by_day: WE, opens_at: 09:00, closes_at: 11:30}
  services: {name: 法律咨询, matter: law}
"""


def text(pages, records, **options):
    return pages(home.outputs, records, **options)["index.html"].text


def test_sentence_counts_places_and_studios(pages):
    assert "收录 2 个地方、3 个委员工作室（站）。每条都写明出处。" in text(pages, REPORTED)


def test_place_is_named_from_the_province_down_to_where_studios_are(pages):
    found = text(pages, REPORTED)
    assert found.index("安徽省 · 池州市贵池区") < found.index("湖南省 · 邵阳市")


def test_what_no_report_says_is_said_once(pages):
    assert text(pages, REPORTED).count("报道里没有写值班时间、电话和门牌号") == 1


def test_rich_records_show_when_members_are_there_and_no_gap(pages):
    records = {"divisions": DIVISIONS, "studios": RICH, "matters": "- {id: law, name: 法律咨询}"}
    found = text(pages, records)
    assert "每周三 9:00 至 11:30" in found
    assert "其中 1 个写明了委员值班的时间" in found
    assert "这里还查不到什么" not in found


def test_matter_leads_to_its_page(pages):
    records = {"divisions": DIVISIONS, "studios": RICH, "matters": "- {id: law, name: 法律咨询}"}
    assert "matters/law.html" in pages(home.outputs, records)["index.html"].targets


def test_district_of_one_city_is_a_place(pages):
    divisions = "- {id: '430500', name: 邵阳市, level: city}\n- {id: '430502', name: 双清区, parent: '430500'}"
    studios = "- {id: a, name: 甲工作室, division: '430502'}"
    found = pages(home.outputs, {"divisions": divisions, "studios": studios})["index.html"]
    assert "areas/430502.html" in found.targets


def test_report_of_more_studios_is_shown_beside_those_that_are_named(pages):
    figures = "- {id: f, division: '430500', measure: studios, quantity: {value: 77, raw: 77个}, as_of: 2019-12-29, sources: [s]}"
    found = text(pages, {**REPORTED, "figures": figures})
    assert "77个" in found
    assert "示例日报，2019年12月29日" in found
    committee = "- {id: c, name: 邵阳市政协, kind: committee, division: '430500', records: complete}"
    assert "77个" not in text(pages, {**REPORTED, "figures": figures, "organizations": committee})


def test_report_of_no_more_studios_than_are_named_is_no_total_above_them(pages):
    start = "- {id: f, division: '341702', measure: studios, sources: [s], quantity: "
    assert "报道里的总数" in text(pages, {**REPORTED, "figures": start + "{value: 2, bound: over, raw: 2余个}}"})
    assert "报道里的总数" not in text(pages, {**REPORTED, "figures": start + "{value: 1, bound: over, raw: 1余个}}"})


def test_total_is_shown_with_its_remark(pages):
    figures = (
        "- {id: f, division: '430500', measure: studios, quantity: {value: 8}, remark: 和别处对不上, sources: [s]}"
    )
    assert "示例日报。注意：和别处对不上" in text(pages, {**REPORTED, "figures": figures})


def test_help_in_an_emergency_can_be_called(pages):
    site = "title: 示例市\nother_help: {label: 报警, phone: 110, when: 有人身危险的时候}"
    assert "tel:110" in pages(home.outputs, {**REPORTED, "site": site})["index.html"].targets


def test_page_of_an_empty_directory_still_stands(pages):
    assert "收录 0 个委员工作室（站）。" in text(pages, {"studios": "[]"})


def test_english_words_are_complete(pages):
    assert "3 studios in 2 places." in text(pages, REPORTED, language="en")

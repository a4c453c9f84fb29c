from memberstudios.pages import area

DIVISIONS = """
- {id: '610000', name: 陕西省, level: province}
- {id: '611000', name: 商洛市, level: city, parent: '610000'}
- {id: '611002', name: 商州区, level: county, parent: '611000'}
- {id: '611021', name: 洛南县, level: county, parent: '611000'}
"""
STUDIOS = """
- {id: a, name: 甲工作室, division: '611000'}
- {id: b, name: 乙工作室, division: '611002', serves: ['611021']}
- {id: c, name: 丙工作室, division: '611002', valid_to: 2025}
"""
FIGURES = """
- {id: f, division: '611000', measure: studios, quantity: {value: 92, raw: 92个}, remark: 另有一数对不上, sources: [s]}
"""
SOURCES = "- {id: s, title: 报道, publisher: 各界新闻网, date: 2023-06-04}"
RECORDS = {"divisions": DIVISIONS, "studios": STUDIOS, "figures": FIGURES, "sources": SOURCES}


def many(count, division="'611002'"):
    return "\n".join(f"- {{id: s{number}, name: 第{number}工作室, division: {division}}}" for number in range(count))


def test_counts_come_from_below_and_leave_out_what_ended(pages):
    found = pages(area.outputs, RECORDS)
    assert "陕西省，收录 2 个委员工作室（站）。" in found["areas/610000.html"].text
    assert "陕西省商洛市商州区，收录 1 个委员工作室（站）。" in found["areas/611002.html"].text
    assert "丙工作室" not in found["areas/611002.html"].text


def test_report_of_more_does_not_contradict_records_that_name_some(pages):
    found = pages(area.outputs, RECORDS)["areas/611000.html"].text
    assert "92个" in found
    assert "这里收录的 2 个比报道里写的总数少，并不矛盾" in found
    assert "另有一数对不上" in found


def test_report_that_is_not_of_more_is_no_total_above(pages):
    for quantity in ("value: 1, bound: over, raw: 1余个", "value: 2, raw: 2个", "value: 3, bound: near, raw: 近3个"):
        figures = FIGURES.replace("value: 92, raw: 92个", quantity)
        assert "总数少" not in pages(area.outputs, {**RECORDS, "figures": figures})["areas/611000.html"].text


def test_studio_elsewhere_that_serves_the_area_is_named(pages):
    found = pages(area.outputs, RECORDS)["areas/611021.html"].text
    assert "还没有收录到委员工作室" in found
    assert found.index("设在别处、也服务这里的工作室") < found.index("乙工作室")


def test_way_from_the_top_leads_to_the_areas_above(pages):
    found = pages(area.outputs, RECORDS)["areas/611002.html"].targets
    assert {"../areas/index.html", "../areas/610000.html", "../areas/611000.html"} <= set(found)


def test_tree_holds_every_area(pages):
    found = pages(area.outputs, RECORDS)["areas/index.html"]
    assert {f"../areas/{id_}.html" for id_ in ("610000", "611000", "611002", "611021")} <= set(found.targets)


def test_long_list_goes_on_page_by_page(pages):
    found = pages(area.outputs, {"divisions": DIVISIONS, "studios": many(450)})
    assert {"areas/611002.html", "areas/611002/2.html", "areas/611002/3.html"} <= set(found)
    assert "areas/611002/4.html" not in found
    assert "../../studios/s449.html" in found["areas/611002/3.html"].targets
    assert "../../areas/611002/2.html" in found["areas/611002/3.html"].targets


def test_area_above_a_long_list_names_areas_and_only_its_own_studios(pages):
    studios = many(250) + "\n- {id: own, name: 市本级工作室, division: '611000'}"
    found = pages(area.outputs, {"divisions": DIVISIONS, "studios": studios})
    assert "areas/611000/2.html" not in found
    text = found["areas/611000.html"].text
    assert "商州区 250 个" in text
    assert "市本级工作室" in text
    assert "第7工作室" not in text


def test_two_hundred_stand_on_one_page(pages):
    found = pages(area.outputs, {"divisions": DIVISIONS, "studios": many(200)})
    assert "areas/611002/2.html" not in found
    assert "../studios/s199.html" in found["areas/610000.html"].targets

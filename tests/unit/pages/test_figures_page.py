import re
from xml.etree import ElementTree as ET

import pytest

from memberstudios.pages import area, figures
from tests.tables import tables

DIVISIONS = """
- {id: '610000', name: 陕西省, level: province}
- {id: '611000', name: 商洛市, level: city, parent: '610000'}
- {id: '230902', name: 新兴区, level: county}
"""
ORGANIZATIONS = "- {id: body, name: 商洛市政协, kind: committee, division: '611000', records: complete}"
STUDIOS = """
- {id: a, name: 甲工作室, division: '611000', owner: body}
- {id: b, name: 乙工作室, division: '611000', owner: body}
"""
SOURCES = "- {id: s, title: 报道, publisher: 各界新闻网, date: 2023-06-04}"
BASE = {"divisions": DIVISIONS, "organizations": ORGANIZATIONS, "studios": STUDIOS, "sources": SOURCES}


def figure(id_, quantity, rest="division: '611000', measure: studios"):
    return f"- {{id: {id_}, {rest}, quantity: {{{quantity}}}, sources: [s]}}\n"


def entry(html, id_):
    """What the entry of a figure says."""
    inner = html.split(f'id="{id_}">')[1].split('<div class="reported-figure')[0]
    return " ".join(re.sub(r"<[^>]+>", " ", inner).split())


def page(made, figures_, **records):
    return made(figures.outputs, {**BASE, "figures": figures_, **records})["figures.html"].decode()


def test_number_over_300_is_never_300(made):
    found = entry(page(made, figure("f", "value: 300, bound: over, unit: 人次, raw: 300余人次")), "f")
    assert "300余人次" in found
    assert "表示超过300人次，不是正好300人次" in found


def test_complete_records_tell_the_difference_and_for_when_the_report_speaks(made):
    text = figure("f", "value: 5, unit: 个", "division: '611000', measure: studios, as_of: 2023-06-04")
    found = entry(page(made, text), "f")
    assert "不含工作站、联系站、联系点，也不含在建的。比报道少 3 个。报道说的是截至2023年6月4日" in found


def test_partial_records_never_tell_a_difference(made):
    partial = ORGANIZATIONS.replace("complete", "partial")
    found = entry(page(made, figure("f", "value: 92, unit: 个"), organizations=partial), "f")
    assert (
        "现在收录正在接待或暂停接待的工作室 2 个，不含工作站、联系站、联系点，也不含在建的。这里只收录了其中一部分"
        in found
    )
    assert "比报道" not in found


def test_partial_records_that_are_not_fewer_do_not_call_themselves_a_part(made):
    partial = ORGANIZATIONS.replace("complete", "partial")
    for number in ("value: 1, bound: over", "value: 2", "value: 3, bound: about"):
        assert "其中一部分" not in entry(page(made, figure("f", number), organizations=partial), "f")
    assert "其中一部分" in entry(page(made, figure("f", "value: 2, bound: over"), organizations=partial), "f")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("studios", "工作室 2，不含工作站"),
        ("stations", "工作站 1，不含工作室"),
        ("contact-points", "联系点 1，不含工作室"),
        ("studios-building", "在建的 1，各种形式都算"),
    ],
)
def test_what_is_counted_is_said_where_it_stands(made, measure, said):
    more = (
        STUDIOS
        + """
- {id: c, name: 丙工作站, form: work-station, division: '611000'}
- {id: d, name: 丁联系点, form: contact-point, division: '611000'}
- {id: e, name: 戊工作室, status: building, division: '611000'}
"""
    )
    text = figure("f", "value: 9", f"division: '611000', measure: {measure}")
    assert said in entry(page(made, text, studios=more), "f")


def test_every_counted_number_leads_to_its_records(made):
    for count in (116, 250):
        many = "".join(f"- {{id: s{n}, name: 第{n}工作室, division: '611000'}}\n" for n in range(count))
        html = page(made, figure("f", "value: 300"), studios=many)
        assert ('href="studios/s100.html"' in html) == (count == 116)
        assert ('<a href="areas/611000.html">在另一页上' in html) == (count == 250)


def test_counted_members_lead_to_their_studios(made):
    studios = STUDIOS.replace("owner: body}", "owner: body, members: {member: m, from: 2020}}", 1)
    rest = "division: '611000', measure: members"
    html = page(made, figure("f", "value: 1", rest), studios=studios, members="- {id: m, name: 某人, consent: no}")
    assert '<a href="areas/611000.html">委员记在各个工作室的页面上' in html
    assert "某人" not in html


def test_rough_number_has_no_difference(made):
    found = entry(page(made, figure("f", "value: 5, bound: near")), "f")
    assert "报道写的不是准数" in found
    assert "比报道" not in found


def test_period_in_the_words_of_the_source_alone_cannot_be_compared(made):
    rest = "division: '611000', measure: activities, period: {raw: 半年来}, as_of: 2023-06-04"
    found = entry(page(made, figure("f", "value: 6", rest)), "f")
    assert "时段只写了“半年来”" in found
    assert "已经开展" not in found


def test_record_without_a_full_date_is_left_out_said_and_stops_a_difference(made):
    activities = """
- {id: in, title: 座谈一, date: 2023-03-01, studios: [a]}
- {id: year, title: 座谈二, date: 2023, studios: [a]}
- {id: none, title: 座谈三, studios: [b]}
- {id: out, title: 座谈四, date: 2022-03-01, studios: [b]}
"""
    rest = "division: '611000', measure: activities, period: {from: 2023-01, to: 2023-06}"
    html = page(made, figure("f", "value: 6, unit: 次", rest), activities=activities)
    found = entry(html, "f")
    assert "收录这段时间已经开展的活动 1 次，分几天的按第一天算。另有 2 条日期不全，没有算进去" in found
    assert "比报道" not in found
    assert "座谈一" in found
    assert 'href="activities/in.html"' in html


def parts(last):
    numbers = {"x1": 36, "x2": 42, "x3": 7, "x4": last}
    total = "division: '611000', measure: studios, parts: [x1, x2, x3, x4]"
    one = "division: '611000', measure: other, label: 部分"
    return figure("all", "value: 92", total) + "".join(
        figure(id_, f"value: {value}", one + id_) for id_, value in numbers.items()
    )


def test_parts_that_add_up_say_so(made):
    assert "36＋42＋7＋7＝92，与总数一致" in entry(page(made, parts(7)), "all")


def test_parts_that_do_not_add_up_are_flagged_and_nothing_is_changed(made):
    html = page(made, parts(9))
    found = entry(html, "all")
    assert found.startswith("委员工作室 92")
    assert "36＋42＋7＋9＝94，总数写的是92，多出2，照原文收录" in found
    assert 'class="reported-differs"' in html


def test_parts_that_are_not_exact_are_not_added(made):
    text = parts(7).replace("value: 42", "value: 42, bound: over")
    assert "不能相加核对" in entry(page(made, text), "all")


def test_parts_are_drawn_only_where_every_one_is_exact(made):
    assert "parts-of-all" in page(made, parts(7))
    for bound in ("over", "near", "about"):
        text = parts(7).replace("value: 42", f"value: 42, bound: {bound}")
        assert "parts-of-all" not in page(made, text)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("{from: 2020, raw: 去年以来}", "去年以来（2020年起）"),
        ("{raw: 半年来}", "半年来"),
        ("{from: 2023-01, to: 2023-06, raw: 上半年}", "上半年（2023年1月至2023年6月）"),
    ],
)
def test_period_in_the_words_of_the_source_has_its_dates_beside(made, period, said):
    text = figure("f", "value: 6", f"division: '611000', measure: receptions, period: {period}, as_of: 2023-06-30")
    assert f"时段 {said} 截至" in entry(page(made, text), "f")


def test_parts_lead_to_their_total(made):
    html = page(made, parts(7))
    assert "包含在 委员工作室" in entry(html, "x1")
    assert 'href="figures.html#all"' in html


def test_numbers_that_cannot_be_reconciled_say_so_here_and_at_the_area(made):
    text = "- {id: f, division: '230902', measure: other, label: 工作站, quantity: {value: 10}, remark: 1、8、10对不上, sources: [s]}"
    assert "注意：1、8、10对不上" in entry(page(made, text), "f")
    found = made(area.outputs, {**BASE, "figures": text})["areas/230902.html"].decode()
    assert "1、8、10对不上" in found
    assert 'href="../figures.html#f"' in found


def test_source_leads_to_its_entry(made):
    assert 'href="pages/sources.html#s"' in page(made, figure("f", "value: 1"))


def test_source_leads_to_the_report_where_people_wrote_their_own_page_of_sources(made):
    source = "- {id: s, title: 报道, publisher: 网, url: https://example.org/r}"
    found = page(made, figure("f", "value: 1"), sources=source, **{"pages/sources": "---\ntitle: 来源\n---\n文字\n"})
    assert 'href="https://example.org/r"' in found


def test_figures_stand_by_area_then_organizations_then_studios(made):
    text = figure("of-studio", "value: 1", "studio: a, measure: members")
    text += figure("of-north", "value: 1", "division: '230902', measure: studios")
    text += figure("of-body", "value: 1", "organization: body, measure: studios")
    text += figure("of-city", "value: 1")
    html = page(made, text)
    order = [html.index(f'id="{id_}"') for id_ in ("of-city", "of-body", "of-studio", "of-north")]
    assert order == sorted(order)


def test_long_list_goes_on_and_every_link_finds_its_figure(made):
    text = "".join(figure(f"f{number}", f"value: {number}") for number in range(430))
    found = made(figures.outputs, {**BASE, "figures": text})
    assert set(found) == {"figures.html", "figures/2.html", "figures/3.html"}
    links = made(area.outputs, {**BASE, "figures": text})["areas/611000.html"].decode()
    for target in re.findall(r'href="\.\./(figures[^"]*#[^"]*)"', links):
        path, anchor = target.split("#")
        assert f'id="{anchor}"' in found[path].decode()


def test_page_without_any_figure_counts_what_is_here(made):
    assert "各地收录的委员工作室" in made(figures.outputs, BASE)["figures.html"].decode()


@pytest.fixture
def drawn(made):
    """A page with every chart that it can have."""
    return page(
        made,
        parts(7),
        activities="- {id: one, title: 座谈, date: 2023-03-01, studios: [a]}\n- {id: two, title: 座谈, studios: [a]}",
        topics="- {id: t, title: 事, state: raised, studios: [a]}",
    )


def test_every_chart_is_an_image_with_title_and_description_of_its_own(drawn):
    images = re.findall(r"<svg class=\"chart-image\".*?</svg>", drawn, re.DOTALL)
    assert len(images) == 6
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    for image in images:
        svg = ET.fromstring(image)
        assert svg.get("role") == "img"
        title, description = svg.findall("title") + svg.findall("desc")
        assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text
        assert "style" not in image.split(">")[0]


def test_every_chart_has_the_same_numbers_in_words_and_in_a_table(drawn):
    for figure_ in re.findall(r"<figure class=\"chart\">.*?</figure>", drawn, re.DOTALL):
        svg = ET.fromstring(re.findall(r"<svg.*</svg>", figure_, re.DOTALL)[0])
        said = svg.findtext("desc", "")
        (table,) = tables(figure_)
        rows = {row[0].text: re.sub(r"\D", "", row[1].text) for row in table.rows}
        labels = [text.text for text in svg.findall("text")]
        for name, number in rows.items():
            if name != "没有写明日期":
                assert f"{name} {number}" in said
                assert name in labels
                assert number in labels
        assert len(svg.findall("rect")) == len([name for name in rows if name != "没有写明日期"])


def test_activities_without_a_date_stand_in_the_table_of_years(drawn):
    table = next(table for table in tables(drawn) if table.caption == "开展过的活动，按年")
    assert [[cell.text for cell in row] for row in table.rows] == [["2023", "1"], ["没有写明日期", "1"]]

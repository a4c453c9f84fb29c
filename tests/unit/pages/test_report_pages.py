import posixpath
import re
from functools import cache
from itertools import pairwise

import pytest

from memberstudios.pages import not_found, report
from tests import tables as reading

tables = cache(reading.tables)

DIVISIONS = """
- {id: city, name: 商洛市, level: city}
- {id: county, name: 商州区, level: county, parent: city}
- {id: town, name: 某镇, level: town, parent: county}
"""
ORGANIZATIONS = """
- {id: of-city, name: 商洛市政协, kind: committee, division: city, records: complete}
- {id: of-county, name: 商州区政协, kind: committee, division: county, records: partial}
"""
STUDIOS = """
- {id: a, name: 甲工作室, division: city, established: 2025-05}
- {id: b, name: 乙工作室, division: town, unveiled: 2026-02-03}
- {id: c, name: 丙工作室, division: county, status: closed, closed_on: 2026-04-01, valid_to: 2026-04-01}
"""
ACTIVITIES = """
- {id: one, title: 座谈一, date: 2026-03-01, kind: consultation, studios: [a], sources: [s]}
- {id: two, title: 座谈二, date: 2026-03, kind: consultation, studios: [b]}
- {id: three, title: 走访, date: 2026-08-15, kind: survey, studios: [a, b]}
- {id: four, title: 全年的事, date: 2026, studios: [b]}
- {id: five, title: 去年的事, date: 2025-07-01, kind: reading, studios: [b]}
- {id: six, title: 没有日期, studios: [b]}
- {id: seven, title: 还没开始, date: 2026-12-20, state: planned, studios: [b]}
- {id: eight, title: 市里的培训, date: 2026-05-05, kind: training, organizers: [of-city]}
"""
TOPICS = """
- id: lift
  title: 装电梯
  origin: public
  raised_on: 2025-12-30
  studios: [b]
  state: resolved
  steps: [{date: 2026-05-06, state: resolved}]
  result: 三栋楼装上了电梯。
- {id: bus, title: 公交线, origin: member, raised_on: 2026-02-01, studios: [a], state: accepted}
- id: river
  title: 河边噪音
  raised_on: 2026-02-02
  studios: [b]
  state: proposed
  proposal: {title: 提案, filed_on: 2026-03-03, case_opened: 2026-04-04}
"""
FIGURES = """
- {id: f, division: city, measure: activities, quantity: {value: 20, bound: over, raw: 20余场}, as_of: 2026-06-01, sources: [s]}
- {id: g, studio: b, measure: receptions, quantity: {value: 6}, period: {from: 2026-01, to: 2026-03}, sources: [s]}
- {id: h, division: city, measure: activities, quantity: {value: 99}, as_of: 2024, sources: [s]}
"""
RECORDS = {
    "divisions": DIVISIONS,
    "organizations": ORGANIZATIONS,
    "studios": STUDIOS,
    "activities": ACTIVITIES,
    "topics": TOPICS,
    "figures": FIGURES,
    "sources": "- {id: s, title: 报道, publisher: 各界新闻网, date: 2026-06-04}",
}
CITY = "reports/2026/city.html"


@pytest.fixture
def found(made):
    return {path: data.decode() for path, data in made(report.outputs, RECORDS).items()}


def summary(html):
    """The first words of each row of the summary, with both numbers and the change."""
    (table,) = (table for table in tables(html) if table.id == "summary")
    return {re.split("在这一年|已经开展|由反映", row[0].text)[0]: [cell.text for cell in row[1:]] for row in table.rows}


def test_there_is_a_report_of_each_year_with_records_and_area_with_a_committee(found):
    assert set(found) == {
        "reports/index.html",
        *(f"reports/{year}/{area}.html" for year in (2025, 2026) for area in ("city", "county")),
        "reports/2024/city.html",  # a figure as of 2024
    }


def test_report_counts_the_area_and_all_below_it_once(found):
    assert summary(found[CITY]) == {
        "开展的活动": ["5", "1", "多 4"],
        "反映的事": ["2", "1", "多 1"],
        "写成的提案": ["1", "0", "多 1"],
        "立案的提案": ["1", "0", "多 1"],
        "答复的提案": ["0", "0", "一样"],
        "解决了的事": ["1", "0", "多 1"],
        "成立的工作室": ["1", "1", "一样"],
        "停办的工作室": ["1", "0", "多 1"],
    }
    assert summary(found["reports/2026/county.html"])["开展的活动"] == ["3", "1", "多 2"]


def test_activity_of_a_committee_without_a_studio_belongs_to_its_area_alone(found):
    assert "市里的培训" in found[CITY]
    assert "市里的培训" not in found["reports/2026/county.html"]


def test_every_measure_says_what_it_counts(found):
    (table,) = (table for table in tables(found[CITY]) if table.id == "summary")
    assert all(re.search("。$", row[0].text) for row in table.rows)


def numbers_and_records(found, path):
    """Every linked number of a report, and how many records stand where it leads."""
    for table in tables(found[path]):
        if table.id == "reported" or len(table.head) != 4 or table.head[-1].text != "增减":
            continue
        for row in table.rows:
            for cell in row[1:]:
                if cell.href:
                    yield (
                        int(cell.text.replace(",", "")),
                        records_at(found, posixpath.normpath(posixpath.join(posixpath.dirname(path), cell.href))),
                    )


def records_at(found, target):
    """The records below an anchor: of a table all, of a body those under its heading, on further pages as well."""
    start, anchor = target.split("#")
    pages = [start]
    while (following := next_page(pages[-1])) in found:
        pages.append(following)
    rows = []
    title: tuple[str, str | None] | None = None
    for page in pages:
        for table in tables(found[page]):
            name = table.caption.removesuffix("（续）")
            if table.id == anchor or (title is not None and title == (name, None)):
                title = (name, None)
                rows += [row for row in table.rows if row[0].width == 1]
                continue
            for id_, body in table.bodies:
                heading = body[0][0].text if body and body[0][0].width > 1 else None
                if id_ == anchor or (heading is not None and title == (name, heading)):
                    title = (name, heading)
                    rows += body[1:]
    return len(rows)


def next_page(path):
    match = re.fullmatch(r"(.*)/(\d+)\.html", path)
    if match and match[1].count("/") > 1:
        return f"{match[1]}/{int(match[2]) + 1}.html"
    return f"{path.removesuffix('.html')}/2.html"


@pytest.mark.parametrize("path", [CITY, "reports/2025/city.html", "reports/2026/county.html"])
def test_every_number_leads_to_as_many_records(found, path):
    pairs = list(numbers_and_records(found, path))
    assert len(pairs) > 10
    assert all(number == records for number, records in pairs)


def test_long_lists_go_on_and_numbers_still_lead_to_all_records(made):
    activities = "\n".join(
        f"- {{id: a{number}, title: 第{number}次, date: 2026-{number % 7 + 1:02}-01, kind: survey, studios: [a]}}"
        for number in range(450)
    )
    found = {
        path: data.decode()
        for path, data in made(report.outputs, {**RECORDS, "activities": activities}).items()
        if "/city" in path
    }
    assert "reports/2026/city/5.html" in found
    pairs = list(numbers_and_records(found, CITY))
    assert (450, 450) in pairs
    assert all(number == records for number, records in pairs)


def test_parts_add_up_to_the_total_of_each_table(found):
    seen = 0
    for table in tables(found[CITY]):
        if table.rows[-1][0].text == "合计":
            seen += 1
            for column in (1, 2):
                *some, total = [int(row[column].text) for row in table.rows]
                assert sum(some) == total
    assert seen == 4


def test_year_that_is_not_over_says_how_far_its_records_reach_and_not_which_day_it_is(found):
    assert "2026年还没有完，收录到的记录最新是2026年8月15日的" in found[CITY]
    assert "2026年还没有完" not in found["reports/2025/city.html"]
    assert "11月25日" not in found[CITY]


def test_report_of_partial_records_says_so(found):
    assert "只收录了其中一部分" in found["reports/2026/county.html"]
    assert "只收录了其中一部分" not in found[CITY]


def test_what_has_no_date_is_said_to_be_in_no_year(found):
    assert "没有写日期的没有算进任何一年：开展的活动 1、成立的工作室 1。" in found[CITY]


def test_year_before_of_which_nothing_is_on_record_is_not_compared_and_every_table_says_so(found):
    html = found["reports/2025/city.html"]
    assert {change for *_, change in summary(html).values()} == {"—"}
    compared = [table for table in tables(html) if table.head[-1].text == "增减"]
    assert len(compared) > 2
    assert all("2024年没有收录到任何有日期的记录，不算增减" in table.caption for table in compared)
    assert "不算增减" not in found[CITY]


def test_studio_founded_alone_makes_a_report_of_its_year(made):
    studios = STUDIOS.replace("2025-05", "2023-05")
    found = made(report.outputs, {**RECORDS, "studios": studios})
    assert "reports/2023/city.html" in found
    assert "reports/2023/county.html" not in found


@pytest.mark.parametrize(
    "figure",
    [
        "division: city, as_of: 2019-12-29",
        "organization: of-city, period: {from: 2019-01, to: 2019-06}",
        "studio: a, as_of: 2019",
    ],
)
def test_reported_figure_alone_makes_a_report_of_its_year(made, figure):
    figures = f"- {{id: f, {figure}, measure: other, label: 数, quantity: {{value: 7}}, sources: [s]}}"
    (table,) = (
        table
        for table in tables(made(report.outputs, {**RECORDS, "figures": figures})["reports/2019/city.html"].decode())
        if table.id == "reported"
    )
    assert len(table.rows) == 1


def test_footer_leads_to_reports_exactly_where_there_are_some(made):
    bare = {
        "divisions": DIVISIONS,
        "organizations": ORGANIZATIONS,
        "studios": "- {id: a, name: 甲工作室, division: city}",
        "activities": "- {id: six, title: 没有日期, studios: [a]}",
    }
    dated = {**bare, "studios": "- {id: a, name: 甲工作室, division: city, established: 2020}"}
    later = {**bare, "activities": "- {id: a, title: 以后, date: 2027-01-02, state: planned, studios: [a]}"}
    for records, has in ((bare, False), (dated, True), (later, False)):
        assert ("reports/index.html" in made(report.outputs, records)) is has
        assert (b"reports/index.html" in made(not_found.outputs, records)["404.html"]) is has


def test_measure_of_which_nothing_is_dated_is_not_known_and_every_undated_record_is_said(made):
    records = {
        **RECORDS,
        "studios": "- {id: a, name: 甲工作室, division: city}\n- {id: b, name: 乙工作室, division: town, status: closed}",
        "activities": "- {id: one, title: 座谈, date: 2026-03-01, studios: [a]}",
        "topics": "- {id: t, title: 事, studios: [a], state: resolved, proposal: {title: 提案}}",
    }
    html = made(report.outputs, records)[CITY].decode()
    assert summary(html) == {
        "开展的活动": ["1", "0", "—"],
        "反映的事": ["不详", "不详", "—"],
        "写成的提案": ["不详", "不详", "—"],
        "立案的提案": ["不详", "不详", "—"],
        "答复的提案": ["不详", "不详", "—"],
        "解决了的事": ["不详", "不详", "—"],
        "成立的工作室": ["不详", "不详", "—"],
        "停办的工作室": ["不详", "不详", "—"],
    }
    assert "反映的事 1、写成的提案 1、解决了的事 1、成立的工作室 2、停办的工作室 1。" in html


def test_matter_that_became_a_proposal_without_a_record_of_it_is_an_undated_proposal(made):
    topics = TOPICS + "- {id: web, title: 网络作家, raised_on: 2026-02, studios: [a], state: proposed}"
    assert "写成的提案 1、" in made(report.outputs, {**RECORDS, "topics": topics})[CITY].decode()


def test_reported_figure_has_its_remark(made):
    figures = FIGURES.replace("as_of: 2026-06-01", "as_of: 2026-06-01, remark: 和别处对不上")
    assert "商洛市。注意：和别处对不上" in made(report.outputs, {**RECORDS, "figures": figures})[CITY].decode()


def test_results_are_told_with_links_to_their_topics(found):
    assert re.search(r'topics/lift\.html">装电梯</a>，2026年5月6日解决。三栋楼装上了电梯。', found[CITY])


def test_reported_figures_of_the_year_stand_apart_with_their_sources(found):
    (table,) = (table for table in tables(found[CITY]) if table.id == "reported")
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows == [
        ["开展活动商洛市", "20余场", "截至2026年6月1日", "各界新闻网，2026年6月4日"],
        ["接待群众乙工作室", "6", "2026年1月至2026年3月", "各界新闻网，2026年6月4日"],
    ]
    assert "不能相加" in found[CITY]


def test_planned_activity_of_the_future_makes_no_report(made):
    records = {
        **RECORDS,
        "activities": ACTIVITIES + "- {id: later, title: 以后, date: 2027-01-02, state: planned, studios: [a]}",
    }
    assert not any("2027" in path for path in made(report.outputs, records))


@pytest.mark.parametrize("path", [CITY, "reports/2026/county.html"])
def test_every_table_is_whole_when_it_is_pasted(found, path):
    """Rectangular, with a caption, heads in rows and columns, and no table inside another."""
    assert len(tables(found[path])) > 8
    for table in tables(found[path]):
        assert table.caption
        assert all(cell.tag == "th" and cell.scope == "col" and cell.text for cell in table.head)
        assert {sum(cell.width for cell in row) for row in table.rows} == {len(table.head)}
        assert all(row[0].tag == "th" and row[0].scope in ("row", "rowgroup") for row in table.rows)
        assert all(cell.text for row in table.rows for cell in row)
    assert "data-label" not in found[path]
    depth = [1 if tag == "<table" else -1 for tag in re.findall(r"<table|</table", found[path])]
    assert all(before != after for before, after in pairwise(depth))


def test_ids_of_a_page_are_its_own(found):
    for html in found.values():
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))


def test_index_leads_to_every_report(found):
    links = set(re.findall(r'href="\.\./(reports/\d+/[^"]+)"', found["reports/index.html"]))
    assert links == set(found) - {"reports/index.html"}


def test_directory_without_committees_has_no_reports(made):
    records = {**RECORDS, "organizations": ORGANIZATIONS.replace("committee", "government")}
    assert made(report.outputs, records) == {}


def test_report_reads_in_english_as_well(made):
    html = made(report.outputs, RECORDS, language="en")[CITY].decode()
    assert "its newest record is of" in html
    assert "+4" in html
    assert "08-15" in html

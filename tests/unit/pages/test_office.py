"""What the office is told, and the public is not."""

import csv
import io
import re

import pytest

from memberstudios.pages import office
from tests.unit.pages.test_coverage_pages import DIVISIONS, MEMBERS, ORGANIZATIONS, SECTORS, STUDIOS

SITE = "title: 示例名录\nreassure_after_days: 100\n"


@pytest.fixture
def told(made):
    """The rows of both tables, and the page."""

    def told(studios=STUDIOS, day="2026-11-25", records="complete", site=SITE, **more):
        organizations = ORGANIZATIONS.replace("RECORDS", records)
        files = {"site": site, "divisions": DIVISIONS, "sectors": SECTORS, "members": MEMBERS, "studios": studios}
        found = made(office.outputs, {**files, "organizations": organizations, **more}, day=day)
        assert set(found) == {"index.html", "gaps.csv", "attention.csv"}
        return rows(found["attention.csv"]), rows(found["gaps.csv"]), found["index.html"].decode()

    return told


def rows(data):
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def whats(found, id_):
    return [row["情况"] for row in found if row["编号"] == id_]


def test_every_gap_of_complete_records_is_named(told):
    _, gaps, page = told()
    found = [(row["类别"], row["编号"], row["名称"]) for row in gaps]
    assert found == [
        ("乡镇（街道）", "west", "甲县西镇"),
        ("乡镇（街道）", "zone", "甲县开发区"),
        ("界别", "art", "文艺界"),
        ("委员", "idle", "没有去处的委员"),
        ("委员", "quiet", "没同意也没去处的委员"),
        ("专委会", "culture", "文化委"),
    ]
    assert {row["政协编号"] for row in gaps} == {"committee"}
    assert "没同意也没去处的委员" in page


def test_partial_records_have_no_gaps(told):
    _, gaps, page = told(records="partial")
    assert gaps == []
    assert "甲县西镇" not in page
    assert page.count("所以不列缺口") == 2


def test_the_page_needs_no_other_file(told):
    page = told()[2]
    assert "<script" not in page
    assert "<link" not in page
    assert "src=" not in page
    assert set(re.findall(r'href="([^"]*)"', page)) == {"gaps.csv", "attention.csv"}


@pytest.mark.parametrize(
    ("assured", "is_due"),
    [("2026-08-17", False), ("2026-08-16", True), ("2026-08", False), ("2026-07", True), ("2025", True), ("", True)],
)
def test_a_studio_is_to_be_confirmed_after_so_many_days(told, assured, is_due):
    written = f", assured_date: {assured}" if assured else ""
    found, _, _ = told(f"- {{id: a, name: 甲工作室{written}}}\n")
    row = next((row for row in found if row["编号"] == "a" and "核实" in row["情况"]), None)
    assert (row is not None) is is_due
    if row is not None and len(assured) == 10:
        assert row["从何时起"] == assured


def test_an_open_studio_that_says_nothing_lacks_everything(told):
    found, _, _ = told("- {id: a, name: 甲工作室, assured_date: 2026-11-01}\n")
    lacking = ["没有电话，也没有别的联系办法", "没有写值班时间或开放时间", "没有写有哪些委员", "没有写位置"]
    assert whats(found, "a") == lacking
    assert {row["记录所在的文件"] for row in found} == {"data/studios.yaml"}


@pytest.mark.parametrize(
    ("field", "answered"),
    [
        ("phone: 0000-5550001", "没有电话，也没有别的联系办法"),
        ("owner: committee", "没有电话，也没有别的联系办法"),
        ("contact_text: 请到居委会打听", "没有电话，也没有别的联系办法"),
        ("duty_text: 逢集日", "没有写值班时间或开放时间"),
        ("hours: Mo-Fr 09:00-12:00", "没有写值班时间或开放时间"),
        ("members: [{member: shy}]", "没有写有哪些委员"),
        ("member_count: {value: 3}", "没有写有哪些委员"),
        ("location: {lat: 27, lng: 111}", "没有写位置"),
        ("form: online-studio", "没有写位置"),
    ],
)
def test_what_is_there_needs_no_attention(told, field, answered):
    organizations = ORGANIZATIONS.replace("records: RECORDS", "phone: 0000-5550100")
    studios = f"- {{id: a, name: 甲工作室, assured_date: 2026-11-01, {field}}}\n"
    found, _, _ = told(studios, organizations=organizations)
    assert len(whats(found, "a")) == 3
    assert answered not in whats(found, "a")


def test_seats_that_are_over_are_no_members(told):
    found, _, _ = told("- {id: a, name: 甲工作室, members: [{member: shy, to: 2025}]}\n")
    assert "没有写有哪些委员" in whats(found, "a")


@pytest.mark.parametrize("field", ["status: closed", "valid_to: 2025"])
def test_studios_that_are_over_need_nothing(told, field):
    assert whats(told(f"- {{id: a, name: 甲工作室, {field}}}\n")[0], "a") == []


def test_a_plan_whose_day_has_passed_is_told_from_the_next_day(told):
    more = {"activities": "- {id: x, title: 座谈会, state: planned, date: 2026-11-24, end_date: 2026-11-25}\n"}
    assert whats(told(day="2026-11-25", **more)[0], "x") == []
    assert whats(told(day="2026-11-26", **more)[0], "x") == ["日期已过，还写着“计划”"]


@pytest.mark.parametrize(
    ("topic", "is_due"),
    [
        ("raised_on: 2025-11-24", True),
        ("raised_on: 2025-11-25", False),
        ("raised_on: 2024, steps: [{state: accepted, date: 2026-01-01}]", False),
        ("raised_on: 2024, steps: [{state: resolved, date: 2024-02-01}]", False),
        ("raised_on: 2024, state: closed", False),
        ("state: raised", True),
    ],
)
def test_a_topic_that_stands_still_is_told(told, topic, is_due):
    found, _, _ = told(topics=f"- {{id: t, title: 加装电梯, {topic}}}\n")
    assert whats(found, "t") == (["一年多没有新进展"] if is_due else [])


def test_no_cell_runs_as_a_formula(told):
    found, _, _ = told("- {id: a, name: '=1+1'}\n")
    assert {row["名称"] for row in found if row["编号"] == "a"} == {"'=1+1"}


def test_the_page_shows_some_and_leads_to_the_tables(told, monkeypatch):
    monkeypatch.setattr(office, "_ROWS_SHOWN", 1)
    monkeypatch.setattr(office, "_GAPS_SHOWN", 1)
    page = told("- {id: a, name: 甲工作室}\n- {id: b, name: 乙工作室}\n")[2]
    assert "还有 1 项，见表格 attention.csv" in page
    assert "见表格 gaps.csv" in page
    assert "乙工作室" not in page

"""The poster for a door: two months of duty, what is cancelled struck out, and the way to the page."""

import re

import pytest

from memberstudios.pages import poster
from tests.unit.pages.test_duty_calendars import RECORDS


@pytest.fixture
def page(made):
    return made(poster.outputs, RECORDS)["print/a.html"].decode()


def test_it_shows_this_month_and_the_next(page):
    assert re.findall(r"<h2 id=\"m\d\">([^<]+)</h2>", page) == ["2026年11月", "2026年12月"]
    days = re.findall(r'<time datetime="(2026-\d\d-\d\d)"', page)
    assert days[0] == "2026-11-04"
    assert "2026-12-10" in days  # moved there
    assert not [day for day in days if day > "2026-12-31"]


def test_what_is_cancelled_stays_and_its_members_are_named_beside_the_studio(page):
    row = next(row for row in page.split("<tr") if "2026-12-02" in row)
    assert 'data-state="cancelled"' in row
    assert "取消，因为停电" in row
    assert "乙默" in page


def test_it_leads_to_the_page_and_is_not_found_by_search_engines(page):
    assert 'aria-label="二维码，打开 https://studios.example.org/studios/a.html"' in page
    assert "noindex" in page


def test_without_an_address_of_its_own_a_site_prints_no_code(made):
    page = made(poster.outputs, RECORDS | {"site": "title: 测试\n"})["print/a.html"].decode()
    assert "<svg viewBox" not in page.split("<article", 1)[1]


@pytest.mark.parametrize("status", ["suspended", "closed", "preparing"])
def test_nobody_is_invited_where_nobody_receives(made, status):
    records = RECORDS | {"studios": RECORDS["studios"].replace("status: open", f"status: {status}")}
    assert made(poster.outputs, records) == {}


def test_an_unknown_year_is_said_once_and_rows_name_no_year(made):
    page = made(poster.outputs, RECORDS, day="2026-12-10")["print/a.html"].decode()
    january = page.split("2027年1月</h2>")[1].split("</section>")[0]
    assert january.count("还没有公布") == 1
    assert "2027年1月6日" not in january
    assert ">1月6日（周三）</time>" in january


def test_what_changes_in_these_months_is_said(made):
    moved = "  changes: [{from: 2026-12-20, address: 新街9号}, {from: 2027-03-01, phone: 0000-5550199}]\n"
    records = RECORDS | {"studios": RECORDS["studios"].rstrip() + "\n  visit: appointment-required\n" + moved}
    page = made(poster.outputs, records)["print/a.html"].decode()
    assert "2026年12月20日起有变动：地址改为：东区新街9号" in page
    assert "0000-5550199" not in page
    assert "须先预约" in page

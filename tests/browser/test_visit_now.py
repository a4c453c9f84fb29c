"""What is said at each hour, in the browser: the same table as tests/unit/pages/test_visit_now.py."""

import io
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.sites import ROOT, build
from tests.visit_now import CASES

pytestmark = pytest.mark.browser

SITE = "title: 示例名录\nfictional: yes\nbase_url: https://studios.example.org/\n"
STUDIOS = """
- id: east
  name: 东街委员工作室
  status: open
  address: 东街1号
  phone: 0000-5550101
  members: [{member: a}, {member: b}]
  duty:
    - id: weekly
      starts: 2026-01-07
      freq: weekly
      by_day: [WE]
      opens_at: 09:00
      closes_at: 11:30
      on_holiday: shift_next_workday
      rotation: {members: [a, b]}
      exceptions:
        - {announced: 2026-11-20, date: 2026-12-09, action: move, to: 2026-12-10, reason: 会议}
        - {announced: 2026-11-20, date: 2026-12-16, action: cancel, reason: 停电}
"""
CROWDED = """
- id: daily
  name: 每天都有委员的很长很长名字的街道社区委员工作室
  status: open
  address: 东街社区党群服务中心二楼东侧第三间办公室
  phone: [0000-5550101, 0000-5550102]
  hours: Mo-Fr 09:00-12:00,14:30-17:30; Sa 09:00-12:00
  services:
    - {name: 家门口的事}
    - {name: 上学的事}
    - {name: 看病的事}
    - {name: 养老的事}
    - {name: 就业和创业的事}
    - {name: 物业和停车的事}
  members: [{member: a}, {member: b}, {member: c}]
  duty:
    - id: daily
      starts: 2026-01-05
      freq: weekly
      by_day: [MO, TU, WE, TH, FR, SA]
      opens_at: 09:00
      closes_at: 11:30
      rotation: {members: [a, b, c], per_session: 3}
"""
MEMBERS = "- {id: c, name: 丙某某}\n- {id: a, name: 甲某}\n- {id: b, name: 乙某}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a built site with one studio and its duty."""
    root = tmp_path_factory.mktemp("duty")
    (root / "data").mkdir()
    for name, text in (("site", SITE), ("studios", STUDIOS + CROWDED), ("members", MEMBERS)):
        (root / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return serve(build(root, root / "site"))


def test_the_browser_says_what_the_table_says(page: Page, site: str) -> None:
    page.goto(site + "studios/east.html")
    asked = [[asdict(case.page), *case.at.split(" ")] for case in CASES]
    told = page.evaluate(
        """async (cases) => {
          const { visitNow } = await import('/assets/js/visit.js');
          return JSON.parse(cases).map(([page, day, time]) => visitNow(page, { day, time }));
        }""",
        json.dumps(asked, ensure_ascii=False),
    )
    said = {case.name: case.said for case in CASES}
    assert {case.name: (one["state"], one["title"], one["note"]) for case, one in zip(CASES, told, strict=True)} == said


@pytest.mark.parametrize(
    ("at", "state", "title"),
    [
        ("2026-11-25T01:30:00Z", "duty", "现在有委员值班，到 11:30"),  # 9:30 there
        ("2026-11-24T17:00:00Z", "later", "今天 9:00 开始值班"),  # 1:00 on the next day there
        ("2026-11-25T15:59:00Z", "later", "下次值班：12月2日（周三）9:00 至 11:30"),
        ("2026-12-02T16:30:00Z", "changed", "12月9日改到10日（周四）9:00 至 11:30"),
        ("2026-12-10T04:00:00Z", "cancelled", "12月16日取消，下次12月23日（周三）9:00 至 11:30"),
    ],
)
def test_the_card_goes_by_the_clock_of_the_site_not_of_the_visitor(
    chromium, site: str, at: str, state: str, title: str
) -> None:
    context = chromium.new_context(timezone_id="America/New_York", locale="zh-CN")
    page = context.new_page()
    page.clock.set_fixed_time(at)
    page.goto(site + "studios/east.html")
    card = page.locator(".answer")
    expect(card.locator(".answer-head")).to_have_text(title.replace(" 至 ", "\N{NO-BREAK SPACE}至\N{NO-BREAK SPACE}"))
    expect(card).to_have_attribute("data-state", state)
    context.close()


def test_an_open_page_goes_on_with_the_clock_and_says_when_it_is_old(page: Page, site: str) -> None:
    page.clock.install(time="2026-11-25T00:59:30Z")
    page.goto(site + "studios/east.html")
    head = page.locator(".answer-head")
    expect(head).to_have_text("今天 9:00 开始值班")
    page.clock.fast_forward(60_000)
    expect(head).to_have_text("现在有委员值班，到 11:30")
    page.clock.fast_forward(3 * 86_400_000)
    expect(page.locator("[data-visit-note]")).to_have_text("本页 3 天没有更新，去之前请先打电话。")


def test_without_scripts_rule_and_days_are_there_and_no_today(chromium, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "studios/east.html")
    expect(page.locator(".answer-head")).to_have_text(
        "值班：每周三 9:00 至 11:30".replace("9:00 至 ", "9:00\N{NO-BREAK SPACE}至\N{NO-BREAK SPACE}")
    )
    lines = page.locator(".sessions .item")
    expect(lines).to_have_count(8)
    expect(lines.nth(2)).to_contain_text("12月10日（周四）")
    expect(lines.nth(2)).to_contain_text("原定12月9日（周三），因为会议")
    expect(lines.nth(3)).to_contain_text("取消，因为停电")
    expect(lines.nth(6)).to_contain_text("2027年的放假安排还没有公布")
    assert "今天" not in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_with_sessions_is_accessible(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site + "studios/east.html")
    checks.axe(page)
    checks.targets(page)
    checks.contrast(page)
    checks.no_sideways_scroll(page)


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("studio", ["east", "daily"])
def test_the_poster_is_one_page_on_paper(page: Page, site: str, studio: str, paper: str, tmp_path: Path) -> None:
    page.goto(f"{site}print/{studio}.html")
    file = tmp_path / "poster.pdf"
    page.pdf(path=file, format=paper)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1


@pytest.mark.parametrize("day", ["2026-11-25", "2026-12-10", "2027-01-31"])
def test_every_poster_of_a_city_is_one_page_and_its_code_leads_to_the_studio(
    page: Page, serve: Callable[[Path], str], tmp_path: Path, day: str
) -> None:
    shutil.copytree(ROOT / "examples/demo-city", tmp_path / "records")
    site = build(tmp_path / "records", tmp_path / "site", "--as-of", day)
    address = serve(site)
    posters = sorted((site / "print").glob("*.html"), key=lambda path: path.stat().st_size)
    assert len(posters) > 40
    page.emulate_media(media="print")
    for poster in posters[-4:]:
        page.goto(f"{address}print/{poster.name}")
        for paper in ("A4", "A3", "Letter"):
            page.pdf(path=tmp_path / "poster.pdf", format=paper)
            sheets = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "poster.pdf").read_bytes()))
            assert sheets == 1, (poster.name, paper)
        page.set_viewport_size({"width": 703, "height": 1032})  # A4 between its margins
        assert page.evaluate("document.documentElement.scrollWidth") <= 703, poster.name
        picture = Image.open(io.BytesIO(page.locator(".poster-code").screenshot()))
        read = [found.text for found in zxingcpp.read_barcodes(picture)]
        assert read == [f"https://demo.example.org/studios/{poster.name}"]


@pytest.mark.parametrize("path", ["duty/index.html", "print/east.html"])
def test_pages_of_duty_are_accessible(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    checks.axe(page)
    checks.targets(page)
    checks.contrast(page)
    checks.no_sideways_scroll(page)

"""Ways that people go on real pages: a studio found with the keyboard alone, and what a screen reader is told of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accepted import agree
from tests.browser.watching import watched

pytestmark = pytest.mark.browser

NOON = "2026-11-25T04:00:00Z"  # 12:00 in Shanghai
STEPS = 60


@pytest.fixture(scope="module")
def real(default_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(default_site)


@pytest.fixture(scope="module")
def golden(golden_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(golden_site)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus matches a selector, as someone does who cannot use a mouse."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{STEPS} times Tab do not reach {selector}")


def test_a_studio_is_found_by_keyboard_alone(page: Page, real: str) -> None:
    page.goto(real)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    page.keyboard.press("Enter")
    tab_to(page, "input[type=search]")
    page.keyboard.insert_text("蓝舰")
    page.keyboard.press("Enter")
    expect(page.locator(".finder-count")).to_contain_text("找到 1 个工作室")
    tab_to(page, ".finder-list a")
    expect(page.locator(":focus")).to_have_text("蓝舰委员工作室")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("蓝舰委员工作室")
    expect(page.locator(".answer-head")).to_be_in_viewport()


def test_a_studio_is_found_by_keyboard_on_the_map(page: Page, real: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(real + "find.html")
    page.locator(".map-mark").first.wait_for()
    tab_to(page, ".map-mark")
    link = page.locator(".map-card a:focus")
    for _ in range(4):  # a mark that holds several places comes nearer first
        page.keyboard.press("Enter")
        page.wait_for_timeout(700)
        if link.count():
            break
    name = link.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".answer-head")).to_be_in_viewport()


def test_on_a_phone_the_map_opens_and_closes_by_keyboard(page: Page, real: str) -> None:
    page.goto(real + "find.html")
    page.locator(".finder-list li").first.wait_for()
    tab_to(page, ".finder-switch")
    page.keyboard.press("Enter")
    expect(page.locator(".map-mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".finder-list")).to_be_visible()


@pytest.fixture
def quiet(chromium: Browser) -> Iterator[Page]:
    """A page on which it is always the same moment."""
    with watched(chromium) as page:
        page.clock.set_fixed_time(NOON)
        yield page


def test_finding_a_studio_is_told_to_a_screen_reader(quiet: Page, golden: str) -> None:
    quiet.goto(golden)
    agree("aria/home.yml", told(quiet, golden, ".hero"))
    quiet.goto(golden + "find.html?q=柳荫")
    expect(quiet.locator(".finder-count")).to_contain_text("找到 1 个工作室")
    agree("aria/finder.yml", told(quiet, golden, "main"))


@pytest.mark.parametrize("studio", ["liuyin", "online", "hekou"])
def test_the_answer_is_told_to_a_screen_reader(quiet: Page, golden: str, studio: str) -> None:
    quiet.goto(f"{golden}studios/{studio}.html")
    agree(f"aria/answer-{studio}.yml", told(quiet, golden, ".answer"))


def test_the_answer_about_a_reported_studio_is_told_to_a_screen_reader(quiet: Page, real: str) -> None:
    quiet.goto(f"{real}studios/shangluo-lanjian.html")
    agree("aria/answer-reported.yml", told(quiet, real, ".answer"))


def told(page: Page, address: str, selector: str) -> str:
    """What a screen reader is told of a part of a page."""
    return page.locator(selector).aria_snapshot().replace(address, "/")

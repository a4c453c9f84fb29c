"""The map in Chromium: under the page's security policy, by keyboard, and at a place."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(page: Page, few: str) -> Page:
    """The finder on a desk, its map drawn."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    page.locator(".map-mark").first.wait_for()
    return page


def mark(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_a_map_of_thousands_shows_clusters_that_add_up(page: Page, many: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(many + "find.html")
    page.locator(".map-disc").first.wait_for()
    page.wait_for_timeout(300)
    counts = [int(text) for text in page.locator(".map-mark").all_inner_texts() if text]
    total = int(re.sub(r"\D", "", page.locator(".finder-count").inner_text()))
    assert sum(counts) + page.locator(".map-pin").count() == total
    assert page.locator(".map-mark").count() < 80


def test_a_cluster_comes_apart_when_pressed(page: Page, many: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(many + "find.html")
    disc = page.locator(".map-disc").first
    disc.wait_for()
    before = disc.inner_text()
    disc.click()
    expect(page.locator(".map-disc", has_text=re.compile(f"^{before}$"))).to_have_count(0)
    expect(page.locator(".map-mark").first).to_be_visible()


def test_approximate_studios_stand_in_one_ring_at_their_place(shown: Page) -> None:
    ring = mark(shown, "池州市，4 个工作室，大致位置")
    expect(ring).to_have_class(re.compile("map-ring"))
    ring.click()
    card = shown.locator(".map-card")
    expect(card).to_contain_text("大致位置")
    expect(card).to_contain_text("准确位置还没有查到")
    expect(card.get_by_role("link")).to_have_count(4)
    link = card.get_by_role("link", name="池州市界别委员工作室")
    expect(link).to_have_attribute("href", re.compile("/studios/341700-0.html$"))


def test_the_keyboard_reaches_a_mark_opens_it_and_escape_leads_back(shown: Page) -> None:
    shown.locator(".leaflet-container").focus()
    shown.keyboard.press("Tab")
    focused = shown.locator(":focus")
    expect(focused).to_have_class(re.compile("map-mark"))
    shown.keyboard.press("ArrowUp")
    for _ in range(6):
        if "大致位置" in (shown.locator(":focus").get_attribute("aria-label") or ""):
            break
        shown.keyboard.press("ArrowUp")
    name = shown.locator(":focus").get_attribute("aria-label") or ""
    shown.keyboard.press("Enter")
    if shown.locator(".map-card").count() == 0:  # it came nearer first
        shown.wait_for_timeout(600)
        name = shown.locator(":focus").get_attribute("aria-label") or ""
        shown.keyboard.press("Enter")
    expect(shown.locator(".map-card")).to_be_visible()
    expect(shown.locator(":focus")).to_have_attribute("href", re.compile("/studios/"))
    shown.keyboard.press("Escape")
    expect(shown.locator(".map-card")).to_have_count(0)
    expect(shown.locator(":focus")).to_have_attribute("aria-label", name)


def test_all_marks_are_one_stop_for_the_tab_key(shown: Page) -> None:
    assert shown.locator(".map-mark").count() > 3
    assert shown.locator('.map-mark[tabindex="0"]').count() == 1


def test_zooming_by_keyboard_keeps_focus_on_a_mark(shown: Page) -> None:
    shown.locator('.map-mark[tabindex="0"]').focus()
    shown.keyboard.press("+")
    shown.wait_for_timeout(700)
    expect(shown.locator(":focus")).to_have_class(re.compile("map-mark"))


def test_names_of_studios_are_text_and_never_markup(shown: Page) -> None:
    assert shown.locator("b", has_text="委员").count() == 0
    expect(shown.locator(".finder-list").get_by_text("市民之家<b>委员</b>工作室")).to_be_visible()


def test_the_wheel_scrolls_the_page_and_zooms_only_with_ctrl(shown: Page) -> None:
    before = shown.locator(".map-mark").all_inner_texts()
    shown.locator(".leaflet-container").hover(position={"x": 300, "y": 300})
    shown.mouse.wheel(0, 200)
    expect(shown.locator(".map-notice")).to_have_class(re.compile("map-notice-shown"))
    shown.wait_for_timeout(300)
    assert shown.locator(".map-mark").all_inner_texts() == before
    assert shown.evaluate("scrollY") > 0


def test_credit_is_shown_and_no_flag(shown: Page) -> None:
    expect(shown.locator(".map-credit")).to_have_text("示意图：只标地名，不画边界")
    assert shown.locator(".leaflet-control-attribution").count() == 0


def test_names_do_not_cover_each_other(shown: Page) -> None:
    boxes = shown.evaluate("[...document.querySelectorAll('.map-name')].map((e) => e.getBoundingClientRect().toJSON())")
    assert boxes
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert apart or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


def test_controls_are_large_enough_and_speak_the_pages_language(shown: Page) -> None:
    for name in ("放大", "缩小"):
        box = shown.get_by_role("button", name=name, exact=True).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_a_studios_map_opens_by_itself_on_a_desk_and_on_request_on_a_phone(page: Page, few: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(few + "studios/liuyin.html")
    page.wait_for_timeout(300)
    assert not [url for url in asked if "leaflet" in url or "finder.json" in url]
    page.get_by_role("button", name="看地图").click()
    expect(mark(page, "柳荫街道委员工作室，邵阳市")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    expect(mark(page, "柳荫街道委员工作室，邵阳市")).to_have_class(re.compile("map-here"))
    expect(page.locator(".map-name-here")).to_have_text("柳荫街道委员工作室")


def test_a_card_at_a_door_names_and_links_the_studio_and_says_how_it_stands(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "studios/liuyin.html")
    mark(page, "第三小学委员工作站，邵阳市").click()
    card = page.get_by_role("dialog", name="第三小学委员工作站，邵阳市")
    expect(card.get_by_role("link")).to_have_text("第三小学委员工作站")
    expect(card).to_contain_text("暂停接待")
    page.get_by_role("button", name="关闭").click()
    expect(mark(page, "第三小学委员工作站，邵阳市")).to_be_focused()


@pytest.mark.says("404|Failed to load|fetch")
def test_a_map_without_its_data_says_so(page: Page, few: str) -> None:
    page.route("**/data/finder.json", lambda route: route.fulfill(status=404))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "studios/liuyin.html")
    expect(page.locator(".map-status")).to_contain_text("地图没有打开")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_and_its_page_are_accessible(shown: Page, scheme: Literal["light", "dark"]) -> None:
    shown.emulate_media(color_scheme=scheme)
    checks.axe(shown)
    checks.focus_visible(shown)
    checks.dom_order(shown)

"""The finder in Chromium: words and area, list, map and count in step, and what it says when something fails."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(page: Page, few: str) -> Page:
    """The finder on a phone, its list there."""
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    page.locator(".finder-filters > summary").click()
    return page


@pytest.fixture
def desk(page: Page, few: str) -> Page:
    """The finder on a desk, list and map there."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    page.locator(".map-mark").first.wait_for()
    return page


def count(page: Page):
    return page.locator(".finder-count")


def names(page: Page) -> list[str]:
    return page.locator(".finder-list .item-name a").all_inner_texts()


def on_map(page: Page) -> int:
    page.wait_for_timeout(500)
    numbers = [int(text) for text in page.locator(".map-mark").all_inner_texts() if text]
    return sum(numbers) + page.locator(".map-pin").count()


def test_on_a_phone_the_list_comes_first_and_nothing_of_the_map_is_loaded(page: Page, few: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(few + "find.html")
    expect(page.locator(".finder-list li").first).to_be_visible()
    page.wait_for_timeout(300)
    assert not [url for url in asked if re.search(r"leaflet|css/map\.css|js/map/layers|maps/finder", url)]
    page.get_by_role("button", name="看地图").click()
    expect(page.locator(".map-mark").first).to_be_visible()
    expect(page.locator(".finder-list")).to_be_hidden()
    page.get_by_role("button", name="看列表").click()
    expect(page.locator(".finder-list")).to_be_visible()
    expect(page.locator(".map-mark").first).to_be_hidden()


def test_list_shows_twenty_then_the_rest_and_the_first_new_one_has_focus(phone: Page) -> None:
    assert len(names(phone)) == 20
    phone.get_by_role("button", name="再看 9 个").click()
    assert len(names(phone)) == 29
    expect(phone.locator(".finder-list .item-name a").nth(20)).to_be_focused()
    expect(phone.get_by_role("button", name=re.compile("再看"))).to_have_count(0)


def test_a_map_that_was_hidden_shows_what_was_asked_meanwhile(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(few + "find.html")
    page.get_by_role("button", name="看地图").click()
    page.locator(".map-mark").first.wait_for()
    page.get_by_role("button", name="看列表").click()
    page.set_viewport_size({"width": 412, "height": 844})
    page.locator(".finder-filters > summary").click()
    page.locator("[data-areas] select").first.select_option("341700")
    expect(page.locator(".finder-count")).to_have_text("池州市：4 个工作室")
    page.get_by_role("button", name="看地图").click()
    marks = page.locator(".map-mark")
    expect(marks.first).to_be_visible()
    frame = page.locator(".leaflet-container").bounding_box()
    assert frame is not None
    boxes = [mark.bounding_box() for mark in marks.all()]
    middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box is not None]
    inside = [x for x, y in middles if 0 < x - frame["x"] < frame["width"] and 0 < y - frame["y"] < frame["height"]]
    assert len(inside) == len(middles)
    assert sum(int(mark.text_content() or "1") for mark in marks.all()) == 4


def test_words_filter_list_map_and_count_alike(desk: Page) -> None:
    desk.get_by_label("想找什么").fill("商洛 社区")
    expect(count(desk)).to_have_text("“商洛 社区”：找到 4 个工作室")
    assert len(names(desk)) == 4
    assert on_map(desk) == 4


def choose_area(page: Page, *names: str) -> None:
    """Step by step, from the top; options say how many there are."""
    for number, name in enumerate(names):
        field = page.locator("[data-areas] select").nth(number)
        field.select_option(field.locator("option", has_text=re.compile(rf"^{name}（")).get_attribute("value"))


def test_an_area_holds_all_below_it(desk: Page) -> None:
    choose_area(desk, "邵阳市")
    expect(count(desk)).to_have_text("邵阳市：8 个工作室")
    assert on_map(desk) == 7
    expect(desk.get_by_text("其中 1 个没有标出位置，只在列表里。")).to_be_visible()
    choose_area(desk, "邵阳市", "隆回县")
    expect(count(desk)).to_have_text("隆回县：2 个工作室")


@pytest.mark.parametrize("words", ["老柳树", "柳荫路１２号", "柳荫路12", "邵阳市柳荫路"])
def test_other_names_addresses_and_full_width_find_a_studio(phone: Page, words: str) -> None:
    phone.get_by_label("想找什么").fill(words)
    expect(phone.locator(".finder-list li")).to_have_count(1)
    assert names(phone) == ["柳荫街道委员工作室"]


def test_the_address_holds_the_state_and_back_returns(phone: Page, few: str) -> None:
    choose_area(phone, "商洛市")
    expect(phone).to_have_url(f"{few}find.html?area=611000")
    phone.get_by_label("想找什么").fill("社区")
    phone.get_by_role("button", name="查找").click()
    expect(phone).to_have_url(re.compile(r"\?area=611000&q=%E7%A4%BE%E5%8C%BA$"))
    phone.reload()
    expect(count(phone)).to_have_text("商洛市，“社区”：找到 4 个工作室")
    expect(phone.get_by_label("想找什么")).to_have_value("社区")
    phone.go_back()
    phone.go_back()
    expect(count(phone)).to_have_text("共 29 个工作室")
    expect(phone.get_by_label("想找什么")).to_have_value("")
    phone.go_forward()
    expect(count(phone)).to_have_text(re.compile("^商洛市"))


def test_coming_back_from_a_studio_shows_as_many_as_before(phone: Page) -> None:
    phone.get_by_role("button", name="再看 9 个").click()
    phone.locator(".finder-list a", has_text="柳荫街道委员工作室").click()
    phone.wait_for_url("**/studios/liuyin.html")
    phone.go_back()
    expect(phone.locator(".finder-list li")).to_have_count(29)


def test_counts_are_announced(phone: Page) -> None:
    phone.get_by_label("想找什么").fill("柳荫")
    expect(phone.locator("[data-finder-said]")).to_have_text("“柳荫”：找到 1 个工作室")


def test_nothing_found_says_which_filter_to_drop(phone: Page) -> None:
    choose_area(phone, "七台河市")
    phone.get_by_label("想找什么").fill("柳荫")
    note = phone.locator(".finder .notice")
    expect(note).to_contain_text("不等于当地没有")
    expect(note.get_by_role("button")).to_have_text(
        ["去掉“柳荫”，可找到 4 个", "去掉“七台河市”，可找到 1 个", "看全部 29 个"]
    )
    expect(note.get_by_role("link", name="柳荫街道委员工作室")).to_be_visible()
    note.get_by_role("button", name="去掉“七台河市”，可找到 1 个").click()
    expect(phone.locator(".finder-list .item-name a")).to_have_text(["柳荫街道委员工作室"])
    expect(phone.locator("[data-areas] select")).to_have_value("")
    expect(count(phone)).to_be_focused()


@pytest.mark.parametrize(
    "search",
    [
        "?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "?q=%FF%00&area=%22%3E%3Cscript%3E",
        "?map=NaN/1/2&time=2026-02-30&order=%00&near=%3Cb%3E&studio=%3Ci%3E",
        "?area[]=x&q=.*%5B(",
        "?q=%E2%80%AE",
    ],
)
def test_a_hostile_address_is_text(page: Page, few: str, search: str) -> None:
    page.goto(few + "find.html" + search)
    expect(count(page)).to_have_text(re.compile("找到 0 个工作室|共 29 个工作室"))
    assert page.locator("main img, main script:not(template script)").count() == 0


def test_an_outdated_area_is_said_and_all_are_shown(page: Page, few: str) -> None:
    page.goto(few + "find.html?area=gone")
    expect(page.get_by_text("网址里的地区“gone”不在名录里")).to_be_visible()
    expect(count(page)).to_have_text("共 29 个工作室")


def test_words_beyond_all_measure_are_cut_and_it_says_so(page: Page, few: str) -> None:
    page.goto(few + "find.html?q=" + "a" * 4000)
    expect(page.get_by_text("要找的文字太多")).to_be_visible()


@pytest.mark.says("500|Failed to load")
@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        {"body": '{"version":2,"count":29,"place":[1'},
        {"body": '{"version":2,"count":29}'},
        {"body": '{"version":9}'},
    ],
)
def test_a_directory_that_does_not_come_is_said_and_can_be_asked_for_again(
    page: Page, few: str, answer: dict[str, Any]
) -> None:
    page.route("**/data/finder.json", lambda route: route.fulfill(**answer))
    page.goto(few + "find.html")
    expect(page.get_by_role("heading", name="名录没有加载出来")).to_be_visible()
    expect(page.get_by_role("navigation", name="按地区看").get_by_role("link").first).to_be_visible()
    page.unroute("**/data/finder.json")
    page.get_by_role("button", name="再试一次").click()
    expect(count(page)).to_have_text("共 29 个工作室")


@pytest.mark.says("Failed to load|ERR_FAILED")
def test_a_map_that_does_not_come_leaves_the_list_working(page: Page, few: str) -> None:
    page.route("**/leaflet.js*", lambda route: route.abort())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    expect(page.locator(".map-status")).to_contain_text("地图没有打开")
    page.get_by_label("想找什么").fill("柳荫")
    expect(count(page)).to_have_text("“柳荫”：找到 1 个工作室")


def test_storage_and_history_refused_leave_the_finder_working(page: Page, few: str) -> None:
    page.add_init_script(
        """
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
        }
        for (const name of ["pushState", "replaceState"]) {
          history[name] = () => { throw new DOMException("no", "SecurityError"); };
        }
        """
    )
    page.goto(few + "find.html")
    page.get_by_label("想找什么").fill("柳荫")
    expect(count(page)).to_have_text("“柳荫”：找到 1 个工作室")


def test_without_scripts_the_form_and_the_areas_lead_on(chromium, few: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(few + "find.html")
    # Chromium emulates "no scripts" after parsing, so the element is there and not drawn.
    assert "这个浏览器没有运行脚本" in (page.locator("noscript").text_content() or "")
    assert page.locator("form.finder-form").get_attribute("action") == "areas/index.html"
    assert page.locator(".finder-areas a").count() >= 5
    expect(page.locator("[data-finder]")).to_be_hidden()
    context.close()


def test_the_finder_holds_what_every_page_holds(phone: Page) -> None:
    checks.axe(phone)
    checks.targets(phone)
    checks.contrast(phone)
    checks.focus_visible(phone)
    checks.dom_order(phone)
    checks.no_sideways_scroll(phone)

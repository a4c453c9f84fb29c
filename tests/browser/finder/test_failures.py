"""The finder in Chromium when something does not come, comes late, or is too much: it says so, and still works."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser


def count(page: Page):
    return page.locator(".finder-count")


@pytest.mark.says("500|Failed to load")
def test_texts_that_do_not_come_are_said_and_asked_for_again(page: Page, shared_out: str) -> None:
    page.route(re.compile(r"data/finder/\d+\.json"), lambda route: route.fulfill(status=500))
    page.goto(shared_out + "find.html?area=c3")
    expect(page.get_by_role("heading", name="名录没有加载出来")).to_be_visible()
    expect(page.locator(".finder-list")).to_be_hidden()
    expect(count(page)).to_have_text("")
    page.unroute(re.compile(r"data/finder/\d+\.json"))
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(".finder-list li")).to_have_count(20)
    expect(page.get_by_role("heading", name="名录没有加载出来")).to_have_count(0)


@pytest.mark.says("500|Failed to load")
def test_more_that_does_not_come_is_said_at_the_button(page: Page, shared_out: str) -> None:
    page.goto(shared_out + "find.html")
    page.locator(".finder-list li").nth(19).wait_for()
    page.evaluate(
        "() => { window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline')); }"
    )
    more = page.locator(".finder-more button")
    for _ in range(60):
        before = page.locator(".finder-list li").count()
        more.click()
        page.wait_for_function(
            "(n) => document.querySelectorAll('.finder-list li').length > n ||"
            " document.querySelector('.finder-more button').textContent.includes('没有加载出来')",
            arg=before,
        )
        if "没有加载出来" in more.inner_text():
            break
    expect(more).to_have_text("没有加载出来，请再按一次")
    listed = page.locator(".finder-list li").count()
    page.evaluate("() => { window.fetch = window.real; }")
    more.click()
    expect(page.locator(".finder-list li")).to_have_count(listed + 20)
    expect(more).to_have_text(re.compile("^再看 20 个"))


def test_more_of_an_earlier_question_does_not_grow_the_list_of_a_later_one(page: Page, shared_out: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.goto(shared_out + "find.html")
    page.locator(".finder-list li").nth(19).wait_for()
    for _ in range(49):
        page.locator(".finder-more button").evaluate("(button) => button.click()")
    expect(page.locator(".finder-list li")).to_have_count(1000)
    page.route(re.compile(r"data/finder/\d+\.json"), hold)
    page.locator(".finder-more button").evaluate("(button) => { button.click(); button.click(); }")
    page.wait_for_timeout(100)
    page.locator("[data-finder]").evaluate(
        "() => { const f = document.querySelector('[data-areas] select'); f.value = 'c0';"
        " f.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    page.wait_for_timeout(100)
    assert held
    page.unroute(re.compile(r"data/finder/\d+\.json"))  # and let those that were held go on
    expect(count(page)).to_have_text(re.compile("^第1市"))
    page.wait_for_timeout(300)
    expect(page.locator(".finder-list li")).to_have_count(20)


@pytest.mark.says("404|Failed to load")
def test_without_words_the_heading_does_not_claim_them(page: Page, few: str) -> None:
    page.route("**/data/search.json", lambda route: route.fulfill(status=404))
    page.goto(few + "find.html?q=liuyin")
    expect(page.get_by_text("数据没有加载出来")).to_be_visible()
    expect(count(page)).to_have_text("找到 29 个工作室")
    page.unroute("**/data/search.json")
    page.get_by_role("button", name="刷新页面").click()
    expect(count(page)).to_have_text("“liuyin”：找到 1 个工作室")


def test_a_worker_that_dies_is_started_again(page: Page, few: str) -> None:
    page.add_init_script(
        "const Real = Worker; window.Worker = class extends Real { constructor(...a) { super(...a); window.worker = this; } }"
    )
    page.goto(few + "find.html?q=liuyin")
    expect(count(page)).to_have_text("“liuyin”：找到 1 个工作室")
    page.evaluate("worker.terminate(); worker.dispatchEvent(new Event('error'))")
    page.get_by_label("想找什么").fill("hekou")
    expect(count(page)).to_have_text("“hekou”：找到 1 个工作室")


def test_a_studio_that_could_not_be_looked_up_is_not_called_gone(page: Page, shared_out: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(shared_out + "find.html?area=c3")
    page.locator(".finder-list li").nth(19).wait_for()
    page.evaluate(
        "() => { window.real = window.fetch; window.fetch = (...a) =>"
        " /finder\\/\\d+\\.json/.test(a[0]) ? Promise.reject(new TypeError('offline')) : window.real(...a); }"
    )
    page.evaluate(
        "history.pushState(null, '', '?area=c3&studio=s11'); history.pushState(null, '', '?area=c3&studio=s12');"
        " history.back()"
    )
    expect(page.get_by_text("网址里选的工作室没有加载出来")).to_be_visible()
    assert page.get_by_text("可能改了网址").count() == 0
    page.evaluate("() => { window.fetch = window.real; }")
    page.get_by_role("button", name="再试一次").click()
    expect(page.get_by_text("网址里选的工作室没有加载出来")).to_have_count(0)


def test_without_any_storage_the_finder_works(page: Page, few: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get: () => null })")
    page.goto(few + "find.html")
    page.locator(".finder-filters > summary").click()
    page.locator("[data-areas] select").first.select_option("341700")
    expect(count(page)).to_have_text("池州市：4 个工作室")


@pytest.mark.says("Failed to load|ERR_FAILED")
def test_place_names_that_cannot_be_read_are_said(page: Page, few: str) -> None:
    page.route(re.compile(r"find/matcher\.js"), lambda route: route.abort())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    page.get_by_text("换个地方算距离").click()
    page.get_by_label("写一个地名").fill("贵池")
    page.get_by_role("button", name="从这个地方算距离").click()
    expect(page.get_by_text("地名没有加载出来")).to_be_visible()
    expect(page.get_by_role("button", name="刷新页面")).to_be_visible()


@pytest.mark.says("404|Failed to load|fetch")
def test_a_map_whose_data_did_not_come_opens_when_tried_again(page: Page, few: str) -> None:
    page.route("**/data/finder.json", lambda route: route.fulfill(status=404))
    page.goto(few + "studios/liuyin.html")
    page.get_by_role("button", name="看地图").click()
    expect(page.locator(".map-status")).to_contain_text("地图没有打开")
    page.unroute("**/data/finder.json")
    page.evaluate("document.querySelector('[data-studio-map] > button').click()")
    expect(page.locator(".map-here")).to_be_visible()


@pytest.mark.parametrize("typed", ["liúyīn", "LIÚ YĪN", "liu yin jie dao", "liu yin"])
def test_pinyin_with_tones_or_written_apart_finds(page: Page, few: str, typed: str) -> None:
    page.goto(few + "find.html")
    page.get_by_label("想找什么").fill(typed)
    expect(page.locator(".finder-list .item-name a")).to_have_text(["柳荫街道委员工作室"])


def test_syllables_written_apart_belong_together(page: Page, few: str) -> None:
    page.goto(few + "find.html?q=yin%20liu")
    expect(count(page)).to_have_text(re.compile("找到 0 个"))


def test_a_great_many_words_are_cut_and_it_says_so(page: Page, few: str) -> None:
    page.goto(few + "find.html?q=" + "+".join("柳荫街道委员工作室柳荫街道"))
    expect(page.get_by_text("要找的文字太多")).to_be_visible()


def test_what_is_printed_is_said_when_it_is_not_all(page: Page, shared_out: str) -> None:
    page.goto(shared_out + "find.html")
    page.locator(".finder-list li").nth(19).wait_for()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".finder-list li")).to_have_count(500)
    page.emulate_media(media="print")
    expect(page.get_by_text("只打印前 500 个，共 12,000 个")).to_be_visible()
    for hidden in (".finder-form", ".finder-areas", ".finder-more"):
        expect(page.locator(hidden)).to_be_hidden()


def test_what_was_asked_is_printed_and_the_map_is_not(page: Page, few: str) -> None:
    page.goto(few + "find.html?area=341700")
    page.get_by_role("button", name="看地图").click()
    page.locator(".map-mark").first.wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".finder-list")).to_be_visible()
    expect(page.locator(".finder-map")).to_be_hidden()
    expect(page.locator(".finder-asked")).to_have_text(re.compile("池州市"))
    expect(page.locator(".finder-cross")).to_be_hidden()


def test_on_a_phone_the_map_comes_into_sight_and_a_card_fits_it(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(few + "find.html?q=dianti")
    page.get_by_role("button", name="在地图上看柳荫街道委员工作室").click()
    card = page.locator(".leaflet-popup")
    card.wait_for()
    expect(page.locator(".leaflet-container")).to_be_in_viewport(ratio=0.9)
    expect(page.get_by_role("heading", name="办成的事：1 件")).to_be_hidden()
    box, frame = card.bounding_box(), page.locator(".leaflet-container").bounding_box()
    assert box
    assert frame
    assert box["x"] >= frame["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    expect(page.get_by_role("button", name="放大", exact=True)).to_be_hidden()
    page.get_by_role("button", name="关闭").click()
    expect(page.get_by_role("button", name="放大", exact=True)).to_be_visible()


def test_the_statement_about_distance_is_seen(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?near=341702&order=near")
    box = page.get_by_text("从贵池区的中心算直线距离").bounding_box()
    assert box
    assert box["width"] > 100


def test_a_studio_in_a_ring_is_first_in_its_card(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?area=430500")
    page.get_by_role("button", name="在地图上看邵阳市社区委员工作室").click()
    expect(page.locator(".map-card").get_by_role("link").first).to_have_text("邵阳市社区委员工作室")
    expect(page.locator(".map-card").get_by_role("link").first).to_be_focused()
    expect(page).to_have_url(re.compile("studio=430500-1"))


def test_ways_without_coming_begin_with_the_same_area(page: Page, few: str) -> None:
    page.goto(few + "find.html?area=430500&time=weekend&step=yes")
    links = page.locator(".finder .notice").get_by_role("link")
    expect(links.first).to_have_text("柳荫街道委员工作室")
    expect(links).to_have_count(2)

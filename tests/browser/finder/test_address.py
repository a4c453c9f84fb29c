"""The finder's address in Chromium: what a link shows, what "back" returns to, and what a studio in it does."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, few: str) -> Page:
    """The finder on a desk, its list there."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    return page


def count(page: Page):
    return page.locator(".finder-count")


def steps(page: Page) -> int:
    return int(page.evaluate("history.length"))


def test_typing_is_one_step_to_go_back(desk: Page, few: str) -> None:
    before = steps(desk)
    field = desk.get_by_label("想找什么")
    for words in ("柳", "柳荫", "柳荫街道"):
        field.fill(words)
        expect(count(desk)).to_have_text(re.compile(f"“{words}”"))
    field.press("Enter")
    expect(count(desk)).to_have_text("“柳荫街道”：找到 1 个工作室")
    assert steps(desk) == before + 1
    desk.go_back()
    expect(count(desk)).to_have_text("共 29 个工作室")
    expect(desk).to_have_url(few + "find.html")


def test_going_through_choices_with_the_arrow_keys_is_one_step(desk: Page) -> None:
    before = steps(desk)
    field = desk.locator("[data-areas] select").first
    for value in ("430500", "611000", "110100"):
        field.select_option(value)
    expect(count(desk)).to_have_text("北京市：4 个工作室")
    assert steps(desk) == before + 1


def test_a_jump_within_the_page_asks_nothing(desk: Page) -> None:
    desk.get_by_label("想找什么").fill("柳荫")
    expect(count(desk)).to_have_text(re.compile("“柳荫”"))
    desk.get_by_label("想找什么").evaluate("(field) => { field.value = '柳荫街'; }")
    desk.evaluate("location.hash = 'main'")
    desk.wait_for_timeout(200)
    expect(desk.get_by_label("想找什么")).to_have_value("柳荫街")


def test_asking_something_else_forgets_the_view_and_the_studio(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?map=9/30.66/117.48&studio=341700-0")
    page.locator(".map-card").wait_for()
    page.locator("[data-areas] select").first.select_option("430500")
    expect(page).to_have_url(few + "find.html?area=430500")
    expect(page.get_by_role("button", name=re.compile("柳荫|邵阳|隆回")).first).to_be_visible()
    expect(page.locator(".map-card")).to_have_count(0)


def test_a_studio_in_the_address_opens_where_the_view_of_the_address_has_it(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?map=9/30.66/117.48&studio=341700-1")
    expect(page.locator(".map-card").get_by_role("link").first).to_have_text("池州市社区委员工作室")
    expect(page).to_have_url(re.compile("studio=341700-1"))
    expect(page.locator('.finder-list [aria-current="true"]')).to_contain_text("池州市社区委员工作室")
    assert page.evaluate("new URLSearchParams(location.search).get('map')") == "9/30.6600/117.4800"


def test_on_a_phone_a_studio_in_the_address_opens_the_map(page: Page, few: str) -> None:
    page.goto(few + "find.html?studio=liuyin")
    expect(page.locator(".map-card")).to_contain_text("柳荫街道委员工作室")
    expect(page.locator(".map-card")).to_be_in_viewport()
    page.get_by_role("button", name="看列表").click()
    expect(page.locator('.finder-list [aria-current="true"]')).to_contain_text("柳荫街道委员工作室")


def test_a_studio_without_a_position_is_brought_into_sight_in_the_list(page: Page, few: str) -> None:
    page.goto(few + "find.html?studio=nowhere")
    expect(page.locator('.finder-list [aria-current="true"]')).to_be_in_viewport()
    expect(page).to_have_url(re.compile("studio=nowhere"))


def test_a_studio_that_does_not_fit_what_is_asked_is_named_with_a_way_to_all(page: Page, few: str) -> None:
    page.goto(few + "find.html?area=341700&studio=liuyin")
    expect(count(page)).to_have_text("池州市：4 个工作室")
    expect(page.get_by_text("不符合现在的条件")).to_be_visible()
    expect(page.locator(".finder-remark").get_by_role("link", name="柳荫街道委员工作室")).to_be_visible()
    page.get_by_role("button", name="看全部 29 个").click()
    expect(count(page)).to_have_text("共 29 个工作室")
    expect(page).to_have_url(few + "find.html?studio=liuyin")
    expect(page.locator('.finder-list [aria-current="true"]')).to_contain_text("柳荫街道委员工作室")


def test_a_day_that_has_passed_is_said_and_not_filtered_by(page: Page, few: str) -> None:
    page.goto(few + "find.html?time=2020-01-01")
    expect(page.get_by_text("2020年1月1日星期三已经过去")).to_be_visible()
    expect(count(page)).to_have_text("共 29 个工作室")


def test_a_day_is_asked_for_in_words_and_taken_back(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?time=2036-12-03")
    page.get_by_role("button", name="去掉条件：2036年12月3日星期三").click()
    expect(count(page)).to_have_text("共 29 个工作室")
    expect(page.get_by_label("什么时候去")).to_have_value("")
    expect(page.get_by_label("哪一天")).to_be_hidden()


def test_a_past_day_in_the_field_is_refused_there(desk: Page) -> None:
    desk.get_by_label("什么时候去").select_option("date")
    desk.get_by_label("哪一天").fill("2020-01-01")
    assert "这一天已经过去" in desk.get_by_label("哪一天").evaluate("(field) => field.validationMessage")
    expect(count(desk)).to_have_text("共 29 个工作室")


def test_words_typed_before_the_directory_is_there_are_looked_for(page: Page, few: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/data/finder.json", hold)
    page.goto(few + "find.html")
    page.get_by_label("想找什么").fill("柳荫")
    page.get_by_label("想找什么").press("Enter")
    page.wait_for_timeout(100)
    expect(page).to_have_url(few + "find.html")
    assert held
    page.unroute("**/data/finder.json")  # and let those that were held go on
    expect(count(page)).to_have_text("“柳荫”：找到 1 个工作室")
    expect(page.get_by_label("想找什么")).to_have_value("柳荫")
    expect(page).to_have_url(re.compile("q="))


def test_distance_can_be_taken_back_and_comes_back_without_asking_again(page: Page, few: str) -> None:
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 27.2472, "longitude": 111.4760, "accuracy": 30})
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html")
    page.get_by_role("button", name="按离我远近排列").click()
    expect(page.locator(".item-distance").first).to_have_text("50 米")
    expect(count(page)).to_be_focused()
    page.get_by_role("button", name="去掉条件：按离我远近排列").click()
    expect(page.locator(".item-distance")).to_have_count(0)
    expect(page).to_have_url(few + "find.html")
    page.go_back()
    expect(page.locator(".item-distance").first).to_have_text("50 米")


def test_the_whole_finder_is_opened_from_another_site_with_what_is_asked(page: Page, few: str) -> None:
    page.goto(few + "embed.html?area=341700")
    page.get_by_label("想找什么").fill("社区")
    expect(page.locator("[data-finder-whole]")).to_have_attribute(
        "href", re.compile(r"find\.html\?(?=.*area=341700)(?=.*q=%E7%A4%BE%E5%8C%BA)")
    )

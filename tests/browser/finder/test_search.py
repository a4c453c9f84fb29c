"""Words, filters and distances in Chromium: what finds what, and how many each further choice would show."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.accepted import agree

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(page: Page, few: str) -> Page:
    """The finder on a phone, its list there."""
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    open_filters(page)
    return page


def open_filters(page: Page) -> None:
    """On a phone the fields beside the words wait behind a line."""
    page.locator(".finder-filters > summary").click()


def names(page: Page):
    return page.locator(".finder-list .item-name a")


def ask(page: Page, words: str) -> None:
    page.get_by_label("想找什么").fill(words)


@pytest.mark.parametrize(
    "words",
    [
        "柳荫街道", "荫街", "liuyin", "LIUYINJIEDAO", "lyjd", "liu荫", "ly街道", "liuy", "柳蔭街道", "老柳樹", "laoliushu",
        "柳荫路１２", "5550123", "0000-5550123", "曾国强", "曾國強", "zengguoqiang", "zgq", "加装电梯", "shaoyang liuyin",
    ],
)  # fmt: skip
def test_what_finds_a_studio(phone: Page, words: str) -> None:
    ask(phone, words)
    expect(names(phone)).to_have_text(["柳荫街道委员工作室"])


@pytest.mark.parametrize("words", ["zhengguoqiang", "柳隂街道x", "liuyinx", "柳 河口", "5550124"])
def test_what_finds_nothing(phone: Page, words: str) -> None:
    ask(phone, words)
    expect(phone.locator(".finder-count")).to_have_text(re.compile("找到 0 个工作室"))


def test_a_matter_finds_studios_solved_topics_and_news_in_groups(phone: Page) -> None:
    ask(phone, "dianti")
    expect(names(phone)).to_have_text(["柳荫街道委员工作室", "河口社区委员工作室"])
    expect(phone.get_by_role("heading", name="办成的事：1 件")).to_be_visible()
    expect(phone.get_by_role("link", name="三栋旧楼装上电梯")).to_have_attribute(
        "href", re.compile("/matters/lift.html$")
    )
    expect(phone.get_by_role("heading", name="新闻：1 条")).to_be_visible()
    expect(phone.get_by_role("link", name="委员帮居民装电梯")).to_have_attribute("href", re.compile("/news/lift.html$"))


def test_a_name_comes_before_an_address_and_what_fits_is_marked(phone: Page) -> None:
    ask(phone, "河口")
    expect(names(phone).first).to_have_text("河口社区委员工作室")
    expect(phone.locator(".finder-list mark").first).to_have_text("河口")
    ask(phone, "hk社区")
    expect(phone.locator(".finder-list mark").first).to_have_text("河口社区")


def option(page: Page, field: str, text: str):
    return page.get_by_label(field).locator("option", has_text=re.compile(rf"^{text}"))


def test_counts_of_each_choice_follow_the_other_filters(phone: Page) -> None:
    expect(option(phone, "要办的事", "小区设施")).to_have_text("小区设施（2）")
    phone.get_by_label("什么时候去").select_option("weekend")
    expect(names(phone)).to_have_text(["河口社区委员工作室"])
    expect(option(phone, "要办的事", "小区设施")).to_have_text("小区设施（1）")
    expect(option(phone, "什么时候去", "晚上")).to_have_text("晚上六点以后（1）")
    phone.get_by_label("要办的事").select_option("law")
    expect(option(phone, "什么时候去", "晚上")).to_have_text("晚上六点以后（0）")
    expect(phone.get_by_text("没有写明时间")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-12-02", ["柳荫街道委员工作室"]),  # a Wednesday
        ("2026-12-10", ["柳荫街道委员工作室"]),  # the second Thursday
        ("2026-12-03", []),
        ("2026-12-05", ["河口社区委员工作室"]),
    ],
)
def test_a_given_day_shows_who_can_be_met_then(page: Page, few: str, day: str, found: list[str]) -> None:
    page.clock.set_fixed_time("2026-11-25T04:00:00Z")
    page.goto(f"{few}find.html?time={day}")
    expect(page.locator(".finder-count")).to_have_text(f"找到 {len(found)} 个工作室")
    expect(names(page)).to_have_text(found)
    expect(page.get_by_label("哪一天")).to_have_value(day)


def test_step_free_and_sector_filter_and_chips_take_them_back(phone: Page) -> None:
    phone.get_by_label("没有台阶").check()
    expect(names(phone)).to_have_text(["柳荫街道委员工作室"])
    phone.get_by_text("更多条件").click()
    phone.get_by_label("界别").select_option("教育界")
    expect(phone).to_have_url(re.compile(r"step=yes&sector=%E6%95%99%E8%82%B2%E7%95%8C$"))
    phone.get_by_role("button", name="去掉条件：教育界").click()
    phone.get_by_role("button", name="去掉条件：没有台阶，轮椅能到").click()
    expect(phone.locator(".finder-count")).to_have_text("共 29 个工作室")
    expect(phone.locator(".finder-count")).to_be_focused()


def test_nothing_found_offers_ways_without_coming(page: Page, few: str) -> None:
    page.goto(few + "find.html?matter=law&time=evening")
    note = page.locator(".finder .notice")
    expect(note.get_by_role("link", name="网上委员工作室")).to_be_visible()
    expect(note).to_contain_text("网上可以联系")


def test_near_me_asks_only_when_pressed_and_sends_nothing(page: Page, few: str) -> None:
    asked: list[str] = []
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 27.2472, "longitude": 111.4760, "accuracy": 30})
    page.add_init_script(
        "const real = navigator.geolocation.getCurrentPosition;"
        "navigator.geolocation.getCurrentPosition = (...a) => { window.asked = 1; real.apply(navigator.geolocation, a); }"
    )
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    assert page.evaluate("window.asked") is None
    open_filters(page)
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="按离我远近排列").click()
    expect(names(page).first).to_have_text("河口社区委员工作室")
    expect(page.locator(".item-distance").first).to_have_text("50 米")
    expect(page.get_by_text("没有发给任何人")).to_be_visible()
    assert not [url for url in asked if "27.2" in url or "111.4" in url]
    assert "27.2" not in page.url
    expect(page).to_have_url(re.compile("near=me"))
    page.reload()
    open_filters(page)
    expect(page.get_by_text("请再按一次“按离我远近排列”")).to_be_visible()


def test_near_a_written_place_sorts_by_distance(phone: Page) -> None:
    phone.get_by_text("换个地方算距离").click()
    field = phone.get_by_label("写一个地名")
    field.fill("guichi")
    field.press("Enter")
    expect(names(phone).first).to_have_text(re.compile("^贵池区|^池州市"))
    expect(phone.get_by_text("从贵池区的中心算")).to_be_visible()
    expect(phone).to_have_url(re.compile("order=near&near=341702"))
    phone.reload()
    open_filters(phone)
    phone.get_by_text("换个地方算距离").click()
    far = phone.locator(".item-distance")
    expect(far.first).to_have_text("在贵池区，准确位置未知")
    expect(far.filter(has_text="约").first).to_have_text(re.compile("^约 .+ 公里$"))
    field.fill("火星")
    phone.get_by_role("button", name="从这个地方算距离").click()
    expect(phone.get_by_text("没有叫“火星”的地方")).to_be_visible()


def test_a_refused_position_leads_to_the_written_place(page: Page, few: str) -> None:
    page.context.clear_permissions()
    page.add_init_script("navigator.geolocation.getCurrentPosition = (_, no) => no({ code: 1 })")
    page.goto(few + "find.html")
    page.locator(".finder-list li").first.wait_for()
    open_filters(page)
    page.get_by_role("button", name="按离我远近排列").click()
    expect(page.get_by_text("请写一个地名").first).to_be_visible()
    expect(page.get_by_label("写一个地名")).to_be_focused()


def test_a_studio_shown_on_the_map_is_in_the_address_and_comes_back(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?q=liuyin")
    page.get_by_role("button", name="在地图上看柳荫街道委员工作室").click()
    card = page.locator(".map-card")
    expect(card.get_by_role("link")).to_have_text("柳荫街道委员工作室")
    expect(card.get_by_role("link")).to_be_focused()
    expect(page).to_have_url(re.compile("studio=liuyin"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="在地图上看柳荫街道委员工作室")).to_be_focused()
    expect(page).not_to_have_url(re.compile("studio="))
    expect(card).to_have_count(0)
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    expect(page.locator('.finder-list [aria-current="true"]')).to_contain_text("柳荫街道委员工作室")
    page.reload()
    expect(page.locator(".map-card")).to_contain_text("柳荫街道委员工作室")
    page.keyboard.press("Escape")


def test_a_view_of_the_map_is_in_the_address(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?map=9/30.66/117.48")
    expect(page.get_by_role("button", name=re.compile("池州市|贵池区")).first).to_be_visible()
    page.get_by_role("button", name="放大", exact=True).click()
    expect(page).to_have_url(re.compile(r"map=(9\.5|10)%2F30\.66"))


def test_an_outdated_address_says_what_was_left_out(page: Page, few: str) -> None:
    page.goto(few + "find.html?matter=gone&studio=gone&map=NaN/NaN/NaN&time=someday")
    for text in ("“gone”不在名录里", "网址里的工作室不在名录里", "“NaN/NaN/NaN”无法识别", "“someday”无法识别"):
        expect(page.get_by_text(text)).to_be_visible()
    expect(page.locator(".finder-count")).to_have_text("共 29 个工作室")


def test_the_area_last_used_is_offered_first(phone: Page, few: str) -> None:
    field = phone.locator("[data-areas] select").first
    field.select_option("341700")
    expect(phone.locator(".finder-count")).to_have_text(re.compile("池州市"))
    phone.goto(few + "find.html")
    phone.get_by_role("button", name="池州市").click()
    expect(phone.locator(".finder-count")).to_have_text(re.compile("池州市"))


@pytest.mark.says("404|Failed to load")
@pytest.mark.parametrize("answer", [{"status": 404}, {"body": '{"version":1,"count":3}'}, {"body": "{"}])
def test_words_that_do_not_come_are_said_and_the_rest_works(page: Page, few: str, answer) -> None:
    page.route("**/data/search.json", lambda route: route.fulfill(**answer))
    page.goto(few + "find.html?q=liuyin")
    expect(page.get_by_text("文字查找要用的数据没有加载出来")).to_be_visible()
    expect(page.locator(".finder-list li")).to_have_count(20)


def test_without_a_worker_the_page_searches_itself(page: Page, few: str) -> None:
    page.add_init_script("window.Worker = class { constructor() { throw new Error('none'); } }")
    page.goto(few + "find.html?q=liuyin")
    expect(names(page)).to_have_text(["柳荫街道委员工作室"])


def test_a_directory_in_several_files_is_found_and_listed_alike(page: Page, shared_out: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shared_out + "find.html?area=c3")
    page.locator(".finder-list li").nth(19).wait_for()
    assert len([url for url in asked if re.search(r"finder/\d+\.json", url)]) <= 3
    ask(page, "第7委员工作室")
    expect(page.locator(".finder-count")).to_have_text(re.compile("找到 (0|1) 个工作室"))
    page.goto(shared_out + "find.html?q=第7委员工作室&studio=s7")
    expect(names(page)).to_have_text([re.compile("街道第7委员工作室$")])


def test_the_finder_by_keyboard_alone(phone: Page) -> None:
    phone.get_by_label("想找什么").focus()
    phone.keyboard.type("hekou")
    expect(names(phone)).to_have_text(["河口社区委员工作室"])
    for _ in range(30):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.textContent") == "河口社区委员工作室":
            break
    else:
        pytest.fail("the studio found cannot be reached with Tab")


@pytest.mark.parametrize("search", ["?q=dianti", "?matter=law&time=evening", "?near=341702&order=near", "?area=gone"])
def test_every_state_is_accessible(page: Page, few: str, search: str) -> None:
    page.goto(few + "find.html" + search)
    page.locator(".finder-count", has_text=re.compile("个工作室")).wait_for()
    open_filters(page)
    page.get_by_text("更多条件").click()
    checks.axe(page)
    checks.targets(page)
    checks.contrast(page)
    checks.focus_visible(page)
    checks.no_sideways_scroll(page)


@pytest.mark.parametrize(
    ("state", "search"),
    [("words", "?q=dianti"), ("evening", "?time=evening"), ("nothing", "?matter=law&time=evening")],
)
def test_what_a_screen_reader_is_told_of_what_was_found(page: Page, few: str, state: str, search: str) -> None:
    page.goto(few + "find.html" + search)
    page.locator(".finder-count", has_text=re.compile("个工作室")).wait_for()
    agree(f"aria/found-{state}.yml", page.locator(".finder-results").aria_snapshot().replace(few, "/"))


def test_what_a_screen_reader_is_told_of_a_card(page: Page, few: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?studio=liuyin")
    page.locator(".map-card").wait_for()
    agree("aria/found-card.yml", page.locator(".leaflet-popup").aria_snapshot().replace(few, "/"))


def test_with_forced_colours_what_is_chosen_and_marked_still_shows(page: Page, few: str) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(few + "find.html?q=liuyin&studio=liuyin")
    page.locator(".map-card").wait_for()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    outline = page.locator('.finder-list [aria-current="true"]').evaluate(
        "(one) => { const { outlineStyle, outlineColor } = getComputedStyle(one); return [outlineStyle, outlineColor]; }"
    )
    mark = page.locator(".map-mark").first.evaluate("(one) => getComputedStyle(one).backgroundColor")
    assert outline[0] == "solid"
    assert ground not in (outline[1], mark)
    checks.focus_visible(page)


def test_the_finder_inside_another_site_has_no_header_and_leads_out(page: Page, few: str) -> None:
    page.goto(few + "embed.html?area=341700")
    expect(page.locator(".finder-count")).to_have_text("池州市：4 个工作室")
    assert page.locator("header, footer, .finder-take, .finder-areas").count() == 0
    for link in page.locator("main a").all():
        assert link.get_attribute("target") == "_blank"
    checks.axe(page)


def test_the_code_for_another_site_names_the_area(phone: Page, few: str) -> None:
    phone.locator("[data-areas] select").first.select_option("341700")
    phone.get_by_text("放到自己的网站上").click()
    code = phone.get_by_label("代码", exact=True)
    expect(code).to_have_value(re.compile(rf'^<iframe src="{few}embed\.html\?area=341700" title="[^"]+" '))


def test_on_paper_the_whole_list_is_there(phone: Page) -> None:
    phone.evaluate("window.print = () => { window.printed = 1; }")
    phone.get_by_role("button", name="打印这张列表").click()
    assert phone.evaluate("window.printed") == 1
    phone.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(phone.locator(".finder-list li")).to_have_count(29)
    phone.emulate_media(media="print")
    expect(phone.locator(".finder-form")).to_be_hidden()
    phone.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(phone.locator(".finder-list li")).to_have_count(20)

import pytest

from memberstudios.pages import redirects, studio
from memberstudios.render.code import make_code
from tests.sites import Document

DIVISIONS = """
- {id: '990000', name: 示例省, level: province}
- {id: '990100', name: 示例市, level: city, parent: '990000'}
- {id: '990102', name: 城东区, level: county, parent: '990100'}
- {id: '990102001', name: 柳荫街道, level: town, parent: '990102'}
"""
ORGANIZATIONS = "- {id: city, name: 示例市政协, kind: committee, phone: 0000-5550100}"
MEMBERS = """
- {id: lin, name: 林晓禾, sectors: [education], consent: yes}
- {id: zhou, name: 周行远, sectors: [education]}
- {id: he, name: 何清, sectors: [education], consent: yes, to: 2025-01}
"""
SECTORS = "- {id: education, name: 教育界}"
RULE = "{id: weekly, starts: 2026-09-02, freq: weekly, by_day: [WE], opens_at: 09:00, closes_at: 11:30}"


@pytest.fixture
def page(pages):
    """The page of one studio, whose further fields are given as YAML."""

    def page(*fields: str, day: str = "2026-11-25", language: str = "zh-Hans", **records: str) -> Document:
        written = "\n".join(["- id: liuyin", "  name: 柳荫街道委员工作室", *(f"  {field}" for field in fields)])
        known = {"divisions": DIVISIONS, "organizations": ORGANIZATIONS, "members": MEMBERS, "sectors": SECTORS}
        extra = records.pop("others", "")
        given = {"studios": written + extra, **known, **records}
        found: dict[str, Document] = pages(studio.outputs, given, day=day, language=language)
        return found["studios/liuyin.html"]

    return page


def test_a_rule_of_duty_is_the_answer_in_words(page):
    found = page(f"duty: [{RULE}]")
    assert "值班：每周三 9:00 至 11:30" in found.text
    assert "遇法定假日停一次" in found.text


def test_a_rule_that_has_ended_is_no_answer(page):
    found = page("duty: [" + RULE.replace("freq", "ends: 2026-10-31, freq") + "]")
    assert "每周三" not in found.text
    assert "没有查到值班时间" in found.text


def test_announced_changes_are_listed_until_their_day_is_over(page):
    move = "{announced: 2026-11-20, date: 2026-12-02, action: move, to: 2026-12-04, opens_at: 14:00, closes_at: 16:00, reason: 会议}"
    past = "{announced: 2026-10-13, date: 2026-10-14, action: cancel, reason: 停电}"
    found = page("duty: [" + RULE[:-1] + f", exceptions: [{move}, {past}]}}]")
    assert "12月2日（周三）改到12月4日（周五） 14:00 至 16:00，因为会议" in found.text
    assert "停电" not in found.text


@pytest.mark.parametrize(
    ("fields", "head"),
    [
        (["visit: appointment-required"], "须先预约"),
        (["visit: no-fixed-time"], "没有固定时间，先联系再去"),
        (["status: suspended"], "暂停接待"),
        (["status: preparing"], "还在筹建"),
        (["status: building"], "正在建设"),
        (["status: unknown"], "现在是否接待，没有查到"),
        (["status: closed", "closed_on: 2025-03"], "已停办（2025年3月）"),
        (["venue: online"], "网上接待，不用到场"),
        (["valid_to: 2025"], "已不在名录里"),
        (["duty_text: 逢集日上午"], "值班：逢集日上午"),
        ([], "没有查到值班时间"),
    ],
)
def test_every_state_is_said_plainly(page, fields, head):
    assert head in page(*fields).text


def test_who_has_gone_cannot_be_called_and_names_the_successor(page):
    after = "\n- {id: after, name: 新柳荫委员工作室}"
    found = page("status: closed", "replaced_by: after", "phone: 0000-5550123", others=after)
    assert "0000-5550123" not in found.text
    assert "看新柳荫委员工作室" in found.text
    assert "../studios/after.html" in found.targets


def test_a_phone_is_a_link(page):
    assert "tel:00005550123,8" in page("phone: 0000-5550123转8").targets


def test_without_a_phone_the_next_one_is_shown_and_named(page):
    found = page("owner: city")
    assert "tel:00005550100" in found.targets
    assert "示例市政协的电话" in found.text


def test_an_address_that_is_not_public_stays_out(page):
    location = "location: {lat: 30.1, lng: 110.1}"
    found = page("address: 柳荫路12号", "address_public: no", "directions: 北门进", location, "division: '990102001'")
    assert "示例市城东区柳荫街道（具体地址不公开）" in found.text
    assert "柳荫路" not in found.text
    assert "北门" not in found.text
    assert not any("amap" in target for target in found.targets)


def test_an_own_position_leads_to_map_services(page):
    found = page("address: 柳荫路12号", "location: {lat: 30.1, lng: 110.1, precision: building}")
    assert any("amap" in target for target in found.targets)


def test_a_coarse_position_leads_nowhere(page):
    found = page("address: 柳荫路12号", "location: {lat: 30.1, lng: 110.1, precision: town}")
    assert not any("amap" in target for target in found.targets)


def test_areas_that_the_address_repeats_are_said_once(page):
    found = page("address: 城东区柳荫路12号", "division: '990102001'")
    assert "示例市城东区柳荫路12号" in found.text


def test_a_sparse_record_says_what_is_missing_and_whom_to_ask(page):
    found = page("division: '990102001'")
    assert "电话和门牌号也没有查到。去之前，请先向城东区政协机关确认。" in found.text
    assert "示例市城东区柳荫街道（没有查到门牌号）" in found.text
    assert "补充或更正" not in found.text


def test_more_can_be_reported_only_where_the_site_takes_reports(page):
    found = page("division: '990102001'", site="title: 示例\nreport_url: 'https://example.org/r?id={id}'")
    assert "补充或更正这条信息" in found.text
    assert "https://example.org/r?id=liuyin" in found.targets


def test_other_studios_nearby_are_offered_by_the_nearest_area(page):
    others = "\n- {id: other, name: 城东工作室, division: '990102'}"
    found = page("division: '990102001'", others=others)
    assert "看城东区的其他工作室" in found.text
    assert "../areas/990102.html" in found.targets


def test_parts_that_are_empty_do_not_show(page):
    text = page("division: '990102001'").text
    for heading in (
        "可以来办什么",
        "委员工作室 委员",
        "办的事",
        "活动",
        "报道里的数字",
        "规范建设",
        "结对共建",
        "照片",
    ):
        assert heading not in text


def test_without_consent_only_name_and_role_are_shown(page):
    found = page("members: [{member: lin, role: convenor}, {member: zhou}]")
    assert "召集人 · 教育界" in found.text
    assert "../members/lin.html" in found.targets
    assert "周行远委员" in found.text
    assert "委员 · 教育界" not in found.text
    assert "../members/zhou.html" not in found.targets


def test_whose_seat_or_term_is_over_is_not_listed(page):
    text = page("members: [{member: lin, to: 2026-01}, {member: he}, {member: zhou}]").text
    assert "林晓禾" not in text
    assert "何清" not in text
    assert "周行远" in text


def test_a_note_is_never_published(page):
    assert "内部" not in page("note: 内部说明").text


def test_activities_stand_newest_first_and_undated_ones_last(page):
    activities = """
- {id: a, title: 没写日期的活动, studios: [liuyin]}
- {id: b, title: 去年的活动, date: 2025-05, studios: [liuyin]}
- {id: c, title: 今年的活动, date: 2026-05-12, studios: [liuyin], state: cancelled}
"""
    text = page(activities=activities).text
    assert text.index("今年的活动") < text.index("去年的活动") < text.index("没写日期的活动")
    assert "已取消" in text
    assert "没有注明日期" in text


def test_a_topic_tells_its_result_and_leads_to_its_way(page):
    topics = """
- id: lift
  title: 老楼装电梯
  studios: [liuyin]
  state: resolved
  steps: [{date: 2026-09-03, state: raised, text: 意见不一}, {date: 2026-11-18, state: resolved}]
  result: 3号楼电梯开通
"""
    found = page(topics=topics)
    for fact in ("老楼装电梯", "已解决", "2026年11月18日", "3号楼电梯开通"):
        assert fact in found.text
    assert "../topics/lift.html" in found.targets


def test_of_many_activities_the_newest_stand_and_a_list_holds_all(page):
    activities = "".join(
        f"- {{id: a{n}, title: 第{n}次, date: 2026-01-{n:02}, studios: [liuyin]}}\n" for n in range(1, 13)
    )
    found = page(activities=activities)
    assert "第12次" in found.text
    assert "第2次" not in found.text
    assert "../activities/studios/liuyin.html" in found.targets


def test_a_reported_figure_keeps_the_wording_of_its_source(page):
    figures = "- {id: f, studio: liuyin, measure: receptions, quantity: {value: 300, bound: over, raw: 300余人次}, period: {raw: 半年来}, sources: [s]}"
    text = page(figures=figures, sources="- {id: s, title: 报道, publisher: 示例日报}").text
    assert "300余人次" in text
    assert "半年来，示例日报报道" in text


def test_a_planned_change_is_announced_with_its_day(page):
    text = page("address: 柳荫路12号", "changes: [{from: 2027-01-05, address: 新街3号, phone: 0000-5550199}]").text
    assert "2027年1月5日起有变动" in text
    assert "地址改为：新街3号" in text
    assert "电话改为：0000-5550199" in text


def test_what_a_framework_asks_is_named(page):
    frameworks = "- {id: wall, name: 四上墙, items: [{id: duties, name: 工作职责}]}"
    text = page(
        "compliance: [{framework: wall, item: duties, met: partly, evidence: 照片}]", frameworks=frameworks
    ).text
    for fact in ("四上墙", "工作职责", "部分做到", "照片"):
        assert fact in text


def test_hours_are_a_sentence_and_never_the_hours_of_members(page):
    text = page("hours: Mo-Fr 09:00-12:00,14:30-17:30; Sa off").text
    assert "周一至周五 9:00 至 12:00、14:30 至 17:30；周六 不开门" in text
    assert "没有查到值班时间" in text


def test_no_page_says_today(page):
    assert "今天" not in page(f"duty: [{RULE}]", "hours: Mo-Su 09:00-12:00").text


def test_a_studio_speaks_english_too(page):
    text = page(f"duty: [{RULE}]", language="en").text
    assert "Members receive: every Wednesday 9:00 to 11:30" in text


def test_an_old_id_leads_on(pages, made):
    records = {"studios": "- {id: liuyin, name: 柳荫工作室, former_ids: [old]}"}
    found = pages(redirects.outputs, records)
    assert set(found) == {"studios/old.html"}
    assert "../studios/liuyin.html" in found["studios/old.html"].targets
    listed = made(redirects.outputs, records)["redirects.map"]
    assert listed == b"/studios/old.html /studios/liuyin.html;\n"


def test_an_old_id_that_is_used_again_is_no_redirect(made):
    records = {"studios": "- {id: a, name: 甲, former_ids: [older]}\n- {id: b, name: 乙}"}
    assert set(made(redirects.outputs, records)) == {"studios/older.html", "redirects.map"}


def test_a_channel_with_an_address_has_a_code_that_leads_there(made):
    address = "https://example.org/live?room=1"
    channels = f"channels: [{{kind: video, name: 直播间, url: '{address}'}}, {{kind: wechat, name: 公众号}}]"
    html = made(studio.outputs, {"studios": f"- {{id: a, name: 网上工作室, form: online-studio, {channels}}}"})[
        "studios/a.html"
    ]
    assert make_code(address).path in html.decode()
    assert html.count(b'<figure class="code">') == 1

import pytest

from memberstudios.pages import member

ROTATION = "rotation: {members: [lin, zhou]}"
RULE = "{id: weekly, starts: 2026-09-02, freq: weekly, by_day: [WE], opens_at: 09:00, closes_at: 11:30, "
STUDIOS = f"""
- id: liuyin
  name: 柳荫工作室
  members: [{{member: lin, role: convenor}}, {{member: zhou}}, {{member: he, to: 2025}}]
  duty: [{RULE}{ROTATION}}}]
"""
MEMBERS = """
- {id: lin, name: 林晓禾, title: 教师, consent: yes, term: 第五届}
- {id: zhou, name: 周行远, title: 工人}
- {id: he, name: 何清, consent: yes, to: 2025-06}
"""


@pytest.fixture
def found(pages):
    activities = "- {id: a, title: 进小区听意见, studios: [liuyin], members: [lin, zhou]}"
    return pages(member.outputs, {"studios": STUDIOS, "members": MEMBERS, "activities": activities})


def test_only_those_who_agreed_have_a_page(found):
    assert set(found) == {"members/index.html", "members/lin.html", "members/he.html"}


def test_a_page_says_where_and_when_to_meet_the_member(found):
    text = found["members/lin.html"].text
    assert "柳荫工作室" in text
    assert "召集人" in text
    assert "值班：每周三 9:00 至 11:30" in text


def test_a_page_names_activities_and_of_others_only_those_who_agreed(found):
    text = found["members/lin.html"].text
    assert "进小区听意见" in text
    assert "参加的委员" not in text


def test_a_term_that_is_over_is_said_and_its_duty_is_not(found):
    text = found["members/he.html"].text
    assert "任期已满" in text
    assert "以前所在的工作室" in text
    assert "每周三" not in text


def test_the_list_holds_only_members_in_office(found):
    text = found["members/index.html"].text
    assert "林晓禾" in text
    assert "何清" not in text
    assert "周行远" not in text


def test_a_list_of_nobody_says_why(pages):
    text = pages(member.outputs, {"studios": "- {id: a, name: 甲}"})["members/index.html"].text
    assert "这里还没有委员的资料" in text

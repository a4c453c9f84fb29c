"""Duty by area and on a member's page: which days are named, whose names, and what is said where there are none."""

import re

import pytest

from memberstudios.pages import duty, member

RECORDS = {
    "divisions": """
- {id: city, name: 示例市, level: city}
- {id: east, name: 东区, level: county, parent: city}
- {id: west, name: 西区, level: county, parent: city}
- {id: empty, name: 空区, level: county, parent: city}
""",
    "members": "- {id: open, name: 甲明, consent: yes}\n- {id: shy, name: 乙默}\n",
    "studios": """
- id: a
  name: 东区委员工作室
  status: open
  division: east
  members: [{member: open}, {member: shy}]
  duty:
    - id: weekly
      starts: 2026-11-04
      freq: weekly
      by_day: [WE]
      opens_at: 09:00
      closes_at: 11:30
      rotation: {members: [open, shy]}
      exceptions: [{announced: 2026-11-20, date: 2026-12-02, action: cancel, reason: 停电}]
- {id: b, name: 西区委员工作室, status: open, division: west}
""",
}


@pytest.fixture
def pages(made):
    return {path: data.decode() for path, data in made(duty.outputs, RECORDS).items()}


def text(html: str) -> str:
    main = html.split("<main", 1)[1].split("</main>", maxsplit=1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).replace("\N{NO-BREAK SPACE}", " ")


def test_areas_with_duty_have_a_page_and_others_have_none(pages):
    assert {path for path in pages if path.endswith(".html")} == {"duty/index.html", "duty/city.html", "duty/east.html"}
    assert "示例市 1 次，最近11月25日（周三）" in text(pages["duty/index.html"])


def test_the_next_two_weeks_are_named_by_day_and_what_is_cancelled_stays_visible(pages):
    shown = text(pages["duty/east.html"])
    assert "11月25日（周三）到12月8日（周二），一共 1 次" in shown
    assert "12月2日（周三）" in shown
    assert "取消，因为停电" in shown
    assert "12月9日" not in shown
    assert "今天" not in shown


def test_only_members_who_agreed_are_named_where_studios_are_many(pages, made):
    later = {path: data.decode() for path, data in made(duty.outputs, RECORDS, day="2026-12-10").items()}
    both = text(pages["duty/east.html"]) + text(later["duty/east.html"])
    assert "甲明" in both
    assert "乙默" not in both


def test_an_area_whose_studios_say_nothing_more_says_so(made):
    later = RECORDS["studios"].replace("starts: 2026-11-04", "starts: 2027-11-03").partition("      exceptions:")
    records = RECORDS | {"studios": later[0] + "\n- {id: b" + later[2].partition("- {id: b")[2]}
    shown = text(made(duty.outputs, records)["duty/city.html"].decode())
    assert "没有查到，不等于当地没有" in shown
    assert "另有 1 个工作室没有公布值班时间" in shown


def test_a_directory_without_duty_has_no_such_pages(made):
    plain = {"studios": "- {id: b, name: 西区委员工作室}"}
    assert made(duty.outputs, plain) == {}


def test_a_member_sees_only_their_own_sessions(made):
    shown = text(made(member.outputs, RECORDS)["members/open.html"].decode())
    assert re.findall(r"\d+月\d+日（周三）", shown.split("近期值班")[1])[:2] == ["12月2日（周三）", "12月16日（周三）"]
    assert "11月25日" not in shown
    assert "乙默" not in shown

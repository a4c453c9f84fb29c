"""What a studio's page says will be different, and from which day on, whatever the day it was built on."""

import re

import pytest

from memberstudios.pages import studio

MEMBERS = """
- {id: a, name: 甲一}
- {id: b, name: 乙一, to: 2027-01-31}
- {id: c, name: 丙一, from: 2027-03-01}
"""
RULE = "freq: weekly, opens_at: 09:00, closes_at: 11:30"
WINTER = f"{{id: winter, starts: 2026-11-01, ends: 2027-03-31, by_day: [WE], {RULE}}}"
SUMMER = f"{{id: summer, starts: 2027-04-01, by_day: [TU], {RULE}}}"


@pytest.fixture
def changes(pages):
    """What is said of each day."""

    def changes(*fields: str, day: str = "2026-11-25", status: str = "open") -> dict[str, str]:
        text = "\n  ".join(["- id: east", "name: 东街委员工作室", f"status: {status}", *fields])
        west = "\n- {id: west, name: 西街委员工作室, status: open}\n"
        page = pages(studio.outputs, {"members": MEMBERS, "studios": text + west}, day=day)["studios/east.html"]
        told = re.split(" 委员 甲 | 近期值班 | 关于这份记录", page.text)[0]
        parts = re.split(r"(\d{4}年\d+月\d+日)起有变动", told)
        return dict(zip(parts[1::2], map(str.strip, parts[2::2]), strict=True))

    return changes


def test_a_rule_that_follows_another_is_announced(changes):
    assert changes(f"duty: [{WINTER}, {SUMMER}]") == {"2027年4月1日": "值班安排改为：每周二 9:00 至 11:30"}


def test_a_rule_that_ends_with_nothing_after_it_is_announced(changes):
    assert changes(f"duty: [{WINTER}]") == {"2027年4月1日": "这份值班安排结束，以后的还没有公布"}


def test_what_has_come_is_announced_no_more(changes):
    assert changes(f"duty: [{WINTER}, {SUMMER}]", day="2027-04-01") == {}


def test_who_comes_and_goes_is_announced_where_the_end_is_near(changes):
    told = changes("members: [{member: a, to: 2028}, {member: b}, {member: c}]")
    assert told == {"2027年2月1日": "委员乙一不再在这里", "2027年3月1日": "委员丙一开始在这里"}


def test_an_end_names_what_takes_its_place(changes):
    told = changes("valid_to: 2026-12-31", "replaced_by: west")
    assert told == {"2027年1月1日": "这个工作室不再在名录里 由西街委员工作室接替"}


def test_a_planned_change_of_duty_is_said_once(changes):
    change = f"{{from: 2027-01-04, duty: [{{id: new, starts: 2027-01-04, by_day: [TH], {RULE}}}]}}"
    told = changes(f"duty: [{WINTER}]", f"changes: [{change}]")
    assert told == {"2027年1月4日": "值班安排改为：每周四 9:00 至 11:30"}


def test_before_any_rule_holds_the_answer_says_from_when(pages):
    text = f"- id: east\n  name: 东街委员工作室\n  status: open\n  duty: [{SUMMER}]\n"
    page = pages(studio.outputs, {"studios": text})["studios/east.html"]
    assert "值班：从2027年4月1日（周四）起，每周二 9:00 至 11:30" in page.text


def test_of_a_closed_studio_nothing_comes(changes):
    assert changes("closed_on: 2026-01", f"duty: [{SUMMER}]", status="closed") == {}


def test_a_first_rule_begins_and_does_not_replace(changes):
    assert changes(f"duty: [{SUMMER}]") == {"2027年4月1日": "开始值班：每周二 9:00 至 11:30"}


def test_what_past_changes_say_counts_and_not_what_they_replaced(changes):
    past = "{from: 2026-06-01, members: [{member: a}, {member: b, from: 2027-01-10}], valid_to: 2027-02-28}"
    told = changes("members: [{member: a, to: 2026-12-20}]", "valid_to: 2026-12-28", f"changes: [{past}]")
    assert told == {
        "2027年1月10日": "委员乙一开始在这里",
        "2027年2月1日": "委员乙一不再在这里",
        "2027年3月1日": "这个工作室不再在名录里",
    }


def test_a_planned_change_of_members_names_who_comes_and_goes(changes):
    told = changes("members: [{member: a}]", "changes: [{from: 2027-03-01, members: [{member: c}]}]")
    assert told == {"2027年3月1日": "委员甲一不再在这里 委员丙一开始在这里"}


def test_a_planned_appointment_is_said(changes):
    told = changes("changes: [{from: 2027-01-04, visit: appointment-required}]")
    assert told == {"2027年1月4日": "来访方式改为：须先预约"}

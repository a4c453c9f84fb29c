import re

import icalendar
import pytest

from memberstudios.pages import activities, activity, calendars, coming, series, studio

SITE = "title: 示例市\nbase_url: https://example.org/"
STUDIOS = """
- {id: a, name: 甲工作室}
- {id: b, name: 乙工作室}
"""
FRAMEWORKS = """
- id: six
  name: 六步法
  applies_to: activity
  items: [{id: need, name: 需求调研}, {id: theme, name: 确定主题}, {id: outcome, name: 成果转化}, {id: more, unknown: yes, count: 3}]
"""
SERIES = "- {id: lift, title: 装电梯的故事, summary: 从第一次上门到开通}"
ACTIVITIES = """
- {id: undated, title: 没写日期的, studios: [a]}
- {id: first, title: 上门问一问, date: 2026-01-10, studios: [a], series: lift, kind: survey, steps: {framework: six, need: 2026-01-10}}
- {id: second, title: 坐下来商量, date: 2026-03, studios: [a, b], series: lift, kind: consultation, outcome: 三种方案选一种, steps: {framework: six, theme: 开了两次会}}
- {id: soon, title: 开通那天, date: 2026-12-20, state: planned, opens_at: 09:30, closes_at: 11:00, announced: 2026-11-20, place: 三号楼, studios: [a], series: lift}
- {id: days, title: 摆摊三天, date: 2026-12-24, end_date: 2026-12-26, state: planned, studios: [b]}
- {id: off, title: 不开的会, date: 2026-12-01, state: cancelled, studios: [b]}
- {id: late, title: 说好了没消息, date: 2026-10-01, state: planned, studios: [b]}
- {id: talk, title: 网上讲堂, kind: lecture, series: 线上讲座, views: {value: 20000000, bound: near, raw: 近2000万人次}, studios: [b]}
"""
RECORDS = {"site": SITE, "studios": STUDIOS, "frameworks": FRAMEWORKS, "series": SERIES, "activities": ACTIVITIES}


@pytest.fixture
def lists(pages):
    return pages(activities.outputs, RECORDS)


def test_those_to_come_stand_first_then_the_newest_and_undated_ones_last(lists):
    text = lists["activities/index.html"].text
    order = [
        "接下来的活动",
        "开通那天",
        "摆摊三天",
        "不开的会",
        "说好了没消息",
        "坐下来商量",
        "上门问一问",
        "没写日期的",
    ]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_what_was_planned_for_a_day_that_has_passed_says_that_no_result_is_on_record(lists):
    assert "说好了没消息 没有记录结果" in lists["activities/index.html"].text.replace(
        "说好了没消息没有", "说好了没消息 没有"
    )


def test_a_list_of_a_kind_holds_that_kind_alone(lists):
    text = lists["activities/kinds/lecture.html"].text
    assert "网上讲堂" in text
    assert "坐下来商量" not in text
    assert "activities/kinds/charity.html" not in lists


def test_studios_with_activities_lead_to_theirs(lists):
    found = lists["activities/studios/index.html"]
    assert {"../../studios/a.html#activities", "../../studios/b.html#activities"} <= set(found.targets)


@pytest.fixture
def details(pages):
    return pages(activity.outputs, RECORDS)


def test_an_activity_of_several_studios_names_and_leads_to_each(details):
    found = details["activities/second.html"]
    assert "联合开展" in found.text
    assert {"../studios/a.html", "../studios/b.html"} <= set(found.targets)


def test_it_stands_under_each_of_its_studios(pages):
    found = pages(studio.outputs, RECORDS)
    assert all("坐下来商量" in found[f"studios/{id_}.html"].text for id_ in "ab")


def test_progress_shows_every_known_step_and_what_is_not_on_record(details):
    text = details["activities/second.html"].text
    assert "共 3 步，有记录的 1 步" in text
    assert re.search(r"需求调研\s*还没有记录.*确定主题\s*开了两次会.*成果转化\s*还没有记录", text)


def test_views_keep_the_wording_of_the_source(details):
    assert "近2000万人次" in details["activities/talk.html"].text


def test_without_a_date_it_says_so(details):
    assert "没有注明日期" in details["activities/undated.html"].text


@pytest.fixture
def stories(pages):
    return pages(series.outputs, RECORDS)


def test_a_series_is_told_from_its_beginning_to_what_comes(stories):
    text = stories["activities/series/lift.html"].text
    order = ["上门问一问", "坐下来商量", "三种方案选一种", "开通那天"]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_the_steps_of_a_series_are_those_of_all_its_activities(stories):
    assert "共 3 步，有记录的 2 步" in stories["activities/series/lift.html"].text


def test_a_series_that_is_a_name_alone_has_a_page_at_a_lasting_address(stories, details):
    (path,) = (
        path for path in stories if "/series/" in path and path.split("/")[-1] not in ("index.html", "lift.html")
    )
    assert "线上讲座" in stories[path].text
    assert f"../{path}" in details["activities/talk.html"].targets


@pytest.fixture
def files(made):
    return made(coming.outputs, RECORDS)


def events(data):
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def test_the_calendar_holds_what_was_announced_for_a_day(files):
    found = events(files["activities/coming.ics"])
    assert set(found) == {f"{id_}.activity@example.org" for id_ in ("soon", "days", "off", "late")}


def test_hours_are_hours_and_days_are_days_up_to_the_last(files):
    found = events(files["activities/coming.ics"])
    soon, days = found["soon.activity@example.org"], found["days.activity@example.org"]
    assert f"{soon['DTSTART'].dt:%Y-%m-%d %H:%M}" == "2026-12-20 09:30"
    assert f"{soon['DTEND'].dt:%H:%M}" == "11:00"
    assert (str(days["DTSTART"].dt), str(days["DTEND"].dt)) == ("2026-12-24", "2026-12-27")


def test_a_cancelled_one_is_kept_and_says_so(files):
    off = events(files["activities/coming.ics"])["off.activity@example.org"]
    assert off["STATUS"] == "CANCELLED"
    assert off["SUMMARY"] == "取消：不开的会"


def test_a_studio_without_duty_has_a_calendar_of_what_it_announced(made):
    data = made(calendars.outputs, RECORDS)["duty/a.ics"]
    assert set(events(data)) == {"soon.activity@example.org"}


def test_the_feed_holds_coming_activities_too_each_with_the_day_it_became_known(files):
    text = files["activities/feed.xml"].decode()
    assert "还没开始：开通那天" in text
    assert "2026-11-20T00:00:00+08:00" in text
    assert "时间：2026-12-20。" in text


def test_without_activities_there_is_no_page_of_them(pages):
    records = {"site": SITE, "studios": STUDIOS}
    assert not any(pages(module.outputs, records) for module in (activities, activity, series, coming))


def test_what_has_ended_is_in_no_list_calendar_or_feed(pages, made):
    ended = "- {id: gone, title: 不再算数的, date: 2026-12-24, state: planned, studios: [a], valid_to: 2026-10}\n"
    records = {**RECORDS, "activities": ACTIVITIES + ended}
    assert "这份记录到2026年10月为止" in pages(activity.outputs, records)["activities/gone.html"].text
    found = {**made(activities.outputs, records), **made(coming.outputs, records), **made(studio.outputs, records)}
    assert not [path for path, data in found.items() if "不再算数的" in data.decode()]


def test_of_a_series_that_has_not_begun_nothing_is_said(pages):
    records = {
        **RECORDS,
        "series": SERIES + "\n- {id: next-year, title: 明年的, valid_from: 2027}\n",
        "activities": ACTIVITIES + "- {id: early, title: 提前的, date: 2026-10-02, series: next-year}\n",
    }
    said = {**pages(series.outputs, records), **pages(activity.outputs, records)}
    assert not [path for path, page in said.items() if "next-year" in page.text or "明年的" in page.text]


def test_a_newer_announcement_is_a_newer_event(made):
    def sequence(text):
        data = made(coming.outputs, {"site": SITE, "studios": STUDIOS, "activities": f"- {{id: a, title: 甲, {text}}}"})
        return events(data["activities/coming.ics"])["a.activity@example.org"]["SEQUENCE"]

    announced = sequence("state: planned, date: 2026-12-20, announced: 2026-11-01")
    moved = sequence("state: planned, date: 2026-12-22, announced: 2026-11-10")
    off = sequence("state: cancelled, date: 2026-12-22, announced: 2026-11-10")
    again = sequence("state: planned, date: 2026-12-23, announced: 2026-11-11")
    assert announced < moved < off < again

"""What the finder's files say of studios, topics and news; and the map layer of each area."""

import json
from datetime import date

import pytest

from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.day import periods
from memberstudios.directory.entries import Entry
from memberstudios.directory.sessions import sessions
from memberstudios.pages import finder, open_data
from memberstudios.pages.visit_times import visit_times
from memberstudios.records.reader import read_record
from memberstudios.records.studio import Studio

RULE = {"id": "r", "starts": "2026-09-02", "freq": "weekly", "opens_at": "09:00", "closes_at": "11:30"}
DIVISIONS = """
- {id: city, name: 示例市, level: city, center: {lat: 30, lng: 110, precision: city}}
- {id: town, name: 东镇, level: town, parent: city}
"""
STUDIOS = """
- id: east
  name: 东镇委员工作室
  short_name: 东镇室
  division: town
  sectors: education
  phone: 0000-5550123
  address: 一号路
  access: {step_free: yes}
  members: [{member: open}, {member: shy}]
  services: [{name: 装电梯, matter: lift}]
  hours: Mo-Fr 09:00-12:00
- id: hidden
  name: 隐址工作室
  division: city
  address: 二号路
  address_public: no
- {id: gone, name: 已撤工作室, division: town, valid_to: 2020}
"""
RECORDS = {
    "studios": STUDIOS,
    "divisions": DIVISIONS,
    "sectors": "- {id: education, name: 教育一界, national: 教育界}",
    "matters": "- {id: lift, name: 小区设施, words: 电梯}",
    "members": "- {id: open, name: 甲明, consent: yes}\n- {id: shy, name: 乙默}",
    "topics": (
        "- {id: done, title: 装上了, matter: lift, state: resolved, studios: east}\n- {id: idea, title: 只是想法, state: raised}"
    ),
}


def times(**fields):
    value = {"id": "a", "name": "甲"} | fields
    found, problems = read_record(Studio, value, "data/studios.yaml", ())
    assert not problems
    day = date(2026, 10, 1)
    entry = Entry(kind="studio", record=found, file="data/studios.yaml", value=value)
    calendar = WorkCalendar()
    meetings = [
        one
        for rule in found.duty
        for one in sessions(rule, calendar, lambda _member, _day: True, date(2026, 9, 1), date(2026, 12, 31))
        if max(one.day, one.nominal) >= day
    ]
    return visit_times(periods(entry), meetings, day)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"by_day": ["WE"]}, "duty weekly WE 09:00-11:30 off=2026-10-07"),
        ({}, "duty weekly WE 09:00-11:30 off=2026-10-07"),
        ({"on_holiday": "keep"}, "duty weekly WE 09:00-11:30"),
        ({"on_holiday": "shift_next_workday"}, "duty weekly WE 09:00-11:30 off=2026-10-07 also=2026-10-08T09:00-11:30"),
        ({"freq": "monthly", "by_day": ["2WE", "-1FR"]}, "duty monthly 2WE,-1FR 09:00-11:30"),
        ({"freq": "monthly"}, "duty monthly 2 09:00-11:30 off=2026-10-02"),
        ({"by_day": ["MO"], "interval": "2"}, "duty weekly MO 09:00-11:30 every=2 from=2026-10-12"),
        ({"by_day": ["MO"], "starts": "2026-11", "ends": "2026-12"}, "duty weekly MO 09:00-11:30 from=2026-11-01 to=2026-12-31"),
        (
            {
                "exceptions": [
                    {"announced": "2026-10-01", "date": "2026-10-14", "action": "cancel"},
                    {"announced": "2026-10-01", "date": "2026-10-21", "action": "move", "to": "2026-10-22"},
                    {"announced": "2026-10-01", "date": "2026-10-28", "action": "move", "opens_at": "14:00", "closes_at": "16:00"},
                    {"announced": "2026-09-01", "date": "2026-09-09", "action": "cancel"},
                ]
            },
            ("duty weekly WE 09:00-11:30 off=2026-10-07 off=2026-10-14 off=2026-10-21 also=2026-10-22T09:00-11:30"
            " off=2026-10-28 also=2026-10-28T14:00-16:00"),
        ),
    ],
)  # fmt: skip
def test_a_rule_is_one_line(fields, line):
    assert times(duty=[RULE | fields]) == (line,)


def test_planned_changes_are_lines_from_their_day_on():
    changed = {
        "id": "late",
        "starts": "2026-11-01",
        "freq": "weekly",
        "by_day": ["FR"],
        "opens_at": "14:00",
        "closes_at": "16:00",
    }
    changes = [{"from": "2026-11-15", "duty": [changed]}, {"from": "2027-01-10", "status": "closed"}]
    assert times(duty=[RULE | {"on_holiday": "keep"}], changes=changes) == (
        "duty weekly WE 09:00-11:30 to=2026-11-14",
        "duty weekly FR 14:00-16:00 from=2026-11-15 to=2027-01-09",
    )


def test_opening_hours_are_a_line_for_days_with_the_same_hours():
    assert times(hours="Mo-Tu 09:00-12:00,14:00-17:00; Sa 09:00-12:00; Su off") == (
        "open weekly MO,TU 09:00-12:00,14:00-17:00",
        "open weekly SA 09:00-12:00",
    )


def test_where_nobody_is_received_there_are_no_times():
    assert times(duty=[RULE], status="suspended") == ()
    assert times(duty=[RULE | {"ends": "2026-09-30"}]) == ()


@pytest.fixture
def files(made):
    return {path: json.loads(data) for path, data in made(finder.outputs, RECORDS).items() if path.endswith(".json")}


def test_the_finder_knows_each_listed_studio(files):
    points = files["data/finder.json"]
    assert points["texts"]["id"] == ["hidden", "east"]
    assert points["texts"]["address"] == ["", "一号路"]
    assert points["sectors"] == ["教育界"]
    assert [points["matter"]["words"][index] for index in points["matter"]["rows"]] == [[], [0]]
    assert [points["step_free"]["words"][index] for index in points["step_free"]["rows"]] == ["", "yes"]
    assert points["reach"] == [0, 1]
    assert (
        points["texts"]["when"]["words"][1].replace("\N{NO-BREAK SPACE}", " ") == "开门时间：周一至周五 9:00 至 12:00"
    )


def test_words_find_names_consenting_members_services_and_what_was_solved(files):
    share = files["data/search.json"]["share"]
    assert share["studios"]["names"] == ["", "东镇室\n教育一界"]
    assert share["studios"]["people"] == ["", "甲明"]
    assert share["studios"]["services"] == ["", "装电梯"]
    assert share["studios"]["phones"] == ["", "0000-5550123"]
    assert share["topics"]["title"] == ["装上了"]
    assert share["topics"]["path"] == ["topics/done.html"]
    assert files["data/search.json"]["matters"] == ["小区设施\n电梯"]


def test_each_area_has_a_map_layer_of_what_lies_in_it(made):
    made_ = made(open_data.outputs, RECORDS)
    found = {path: json.loads(data) for path, data in made_.items() if path.startswith("data/areas/")}
    ids = {path: [feature["id"] for feature in layer["features"]] for path, layer in found.items()}
    assert ids == {"data/areas/city.geojson": ["hidden", "east"], "data/areas/town.geojson": ["east"]}
    assert found["data/areas/town.geojson"]["area"] == {"id": "town", "name": "东镇", "level": "town"}
    assert {layer["type"] for layer in found.values()} == {"FeatureCollection"}

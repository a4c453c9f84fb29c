"""When the site will be another one by itself."""

import json

from memberstudios.pages import next_changes

RECORDS = {
    "members": "- {id: a, name: 甲, to: 2027-01}\n- {id: b, name: 乙, valid_from: 2027-03-01}\n",
    "studios": """
- id: a
  name: 东街委员工作室
  valid_to: 2026-12-31
  members: [{member: a, from: 2026-12-01}]
  changes: [{from: 2026-12-15, phone: 0000-5550101}, {from: 2026-12-20, members: [{member: a, to: 2027-06-30}]}]
- {id: past, name: 旧委员工作室, valid_to: 2020}
""",
}


def test_days_ahead_are_listed_with_what_begins_or_has_ended(made):
    told = json.loads(made(next_changes.outputs, RECORDS)["data/next-changes.json"])
    assert [(one["date"], one["kinds"]) for one in told["changes"]] == [
        ("2026-12-01", ["studio"]),
        ("2026-12-15", ["studio"]),
        ("2026-12-20", ["studio"]),
        ("2027-01-01", ["studio"]),
        ("2027-01-02", ["studio"]),  # what happens on 2027-07-01 is told from here on
        ("2027-02-01", ["member"]),
        ("2027-03-01", ["member"]),
        ("2027-06-30", ["studio"]),
        ("2027-07-01", ["studio"]),
    ]
    assert not told["every_day"]


def test_pages_that_name_days_to_come_change_every_day(made):
    records = {"studios": "- {id: a, name: 东街委员工作室, hours: 'Mo-Fr 09:00-12:00'}"}
    assert json.loads(made(next_changes.outputs, records)["data/next-changes.json"]) == {
        "every_day": True,
        "changes": [],
    }


def test_between_two_of_these_days_the_file_stays_as_it_is(made):
    early = made(next_changes.outputs, RECORDS, day="2026-12-02")
    assert early == made(next_changes.outputs, RECORDS, day="2026-12-14")
    assert early != made(next_changes.outputs, RECORDS, day="2026-12-15")


def test_nobody_is_named(made):
    data = made(next_changes.outputs, RECORDS)["data/next-changes.json"].decode()
    assert "member/" not in data
    assert '"a"' not in data

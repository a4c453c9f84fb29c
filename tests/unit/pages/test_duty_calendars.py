"""Calendars of duty, read back event by event by two programs that know nothing of ours."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from memberstudios.pages import calendars, duty

ZONE = ZoneInfo("Asia/Shanghai")
SITE = "title: 测试\nbase_url: https://studios.example.org/\n"
RECORDS = {
    "site": SITE,
    "divisions": "- {id: east, name: 东区, level: county}\n",
    "members": "- {id: open, name: 甲明, consent: yes}\n- {id: shy, name: 乙默}\n",
    "studios": """
- id: a
  name: 东区“一站式”委员工作室，第1室；很长的名字要折成几行才放得下，一个字也不能断开
  status: open
  division: east
  address: 一号路1号
  location: {lat: 30.5, lng: 110.25, precision: building}
  phone: 0000-5550101
  members: [{member: open}, {member: shy}]
  duty:
    - id: weekly
      starts: 2026-09-02
      freq: weekly
      by_day: [WE]
      opens_at: 09:00
      closes_at: 11:30
      on_holiday: shift_next_workday
      rotation: {members: [open, shy]}
      exceptions:
        - {announced: 2026-11-20, date: 2026-12-02, action: cancel, reason: 停电}
        - {announced: 2026-11-20, date: 2026-12-09, action: move, to: 2026-12-10, opens_at: 14:00, closes_at: 16:00}
        - {announced: 2026-11-24, date: 2026-12-09, action: swap, members: [shy]}
""",
}


@pytest.fixture
def files(made):
    found: dict[str, bytes] = {}
    for outputs in (calendars.outputs, duty.outputs):
        found |= {path: data for path, data in made(outputs, RECORDS).items() if path.endswith(".ics")}
    return found


def events(data: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def test_a_studio_a_member_who_agreed_and_an_area_have_one(files):
    assert set(files) == {"duty/a.ics", "duty/members/open.ics", "duty/areas/east.ics"}


def test_every_event_is_read_alike_by_two_programs(files):
    for data in files.values():
        first = events(data)
        second = {event.uid.value: event for event in vobject.readOne(data.decode()).vevent_list}
        assert first.keys() == second.keys()
        assert first
        for uid, event in first.items():
            other = second[uid]
            assert event.decoded("DTSTART") == other.dtstart.value
            assert event.decoded("DTEND") == other.dtend.value
            assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (other.summary.value, other.location.value)
            assert str(event["DESCRIPTION"]) == other.description.value
            assert str(event["STATUS"]) == other.status.value


def test_an_event_is_as_the_rule_and_its_changes_say(files):
    found = events(files["duty/a.ics"])
    plain = found["a.weekly.2026-12-16@studios.example.org"]
    assert plain.decoded("DTSTART") == datetime(2026, 12, 16, 9, 0, tzinfo=ZONE)
    assert plain.decoded("DTEND") == datetime(2026, 12, 16, 11, 30, tzinfo=ZONE)
    assert (plain["SEQUENCE"], plain.decoded("DTSTAMP")) == (0, datetime(2026, 9, 2, tzinfo=UTC))
    assert (str(plain["STATUS"]), str(plain["TRANSP"])) == ("CONFIRMED", "TRANSPARENT")
    assert str(plain["URL"]) == "https://studios.example.org/studios/a.html"
    assert (plain["GEO"].latitude, plain["GEO"].longitude) == (30.5, 110.25)
    assert "第1室；很长的名字要折成几行才放得下，一个字也不能断开" in str(plain["SUMMARY"])
    moved = found["a.weekly.2026-12-09@studios.example.org"]
    assert moved.decoded("DTSTART") == datetime(2026, 12, 10, 14, 0, tzinfo=ZONE)
    assert (moved["SEQUENCE"], moved.decoded("DTSTAMP")) == (2, datetime(2026, 11, 24, tzinfo=UTC))
    assert "原定12月9日（周三）" in str(moved["DESCRIPTION"])


def test_what_is_cancelled_is_kept_and_says_so(files):
    cancelled = events(files["duty/a.ics"])["a.weekly.2026-12-02@studios.example.org"]
    assert (str(cancelled["STATUS"]), cancelled["SEQUENCE"]) == ("CANCELLED", 1)
    assert "停电" in str(cancelled["DESCRIPTION"])


def test_a_year_whose_days_off_are_not_published_is_tentative_and_says_so(files):
    unsure = events(files["duty/a.ics"])["a.weekly.2027-01-06@studios.example.org"]
    assert str(unsure["STATUS"]) == "TENTATIVE"
    assert "2027年的放假安排还没有公布" in str(unsure["DESCRIPTION"])


def test_it_holds_thirty_days_back_and_a_hundred_and_eighty_ahead(files):
    days = sorted(event.decoded("DTSTART").date() for event in events(files["duty/a.ics"]).values())
    assert (days[0], days[-1]) == (date(2026, 10, 28), date(2027, 5, 19))


def test_a_member_has_their_own_sessions_alone_and_who_did_not_agree_is_not_named(files):
    mine = events(files["duty/members/open.ics"])
    assert mine.keys() < events(files["duty/a.ics"]).keys()
    assert "a.weekly.2026-12-09@studios.example.org" not in mine  # somebody else comes instead
    assert all("乙默" not in data.decode() for data in files.values())


def test_lines_are_short_and_no_character_is_torn_apart(files):
    for data in files.values():
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        for line in lines:
            line.decode()


def test_a_zone_with_summer_time_is_right_on_both_sides_of_its_change(made):
    records = RECORDS | {"site": SITE + "timezone: Europe/Berlin\n"}
    found = events(made(calendars.outputs, records)["duty/a.ics"])
    data = made(calendars.outputs, records)["duty/a.ics"]
    assert b"BEGIN:DAYLIGHT" in data
    assert b"BEGIN:STANDARD" in data
    for uid, hour in (("2026-12-16", 8), ("2027-04-07", 7)):
        start = found[f"a.weekly.{uid}@studios.example.org"].decoded("DTSTART")
        assert start.astimezone(UTC).hour == hour
    read = {event.uid.value: event.dtstart.value for event in vobject.readOne(data.decode()).vevent_list}
    assert read["a.weekly.2027-04-07@studios.example.org"].astimezone(UTC).hour == 7


def test_a_text_from_a_record_cannot_end_its_line(made):
    records = RECORDS | {"studios": RECORDS["studios"].replace("一号路1号", '"一号路\\\\;END:VEVENT"')}
    found = events(made(calendars.outputs, records)["duty/a.ics"])
    assert str(next(iter(found.values()))["LOCATION"]).endswith("一号路\\;END:VEVENT")


def test_the_same_records_give_the_same_bytes(made):
    assert made(calendars.outputs, RECORDS)["duty/a.ics"] == made(calendars.outputs, RECORDS)["duty/a.ics"]


@pytest.mark.parametrize(
    ("zone", "onset"),
    [
        ("Europe/Berlin", "DTSTART:20270328T020000"),
        ("America/New_York", "DTSTART:20261101T020000"),
        ("Australia/Lord_Howe", "DTSTART:20270404T020000"),
    ],
)
def test_an_offset_begins_at_the_time_that_clocks_showed_before(made, zone, onset):
    records = RECORDS | {"site": SITE + f"timezone: {zone}\n"}
    assert onset in made(calendars.outputs, records)["duty/a.ics"].decode()


def test_lines_of_rare_characters_are_folded_too(made):
    records = RECORDS | {"studios": RECORDS["studios"].replace("一号路1号", "𠮷" * 17)}
    lines = made(calendars.outputs, records)["duty/a.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_after_a_planned_move_events_lead_to_the_new_place(made):
    moved = "  changes: [{from: 2027-01-01, address: 新街9号, phone: 0000-5550199}]\n"
    records = RECORDS | {"studios": RECORDS["studios"].rstrip() + "\n" + moved}
    places = {
        (event["DTSTART"].dt.date() >= date(2027, 1, 1), str(event["LOCATION"]), "0199" in str(event["DESCRIPTION"]))
        for event in events(made(calendars.outputs, records)["duty/a.ics"]).values()
    }
    assert places == {(False, "东区一号路1号", False), (True, "东区新街9号", True)}


def test_members_who_are_not_named_are_counted(made):
    found = events(made(calendars.outputs, RECORDS)["duty/a.ics"])
    told = {str(event["DESCRIPTION"]).split("\n")[0] for event in found.values()}
    assert "值班：1位委员" in told
    assert not any("乙默" in one for one in told)

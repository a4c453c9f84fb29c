"""Sessions of duty rules against expectations worked out by hand from the calendar of 2026."""

from dataclasses import replace
from datetime import date

import pytest

from memberstudios.base.dates import PartialDate
from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.sessions import Session, nominal_dates, sessions
from memberstudios.records.duty import DutyException, DutyRule, Rotation

CALENDAR = WorkCalendar()
WEDNESDAYS = DutyRule(
    id="weekly",
    starts=PartialDate.parse("2026-01-07"),
    freq="weekly",
    by_day=("WE",),
    opens_at="09:00",
    closes_at="11:30",
)


def found(rule: DutyRule, first: str, last: str, *, gone: dict[str, str] | None = None) -> list[Session]:
    """The sessions of a rule; `gone` are members and the day from which they do not serve."""
    left = {member: date.fromisoformat(day) for member, day in (gone or {}).items()}

    def serves(member: str, day: date) -> bool:
        return day < left.get(member, date.max)

    return list(sessions(rule, CALENDAR, serves, date.fromisoformat(first), date.fromisoformat(last)))


def days(listed: list[Session]) -> list[str]:
    return [f"{one.day} {one.how}" for one in listed]


def exception(text: str, action: str, **fields: object) -> DutyException:
    announced, day = text.split(" ")
    given: dict[str, object] = {"announced": PartialDate.parse(announced), "date": PartialDate.parse(day)}
    return DutyException(**given, action=action, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on_holiday", "spring", "national"),
    [
        ("skip", "2026-02-18 holiday", "2026-10-07 holiday"),
        ("keep", "2026-02-18 held", "2026-10-07 held"),
        ("shift_next_workday", "2026-02-24 moved", "2026-10-08 moved"),
        ("shift_previous_workday", "2026-02-14 moved", "2026-09-30 moved"),
    ],
)
def test_a_session_on_a_holiday_is_left_out_kept_or_shifted(on_holiday: str, spring: str, national: str) -> None:
    rule = replace(WEDNESDAYS, on_holiday=on_holiday)  # type: ignore[arg-type]
    assert days(found(rule, "2026-02-18", "2026-02-18")) == [spring]
    assert days(found(rule, "2026-10-07", "2026-10-07")) == [national]


def test_an_ordinary_weekend_is_no_holiday_and_a_make_up_weekend_changes_nothing() -> None:
    rule = replace(WEDNESDAYS, by_day=("SA",), on_holiday="shift_next_workday")
    assert days(found(rule, "2026-02-10", "2026-03-01")) == ["2026-02-14 held", "2026-02-24 moved", "2026-02-28 held"]
    assert days(found(rule, "2026-05-01", "2026-05-10")) == ["2026-05-06 moved", "2026-05-09 held"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"freq": "monthly", "by_day": ("2WE",)}, ["2026-03-11", "2026-04-08", "2026-05-13"]),
        ({"freq": "monthly", "by_day": ("-1FR",)}, ["2026-03-27", "2026-04-24", "2026-05-29"]),
        ({"freq": "monthly", "by_day": ("5SU",)}, ["2026-03-29", "2026-05-31"]),
        ({"freq": "monthly", "by_day": (), "by_month_day": (10, 31)}, ["2026-03-10", "2026-03-31", "2026-04-10", "2026-05-10", "2026-05-31"]),
        ({"freq": "monthly", "by_day": ("1MO",), "interval": 2}, ["2026-03-02", "2026-05-04"]),
    ],
)  # fmt: skip
def test_months_are_counted_as_rfc_5545_does(fields: dict[str, object], expected: list[str]) -> None:
    rule = replace(WEDNESDAYS, **fields)  # type: ignore[arg-type]
    listed = nominal_dates(rule, date(2026, 5, 31))
    assert [str(day) for day in listed if day >= date(2026, 3, 1)] == expected


def test_every_second_week_counts_from_the_week_of_the_start() -> None:
    rule = replace(WEDNESDAYS, starts=PartialDate.parse("2026-03-05"), by_day=("MO", "FR"), interval=2)
    listed = [str(day) for day in nominal_dates(rule, date(2026, 4, 3))]
    assert listed == ["2026-03-06", "2026-03-16", "2026-03-20", "2026-03-30", "2026-04-03"]


def test_a_rule_ends_on_its_last_day() -> None:
    rule = replace(WEDNESDAYS, ends=PartialDate.parse("2026-01-21"))
    assert days(found(rule, "2026-01-01", "2026-12-31")) == ["2026-01-07 held", "2026-01-14 held", "2026-01-21 held"]


def test_each_date_takes_its_turn_also_when_it_is_not_held() -> None:
    turns = Rotation(members=("a", "b", "c"), starts_with="b")
    rule = replace(WEDNESDAYS, rotation=turns, exceptions=(exception("2026-02-20 2026-02-25", "cancel"),))
    listed = found(rule, "2026-02-11", "2026-03-11")
    assert [(one.how, one.members) for one in listed] == [
        ("held", ("a",)),
        ("holiday", ("b",)),
        ("cancelled", ("c",)),
        ("held", ("a",)),
        ("held", ("b",)),
    ]


def test_who_does_not_serve_is_passed_over_from_that_day_on() -> None:
    rule = replace(WEDNESDAYS, rotation=Rotation(members=("a", "b", "c"), per_session=2))
    listed = found(rule, "2026-01-07", "2026-02-04", gone={"c": "2026-01-20"})
    assert [one.members for one in listed] == [("a", "b"), ("c", "a"), ("b", "a"), ("b", "a"), ("b", "a")]
    alone = found(rule, "2026-01-07", "2026-01-07", gone=dict.fromkeys("abc", "2026-01-01"))
    assert [one.members for one in alone] == [()]


def test_an_exception_wins_over_a_holiday_and_keeps_the_rules_day() -> None:
    move = exception(
        "2026-09-28 2026-10-07",
        "move",
        to=PartialDate.parse("2026-10-09"),
        opens_at="14:00",
        closes_at="16:00",
        reason="会议",
    )
    (moved,) = found(replace(WEDNESDAYS, exceptions=(move,)), "2026-10-07", "2026-10-07")
    assert (str(moved.nominal), str(moved.day), moved.opens_at, moved.how) == (
        "2026-10-07",
        "2026-10-09",
        "14:00",
        "moved",
    )
    assert (moved.reason, moved.changes, str(moved.stamp)) == ("会议", 1, "2026-09-28")


def test_the_last_announcement_decides_whatever_the_order_of_lines() -> None:
    back = exception("2026-03-03 2026-03-04", "move", to=PartialDate.parse("2026-03-05"))
    off = exception("2026-03-01 2026-03-04", "cancel")
    for written in ((off, back), (back, off)):
        (session,) = found(replace(WEDNESDAYS, exceptions=written), "2026-03-04", "2026-03-04")
        assert (session.how, str(session.day), session.changes, str(session.stamp)) == (
            "moved",
            "2026-03-05",
            2,
            "2026-03-03",
        )


def test_other_members_do_not_make_a_holiday_a_day_of_duty() -> None:
    swap = exception("2026-09-28 2026-10-07", "swap", members=("x",))
    (session,) = found(replace(WEDNESDAYS, exceptions=(swap,)), "2026-10-07", "2026-10-07")
    assert (session.how, session.members, session.swapped) == ("holiday", ("x",), True)


def test_a_year_whose_days_off_are_not_published_is_marked() -> None:
    for on_holiday in ("skip", "shift_next_workday"):
        listed = found(replace(WEDNESDAYS, on_holiday=on_holiday), "2026-12-30", "2027-01-06")
        assert [(str(one.day), one.is_sure) for one in listed] == [("2026-12-30", True), ("2027-01-06", False)]
    (kept,) = found(replace(WEDNESDAYS, on_holiday="keep"), "2027-01-06", "2027-01-06")
    assert kept.is_sure


def test_a_day_off_that_leads_into_an_unknown_year_is_left_out_and_says_which() -> None:
    calendar = WorkCalendar.corrected([date(2026, 12, 31)], [])
    rule = replace(WEDNESDAYS, by_day=("TH",), on_holiday="shift_next_workday")
    (found_one,) = sessions(rule, calendar, lambda *_: True, date(2026, 12, 31), date(2026, 12, 31))
    assert (found_one.day, found_one.how, found_one.awaits) == (date(2026, 12, 31), "holiday", 2027)


def test_nobody_is_twice_at_one_session() -> None:
    rule = replace(WEDNESDAYS, rotation=Rotation(members=("a", "a", "b"), per_session=2))
    assert [one.members for one in found(rule, "2026-01-07", "2026-01-14")] == [("a", "b"), ("a", "b")]

"""What holds of the sessions of any duty rule."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from memberstudios.base.dates import PartialDate
from memberstudios.base.opening_hours import DAYS
from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.sessions import sessions
from memberstudios.records.duty import DutyException, DutyRule, Rotation

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
CALENDAR = WorkCalendar()
MEMBERS = tuple("abcdefg")
days = st.dates(FIRST, LAST)


def written(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


@st.composite
def rules(draw: st.DrawFn) -> DutyRule:
    """A rule that may stand in a record, with exceptions for some of its days and for others."""
    is_weekly = draw(st.booleans())
    names = st.sampled_from([day.upper() for day in DAYS])
    numbered = st.builds(lambda nth, day: f"{nth}{day}", st.sampled_from([1, 2, 3, 4, 5, -1, -2]), names)
    starts = draw(days)
    members = draw(st.permutations(MEMBERS))[: draw(st.integers(1, len(MEMBERS)))]
    changed = st.builds(
        DutyException,
        announced=days.map(written),
        date=days.map(written),
        action=st.sampled_from(["move", "cancel"]),
        to=days.map(written),
    )
    return DutyRule(
        id="rule",
        starts=written(starts),
        ends=draw(st.none() | st.dates(starts, LAST).map(written)),
        freq="weekly" if is_weekly else "monthly",
        interval=draw(st.integers(1, 4)),
        by_day=tuple(draw(st.lists(names if is_weekly else numbered, min_size=1, max_size=3))),
        opens_at="09:00",
        closes_at="11:30",
        on_holiday=draw(st.sampled_from(["skip", "keep", "shift_next_workday", "shift_previous_workday"])),
        rotation=Rotation(members=tuple(members), per_session=draw(st.integers(1, 3))),
        exceptions=tuple(draw(st.lists(changed, max_size=4))),
    )


def everybody(_member: str, _day: date) -> bool:
    return True


@given(rules())
def test_turns_are_fair_and_every_session_has_its_members(rule: DutyRule) -> None:
    found = list(sessions(rule, CALENDAR, everybody, FIRST, LAST))
    assert rule.rotation is not None
    count = min(rule.rotation.per_session, len(rule.rotation.members))
    assert all(len(set(one.members)) == len(one.members) == count for one in found)
    turns = Counter(dict.fromkeys(rule.rotation.members, 0))
    turns.update(member for one in found for member in one.members)
    assert max(turns.values()) - min(turns.values()) <= 1


@given(rules())
def test_no_session_lies_outside_its_rule(rule: DutyRule) -> None:
    weekdays = {text[-2:] for text in rule.by_day}
    until = LAST if rule.ends is None else rule.ends.last
    for one in sessions(rule, CALENDAR, everybody, FIRST, LAST):
        assert rule.starts.first <= one.nominal <= until
        assert DAYS[one.nominal.weekday()].upper() in weekdays
        if one.how == "held":
            assert one.day == one.nominal


@given(rules(), days, st.integers(0, 200))
def test_asking_on_a_later_day_never_changes_a_session(rule: DutyRule, first: date, later: int) -> None:
    begun = min(LAST, first + timedelta(days=later))
    early = [one for one in sessions(rule, CALENDAR, everybody, first, LAST) if one.nominal >= begun]
    assert early == list(sessions(rule, CALENDAR, everybody, begun, LAST))
    assert early == [one for one in sessions(rule, CALENDAR, everybody, FIRST, LAST) if one.nominal >= begun]

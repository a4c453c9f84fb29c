"""The sessions of a studio as its record, its planned changes and its members' terms have them."""

from datetime import date

from memberstudios.directory.assembly import assemble
from memberstudios.directory.duty import duty
from memberstudios.sources.tree import MemoryTree
from tests.reading import read_entries
from tests.unit.directory.records import DAY, SITE

MEMBERS = """
- {id: a, name: 甲, consent: yes}
- {id: b, name: 乙, consent: yes, to: 2026-12-08}
- {id: c, name: 丙}
- {id: d, name: 丁}
"""
STUDIO = """
- id: east
  name: 东街委员工作室
  status: open
  members: [{member: a}, {member: b}]
  duty:
    - id: weekly
      starts: 2026-11-04
      freq: weekly
      by_day: [WE]
      opens_at: 09:00
      closes_at: 11:30
      rotation: {members: [a, b]}
"""


def sessions(studio: str, day: date = DAY) -> list[tuple[str, str, tuple[str, ...]]]:
    texts = {"data/site.yaml": SITE, "data/members.yaml": MEMBERS, "data/studios.yaml": studio}
    entries, problems = read_entries(MemoryTree({path: text.encode() for path, text in texts.items()}))
    assert not problems
    directory = assemble(entries, {}, (), day)
    return [(str(one.day), one.opens_at, one.members) for one in duty(directory, "east").sessions]


def test_sessions_lie_around_the_day_and_pass_over_who_has_left() -> None:
    found = sessions(STUDIO)
    assert found[:7] == [
        ("2026-11-04", "09:00", ("a",)),
        ("2026-11-11", "09:00", ("b",)),
        ("2026-11-18", "09:00", ("a",)),
        ("2026-11-25", "09:00", ("b",)),
        ("2026-12-02", "09:00", ("a",)),
        ("2026-12-09", "09:00", ("a",)),
        ("2026-12-16", "09:00", ("a",)),
    ]
    assert found[-1][0] == "2027-05-19"


def test_a_planned_change_holds_from_its_day_and_before_it_the_old_rule() -> None:
    changes = """  changes:
    - from: 2026-12-07
      duty:
        - {id: monthly, starts: 2026-12-07, freq: monthly, by_day: [2TH], opens_at: 14:00, closes_at: 16:00}
    - {from: 2027-02-01, status: suspended}
"""
    found = [(day, opens) for day, opens, _ in sessions(STUDIO + changes) if day > "2026-11-20"]
    assert found == [
        ("2026-11-25", "09:00"),
        ("2026-12-02", "09:00"),
        ("2026-12-10", "14:00"),
        ("2027-01-14", "14:00"),
    ]


def test_a_later_build_finds_the_same_past() -> None:
    early, late = sessions(STUDIO), sessions(STUDIO, date(2026, 12, 20))
    assert [one for one in late if one[0] < "2026-12-20"] == [
        one for one in early if "2026-11-20" < one[0] < "2026-12-20"
    ]


def test_a_studio_that_receives_nobody_has_no_sessions() -> None:
    for status in ("suspended", "closed", "preparing"):
        assert sessions(STUDIO.replace("open", status, 1)) == []
    assert all(
        day <= "2026-12-01"
        for day, *_ in sessions(STUDIO.replace("status: open", "status: open\n  valid_to: 2026-12-01"))
    )


def test_a_member_who_sits_there_alone_needs_no_rotation() -> None:
    alone = STUDIO.replace(", {member: b}", "").replace("      rotation: {members: [a, b]}\n", "")
    assert {members for _, _, members in sessions(alone)} == {("a",)}
    together = STUDIO.replace("      rotation: {members: [a, b]}\n", "")
    assert {members for _, _, members in sessions(together)} == {()}


def whole(studio: str, day: date = DAY) -> list[tuple[str, str, str]]:
    """Nominal day, day and how of each session."""
    texts = {"data/site.yaml": SITE, "data/members.yaml": MEMBERS, "data/studios.yaml": studio}
    entries, problems = read_entries(MemoryTree({path: text.encode() for path, text in texts.items()}))
    assert not problems
    found = duty(assemble(entries, {}, (), day), "east").sessions
    return [(str(one.nominal), str(one.day), one.how) for one in found]


MOVED = "      exceptions: [{announced: 2026-11-20, date: 2026-12-09, action: move, to: 2026-12-23}]\n"


def test_what_is_moved_to_a_day_without_reception_is_not_held() -> None:
    for away in ("  changes: [{from: 2026-12-15, status: suspended}]\n", "  valid_to: 2026-12-15\n"):
        assert ("2026-12-09", "2026-12-23", "cancelled") in whole(STUDIO + MOVED + away)
    assert ("2026-12-09", "2026-12-23", "moved") in whole(STUDIO + MOVED)


def test_a_holiday_moves_no_session_into_a_time_without_reception() -> None:
    shifted = STUDIO.replace("2026-11-04", "2026-09-02") + "      on_holiday: shift_next_workday\n"
    away = "  changes: [{from: 2026-10-08, status: suspended}]\n"
    assert ("2026-10-07", "2026-10-08", "moved") in whole(shifted, date(2026, 9, 25))
    assert ("2026-10-07", "2026-10-07", "holiday") in whole(shifted + away, date(2026, 9, 25))


def test_what_is_moved_far_is_found_on_its_new_day() -> None:
    far = STUDIO.replace("2026-11-04", "2026-01-07") + MOVED.replace("2026-12-09", "2026-03-04")
    assert ("2026-03-04", "2026-12-23", "moved") in whole(far)


def test_turns_go_on_where_a_planned_change_is_of_members_alone() -> None:
    three = STUDIO.replace("{member: b}", "{member: c}, {member: d}").replace("[a, b]", "[a, c, d]")
    changes = "  changes: [{from: 2026-12-14, members: [{member: a}, {member: c}]}]\n"
    members = [who for day, _, who in sessions(three + changes) if "2026-12-01" < day < "2027-01-01"]
    assert members == [("c",), ("d",), ("a",), ("c",), ("a",)]


def test_the_ends_of_dates_are_no_trouble() -> None:
    assert whole(STUDIO.replace("2026-11-04", "9999-12-01")) == []
    assert whole(STUDIO, date(9999, 12, 31)) != []
    assert whole(STUDIO, date(1, 1, 1)) == []

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

"""The fictional city: its duty of 2026 is the one worked out by hand, and it shows every state that a studio can be in."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
import yaml

from memberstudios.directory.assembly import assemble
from memberstudios.directory.duty import sessions_of
from memberstudios.directory.sessions import Session
from memberstudios.records.shared import Quantity
from memberstudios.records.work import Activity, Topic, TopicState
from memberstudios.sources.tree import FolderTree
from tests import sites
from tests.reading import read_entries

CITY = sites.ROOT / "examples/demo-city"
EXPECTED = Path(__file__).parent / "demo_city_2026.txt"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
_HEADING = re.compile(r"## ([\w-]+) ([\w-]+): (.+)")
_TURN = re.compile(r"(\d\d)([a-d]+)(?:(x|-)|=([a-d]+)|>(\d\d)(?:@(\d\d:\d\d)-(\d\d:\d\d))?)?\Z")


class Expected(NamedTuple):
    """What is said by hand of one nominal day: when it is held or left out, and by whom."""

    nominal: date
    how: str
    day: date
    times: tuple[str, str] | None
    members: tuple[str, ...]


def worked_out() -> dict[tuple[str, str], list[Expected]]:
    """By studio and rule, read from the table beside this file."""
    found: dict[tuple[str, str], list[Expected]] = {}
    key, people = ("", ""), dict[str, str]()
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            key = (heading[1], heading[2])
            people = dict(part.split() for part in heading[3].split(", "))
        elif line[:3] in MONTHS:
            month = MONTHS.index(line[:3]) + 1
            found.setdefault(key, []).extend(_turn(turn, month, people) for turn in line[4:].split())
    return found


def _turn(text: str, month: int, people: dict[str, str]) -> Expected:
    parts = _TURN.match(text)
    assert parts, text
    nominal = date(2026, month, int(parts[1]))
    how = {"x": "cancelled", "-": "holiday"}.get(parts[3], "moved" if parts[5] else "held")
    day = nominal.replace(day=int(parts[5])) if parts[5] else nominal
    times = (parts[6], parts[7]) if parts[6] else None
    return Expected(nominal, how, day, times, tuple(people[letter] for letter in parts[4] or parts[2]))


def as_written(session: Session, usual: tuple[str, str]) -> Expected:
    times = (session.opens_at, session.closes_at)
    return Expected(session.nominal, session.how, session.day, times if times != usual else None, session.members)


@cache
def rules() -> dict[tuple[str, str], dict[str, Any]]:
    """As written, by studio and rule, of the studios that receive."""
    studios = _records("studios")
    return {(one["id"], rule["id"]): rule for one in studios if one["status"] == "open" for rule in one.get("duty", ())}


@pytest.mark.parametrize("today", [date(2025, 12, 1), date(2026, 2, 17), date(2026, 11, 25), date(2027, 6, 1)])
def test_the_duty_of_2026_is_the_one_worked_out_by_hand(today: date) -> None:
    entries, problems = read_entries(FolderTree(CITY, ("data", "content")))
    assert problems == []
    directory = assemble(entries, {}, (), today)
    expected = worked_out()
    assert len(expected) == 16
    for (studio, rule), days in expected.items():
        usual = (rules()[studio, rule]["opens_at"], rules()[studio, rule]["closes_at"])
        found = sorted(
            (one for one in sessions_of(directory, studio, FIRST, LAST) if one.rule == rule and one.nominal <= LAST),
            key=lambda one: one.nominal,
        )
        assert [as_written(one, usual) for one in found] == days, (studio, rule)
        assert all(one.is_sure for one in found)


def test_every_kind_of_rule_of_the_city_is_among_those_worked_out() -> None:
    """Rules are of a kind when nothing but their days, times and people differ."""

    def kind(rule: dict[str, Any]) -> tuple[object, ...]:
        days = tuple(re.sub(r"[A-Z]{2}|\d", "n", day) for day in rule.get("by_day", ()))
        rotation = rule.get("rotation")
        return (
            rule["freq"],
            rule.get("interval"),
            rule.get("on_holiday"),
            days,
            rotation and rotation.get("per_session"),
        )

    written = rules()
    checked = {kind(written[key]) for key in worked_out()}
    assert {key: kind(rule) for key, rule in written.items() if kind(rule) not in checked} == {}


def test_the_city_has_nothing_to_say_against(demo_site: Path) -> None:
    result = sites.run("check", "--root", CITY, "--as-of", sites.DAY, "--format", "json")
    assert (result.returncode, json.loads(result.stdout)) == (0, [])
    assert len(list(demo_site.glob("studios/*.html"))) >= 59


def test_every_page_says_that_it_is_fiction(demo_site: Path) -> None:
    pages = [path for path in demo_site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(pages) > 200
    assert [path for path in pages if "虚构" not in "".join(sites.Document(path.read_text("utf-8")).words)] == []
    calendars = [path for path in demo_site.rglob("*.ics") if "虚构" not in path.read_text("utf-8")]
    assert calendars == []


def test_no_name_number_or_place_of_the_city_can_be_taken_for_a_real_one() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((CITY / "data").glob("*.yaml")))
    members = yaml.safe_load((CITY / "data/members.yaml").read_text(encoding="utf-8"))
    stems = re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][一二三]")
    assert [one["name"] for one in members if not stems.fullmatch(one["name"])] == []
    assert len(members) == 150
    phones = re.findall(r"\d[\d-]{6,}\d", re.sub(r"\d{4}-\d\d-\d\d|\d+\.\d+", "", text))
    assert phones
    assert [number for number in phones if not number.startswith("0000-555")] == []
    latitudes = {float(found) for found in re.findall(r"lat: ([\d.]+)", text)}
    longitudes = {float(found) for found in re.findall(r"lng: ([\d.]+)", text)}
    assert min(latitudes) > 29.8  # in the open sea, east of any island with people
    assert max(latitudes) < 30.3
    assert min(longitudes) > 125
    assert max(longitudes) < 126


def test_every_state_can_be_seen(demo_site: Path) -> None:
    states = Counter(_states(demo_site))
    for state in ("later", "online", "appointment", "suspended", "closed", "preparing", "ended", "unknown"):
        assert states[state], (state, states)
    changed = (demo_site / "studios/changed.html").read_text(encoding="utf-8")
    for word in ("停电检修", "原来的委员出差", "场地让给义诊"):
        assert word in changed
    assert "12月15日" in "".join(sites.Document((demo_site / "studios/moving.html").read_text("utf-8")).words)
    assert not (demo_site / "studios/later.html").exists()


def _states(site: Path) -> Iterator[str]:
    for path in site.glob("studios/*.html"):
        yield from re.findall(r'class="card answer" data-state="([\w-]+)"', path.read_text(encoding="utf-8"))


def test_every_kind_of_work_can_be_seen() -> None:
    """Each choice that a record offers is taken by some record, so that every page of work has something to show."""
    activities, topics, figures = (_records(name) for name in ("activities", "topics", "figures"))
    taken = {
        ("activity", "kind"): {one["kind"] for one in activities},
        ("activity", "state"): {one.get("state", "done") for one in activities},
        ("topic", "origin"): {one["origin"] for one in topics},
        ("topic", "state"): {one["state"] for one in topics},
        ("quantity", "bound"): {one["quantity"].get("bound", "exact") for one in figures},
    }
    offered = {
        ("activity", "kind"): _choices(Activity, "kind"),
        ("activity", "state"): _choices(Activity, "state"),
        ("topic", "origin"): _choices(Topic, "origin"),
        ("topic", "state"): _choices(Topic, "state"),
        ("quantity", "bound"): _choices(Quantity, "bound"),
    }
    assert taken == offered


def test_what_the_city_tells_of_a_topic_goes_forward() -> None:
    """From the day it was raised to its state, no step earlier or nearer to the beginning than the one before it."""
    order = [*get_args(TopicState)]
    for topic in _records("topics"):
        steps = topic["steps"]
        found = [(one["date"], order.index(one["state"])) for one in steps]
        assert found == sorted(found), topic["id"]
        assert [one[1] for one in found] == sorted(one[1] for one in found), topic["id"]
        assert (steps[0]["date"], steps[-1]["state"]) == (topic["raised_on"], topic["state"]), topic["id"]


def test_who_took_part_in_an_activity_sits_in_one_of_its_studios() -> None:
    seats = {one["id"]: {seat["member"] for seat in one.get("members", ())} for one in _records("studios")}
    for activity in _records("activities"):
        sitting = {member for studio in activity.get("studios", ()) for member in seats[studio]}
        assert set(activity.get("members", ())) <= sitting, activity["id"]


def test_the_story_of_the_lift_is_told_in_six_activities_of_one_topic() -> None:
    story = [one for one in _records("activities") if one.get("series") == "lift-story"]
    assert len(story) == 6
    assert [one["date"] for one in story] == sorted(one["date"] for one in story)
    assert all(one["topics"] == ["topic-1"] for one in story)


@cache
def _records(name: str) -> list[dict[str, Any]]:
    text = (CITY / f"data/{name}.yaml").read_text(encoding="utf-8")
    records: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text
    return records


def _choices(kind: type, field: str) -> set[str]:
    """The words that a field of choices takes."""
    hint = get_type_hints(kind)[field]
    words = {word for part in (hint, *get_args(hint)) for word in get_args(part) if isinstance(word, str)}
    assert words
    return words

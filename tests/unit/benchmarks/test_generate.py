"""The generated directory is one that the data model allows, uses all of it, and is the same every time."""

import json
import os
import re
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.fiction.country import Country
from benchmarks.fiction.studios import studios
from benchmarks.fiction.yaml_text import item_text
from benchmarks.generate import main
from memberstudios.cli import run as command_line
from memberstudios.records.kinds import KINDS
from memberstudios.records.reader import read_record
from memberstudios.records.structure import fields, marked
from tests.unit.benchmarks.model import CHOICES, EVERY_RECORD, FIELDS

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "generate.py"
STUDIOS = 400
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text


def _front(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=yaml.CBaseLoader)  # noqa: S506 - as above


def _load(root: Path) -> dict[str, list[Any]]:
    """Records by the name of their file or folder."""
    found: dict[str, list[Any]] = {}
    for path in sorted(root.glob("data/*.yaml")):
        value = _read(path)
        found[path.stem] = value if isinstance(value, list) else [value]
    for name in ("news", "pages"):
        found[name] = [_front(path) for path in sorted((root / "content" / name).glob("*.md"))]
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    out: Path = tmp_path_factory.mktemp("fiction") / "country"
    assert main(["--studios", str(STUDIOS), "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def records(root) -> dict[str, list[Any]]:
    return _load(root)


@pytest.fixture(scope="module")
def sites(root, tmp_path_factory) -> list[Any]:
    """The site's record with each base map: one directory holds one only."""
    found = [_read(root / "data" / "site.yaml")]
    for base_map in ("tiles", "none"):
        out = tmp_path_factory.mktemp("maps") / base_map
        main(["--studios", "1", "--out", str(out), "--base-map", base_map])
        found.append(_read(out / "data" / "site.yaml"))
    return found


def _fields(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a record with its value, the parts of mappings as `name.part`."""
    for key, inner in value.items():
        yield prefix + key, inner
        for part in inner if isinstance(inner, list) else [inner]:
            if isinstance(part, dict):
                yield from _fields(part, f"{prefix}{key}.")


def _of(kind: str, records: dict[str, list[Any]], sites: list[Any]) -> list[Any]:
    return sites if kind == "site" else records[kind]


@pytest.mark.parametrize("kind", FIELDS)
def test_fields_are_exactly_those_of_the_model(kind, records, sites):
    used = {name for record in _of(kind, records, sites) for name, _ in _fields(record)}
    used = {name for name in used if not name.startswith("changes.location")}  # as `location`

    assert used == set(FIELDS[kind])


@pytest.mark.parametrize(("kind", "field"), CHOICES)
def test_every_choice_is_used_and_no_other(kind, field, records, sites):
    used = {value for record in _of(kind, records, sites) for name, value in _fields(record) if name == field}

    assert used == set(CHOICES[kind, field])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_that_the_reader_knows_is_used(kind, records, sites):
    """But those that any record may carry (studios have them all), and what is not written so or not in the model."""
    name = kind.place.split("/")[1]
    known = set(_known(kind.record)) - (set() if name == "studios" else set(EVERY_RECORD))
    beyond = {
        "site": {"short_title", "base_map.system"},
        "studios": {"changes.from_", "changes.fields"},
        "activities": {"steps.done"},
        "pages": {"id", "draft"},
        "news": {"id"},
    }

    used = {name for record in _of(name, records, sites) for name, _ in _fields(record)}
    assert known - used <= beyond.get(name, set())


def _known(record_type: type, prefix: str = "") -> Iterator[str]:
    for field in fields(record_type):
        yield prefix + field.key
        if field.nested is not None:
            yield from _known(field.nested, f"{prefix}{field.key}.")


def test_every_kind_of_record_is_there(records):
    assert {kind.place.split("/")[1] for kind in KINDS} == set(records) == set(FIELDS)


def test_the_reader_accepts_every_record(root, records):
    for kind in KINDS:
        name = kind.place.split("/")[1]
        for record in records[name]:
            value = {"id": "x", **record} if kind.shape == "markdown" else record
            read, found = read_record(kind.record, value, f"{kind.place}.yaml", ())
            assert found == []
            assert read is not None


@pytest.mark.parametrize("day", ["2026-11-01", "2026-12-24", "2027-12-01"])
def test_check_finds_neither_errors_nor_warnings(day, root, capsys):
    assert command_line(["check", "--root", str(root), "--as-of", day, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_no_warning_is_hidden(records):
    """What the site silences is something that cannot be wrong here."""
    site = records["site"][0]

    assert [silence["rule"] for silence in site["silenced_rules"]] == ["base-url-missing"]
    assert "base_url" in site


def test_every_name_of_a_record_a_picture_or_a_file_leads_somewhere(root, records):
    ids = {kind.name: {record.get("id") for record in records[kind.place.split("/")[1]]} for kind in KINDS}
    for kind in KINDS:
        for value in records[kind.place.split("/")[1]]:
            record, _ = read_record(kind.record, {"id": "x", **value} if kind.shape == "markdown" else value, "", ())
            for path, field, text in marked(record):
                if field.kind in ("picture", "file"):
                    assert (root / "content" / f"{field.kind}s" / text).is_file()
                elif field.names is not None and not (field.names.or_text and not text.isascii()):
                    assert text in ids[field.names.kind], (kind.name, value.get("id"), path)


def test_ids_are_unique_short_and_plain(records):
    for kind, items in records.items():
        ids = [record["id"] for record in items if "id" in record]
        ids += [former for record in items for former in record.get("former_ids", [])]
        assert not [key for key, count in Counter(ids).items() if count > 1], kind
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) and len(key) <= 64 for key in ids)


def test_names_of_studios_differ(records):
    assert len({record["name"] for record in records["studios"]}) == STUDIOS


def test_no_value_is_empty(records):
    for items in records.values():
        for record in items:
            assert all(value not in ("", [], {}) for _, value in _fields(record))


def test_studios_that_have_not_begun_are_named_by_nobody(records):
    waiting = {studio["id"] for studio in records["studios"] if studio.get("valid_from", "") > "2026-11"}
    named = {
        item
        for kind, items in records.items()
        for record in items
        for name, value in _fields(record)
        if name not in ("id", "former_ids")
        for item in (value if isinstance(value, list) else [value])
        if isinstance(item, str)
    }

    assert waiting
    assert not waiting & named


def test_periods_begin_before_they_end(records):
    pairs = (("valid_from", "valid_to"), ("from", "to"), ("starts", "ends"), ("since", "until"), ("date", "end_date"))
    for items in records.values():
        for record in items:
            for part in _mappings(record):
                for first, last in pairs:
                    assert not (first in part and last in part and part[first] > part[last]), part


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)


def test_those_on_the_rota_sit_in_the_studio(records):
    for studio in records["studios"]:
        seated = {seat["member"] for seat in studio["members"] if "to" not in seat}
        for rule in studio.get("duty", []):
            rotation = rule.get("rotation", {"members": []})
            swapped = [member for change in rule.get("exceptions", []) for member in change.get("members", [])]
            assert seated >= {*rotation["members"], *swapped}
            assert rotation.get("starts_with") in (None, *rotation["members"])
            assert int(rotation.get("per_session", 1)) <= max(1, len(rotation["members"]))


def test_exceptions_are_for_days_that_the_rule_has(records):
    seen = 0
    for studio in records["studios"]:
        for rule in studio.get("duty", []):
            for change in rule.get("exceptions", []):
                assert _is_nominal(rule, date.fromisoformat(change["date"])), (studio["id"], rule["id"], change)
                assert change["announced"] < change["date"]
                seen += 1
            announced = [change["announced"] for change in rule.get("exceptions", [])]
            assert announced == sorted(announced)
    assert seen > 100


def test_rules_start_on_a_day_that_they_have(records):
    for studio in records["studios"]:
        for rule in studio.get("duty", []):
            assert _is_nominal(rule, date.fromisoformat(rule["starts"]))


def _is_nominal(rule: dict[str, Any], day: date) -> bool:
    """Whether the rule names that day, worked out in another way than the generator does."""
    starts = date.fromisoformat(rule["starts"])
    if not starts <= day <= date.fromisoformat(rule.get("ends", "9999-12-31")):
        return False
    weekday = WEEKDAYS[day.weekday()]
    if rule["freq"] == "weekly":
        monday = starts - timedelta(days=starts.weekday())
        return weekday in rule["by_day"] and (day - monday).days // 7 % int(rule["interval"]) == 0
    last = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    ordinals = {f"{(day.day - 1) // 7 + 1}{weekday}", f"-{(last.day - day.day) // 7 + 1}{weekday}"}
    return bool(ordinals & set(rule.get("by_day", []))) or str(day.day) in rule.get("by_month_day", [])


def test_parts_of_a_figure_add_up(records):
    figures = {figure["id"]: figure for figure in records["figures"]}
    wholes = [figure for figure in figures.values() if "parts" in figure]

    assert wholes
    for whole in wholes:
        parts = sum(int(figures[part]["quantity"]["value"]) for part in whole["parts"])
        assert parts == int(whole["quantity"]["value"])


def test_a_figure_has_one_subject(records):
    for figure in records["figures"]:
        assert len({"studio", "organization", "division"} & set(figure)) == 1


def test_topics_go_forward(records):
    for topic in records["topics"]:
        days = [step["date"] for step in topic["steps"]]
        assert days == sorted(days)
        assert topic["steps"][-1]["state"] == topic["state"]
        assert topic["raised_on"] == days[0]


def test_what_is_done_is_past_and_what_is_planned_is_not(records):
    for activity in records["activities"]:
        if activity["state"] == "planned":
            assert activity["date"] >= "2027"
        else:
            assert activity.get("end_date", activity.get("date", "")) <= "2026-11"


def test_everything_says_that_it_is_fictional(records):
    site = records["site"][0]

    assert (site["fictional"], site["official"]) == ("yes", "no")
    assert all(member["bio"].startswith("虚构人物") for member in records["members"])


def test_nobody_can_be_called_or_written_to(root):
    text = "".join(path.read_text("utf-8") for path in sorted(root.rglob("*.yaml")))

    assert all(number.startswith("0000-55") for number in re.findall(r"\d{3,4}-\d{7,8}", text))
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{15,19}(?!\d)", text)
    assert set(re.findall(r"https?://([^/\s]+)|@([\w.]+)", text)) <= {
        ("example.org", ""), ("tiles.example.org", ""), ("", "example.org"),
    }  # fmt: skip


def test_positions_lie_inland(records):
    for record in [*records["studios"], *records["divisions"]]:
        place = record.get("location") or record.get("center")
        if place:
            assert 24 < float(place["lat"]) < 38
            assert 102 < float(place["lng"]) < 116


def test_some_studios_have_no_position_and_some_are_online(records):
    without = [studio for studio in records["studios"] if "location" not in studio]

    assert any(studio["venue"] == "online" for studio in without)
    assert any(studio["venue"] != "online" for studio in without)


def test_two_and_a_half_members_a_studio(records):
    assert len(records["members"]) == STUDIOS * 5 // 2


def test_records_are_as_long_as_those_that_were_measured(root):
    text = (root / "data" / "studios.yaml").read_bytes()
    news = [path.stat().st_size for path in (root / "content" / "news").iterdir()]

    assert len(text) / STUDIOS == pytest.approx(3100, rel=0.08)
    assert text.count(b"\n") / STUDIOS == pytest.approx(60, rel=0.08)
    assert len(news) == STUDIOS // 2
    assert sum(news) / len(news) == pytest.approx(4800, rel=0.08)


def test_texts_do_not_repeat_each_other(records, root):
    bodies = [path.read_text("utf-8").split("---\n")[2] for path in (root / "content" / "news").iterdir()]

    assert len({studio["description"] for studio in records["studios"]}) == STUDIOS
    assert len(set(bodies)) == len(bodies)


def test_same_arguments_give_the_same_bytes_in_another_process(root, tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "77", "LC_ALL": "C", "TZ": "America/Lima"}
    arguments = ["--studios", str(STUDIOS), "--out", str(tmp_path / "again")]
    subprocess.run([sys.executable, str(SCRIPT), *arguments], check=True, env=environment, cwd=tmp_path)

    assert _bytes(root) == _bytes(tmp_path / "again")


def _bytes(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_another_seed_gives_another_country(tmp_path):
    main(["--studios", "3", "--out", str(tmp_path / "a"), "--seed", "1"])
    main(["--studios", "3", "--out", str(tmp_path / "b"), "--seed", "2"])

    assert _bytes(tmp_path / "a")["data/studios.yaml"] != _bytes(tmp_path / "b")["data/studios.yaml"]


@pytest.mark.parametrize("count", [1, 2, 41, 321])
def test_any_size_holds_together(count, tmp_path):
    out = tmp_path / "small"
    main(["--studios", str(count), "--out", str(out), "--news", "3"])
    records = _load(out)
    ids = {record.get("id") for items in records.values() for record in items}

    assert len(records["studios"]) == count
    assert len(records["news"]) == 3
    assert {division.get("parent") for division in records["divisions"]} - {None} <= ids
    for studio in records["studios"]:
        assert {studio["owner"], studio["host"], studio["division"], *studio["sectors"]} <= ids
        assert {studio.get("replaced_by"), studio.get("parent")} - {None} <= ids


def test_split_holds_the_same_records(root, tmp_path, records):
    out = tmp_path / "split"
    main(["--studios", str(STUDIOS), "--out", str(out), "--split", "--news", "0"])
    split = [record for path in (out / "data" / "studios").glob("*.yaml") for record in _read(path)]

    assert not (out / "data" / "studios.yaml").exists()
    assert sorted(split, key=lambda record: record["id"]) == sorted(records["studios"], key=lambda record: record["id"])


def test_a_folder_in_use_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")

    assert main(["--studios", "2", "--out", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert "nothing was written" in capsys.readouterr().err


def test_records_are_made_one_at_a_time():
    tracemalloc.start()
    try:
        for record in studios(Country(studios=900, seed=1)):
            item_text(record)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 4_000_000

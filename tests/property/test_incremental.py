"""Whatever is done to a directory, a build that goes on from the last one makes the same bytes as one from nothing.

`STEPS` and `EXAMPLES` in the environment make the walks longer and more: `STEPS=40 EXAMPLES=100` takes an hour.
"""

import os
import shutil
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from benchmarks.fiction.yaml_text import Record
from memberstudios.base.diagnostic import Diagnostic
from memberstudios.pages import plan
from memberstudios.pipeline import check, units
from memberstudios.render.output import Output
from memberstudios.rules.check import check_record
from tests.property.incremental.comparison import Twin, quick
from tests.property.incremental.edits import EDITS, change_field, plan_changes, write_otherwise
from tests.property.incremental.troubles import TROUBLES, nothing
from tests.property.incremental.values import Maker, fields_of
from tests.property.incremental.world import Row, generated

STEPS = int(os.environ.get("STEPS", "10"))
EXAMPLES = int(os.environ.get("EXAMPLES", "6"))
IS_LONG = EXAMPLES > 6
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 - a folder of our own is made there

steps = st.lists(
    st.tuples(st.sampled_from(EDITS), st.sampled_from(TROUBLES), st.integers(0, 2**32)),
    min_size=STEPS // 2,
    max_size=STEPS,
)


@contextmanager
def twins(world):
    """A directory and its first builds."""
    folder = Path(tempfile.mkdtemp(dir=MEMORY))
    try:
        with quick():
            twin = Twin(folder)
            twin.write(world)
            assert twin.difference(world) == ("", True)
            yield twin
    finally:
        shutil.rmtree(folder)


def step(twin, world, edit, trouble, chance):
    """What differs after an edit, and the world to go on from: one that cannot be published is put right again."""
    after = world.copy()
    edit(after, Random(chance))
    twin.write(after)
    trouble(twin, after, Random(chance))
    told, is_publishable = twin.difference(after)
    if not is_publishable:
        twin.write(world)
    return told, after if is_publishable else world


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(3, 12), st.integers(0, 20), steps)
@example(3, 0, [(plan_changes, nothing, 7635374), (write_otherwise, nothing, 22), (change_field, nothing, 0)])
def test_a_build_that_goes_on_is_one_from_nothing(studios, seed, taken):
    world = generated(studios, seed).copy()
    with twins(world) as twin:
        for number, (edit, trouble, chance) in enumerate(taken):
            note(f"step {number}: {edit.__name__}, {trouble.__name__}, {chance}")
            told, world = step(twin, world, edit, trouble, chance)
            assert not told


def test_what_walks_seldom_meet_shows_too():
    """A picture replaced by one of the same size, and a news item that comes between two others."""
    world = generated(8, 4).copy()
    with twins(world) as twin:
        for edit in (replace_picture, add_news_between):
            told, world = step(twin, world, edit, nothing, 0)
            assert not told


def replace_picture(world, random):
    used, *_, other = (path for path in world.contents if path[9:] in repr(world.rows) and "scene" in path)
    world.contents[used] = world.contents[other]


def add_news_between(world, random):
    day = max(str(row.value["date"]) for row in world.rows["news"])
    bare: Record = {"id": "zz-between", "title": "一条", "date": day, "summary": "一句", "body": "一段\n"}
    world.rows["news"].append(Row(bare))


@pytest.mark.slow
def test_a_change_of_any_field_shows_wherever_it_is_told():
    """Of each kind two fields, or all in a longer run, in the record that others name most."""
    random, world = Random(EXAMPLES), generated(8, 4).copy()
    with twins(world) as twin:
        for kind in sorted(world.rows.keys() - {"site"}):
            known = fields_of(kind)
            for field in known if IS_LONG else random.sample(known, 2):
                told, world = step(twin, world, partial(_another_value, kind, field), nothing, random.getrandbits(32))
                assert not told, (kind, field.key, told)


def _another_value(kind, field, world, random):
    text = repr(world.rows)
    row = max(world.rows[kind], key=lambda row: (text.count(repr(row.value.get("id"))), field.key in row.value))
    made = Maker(world, random).value(field)
    if made is not None:
        row.value[field.key] = made


def rename_member(world, random):
    world.rows["member"][0].value["name"] = "另一个名字"


def add_matter(world, random):
    world.rows["matter"].append(Row({"id": "one-more", "name": "又一件事"}))


def wait_a_day(world, random):
    world.day = world.day.replace(day=world.day.day + 1)


DOORS = [
    pytest.param(
        rename_member,
        lambda directory: [entry.record.name for entry in directory.entries.of("member")],
        lambda directory: [member.name for member in directory.members.values()],
        id="a record that no shelf handed out",
    ),
    pytest.param(
        wait_a_day, lambda directory: directory.today, lambda directory: directory.day, id="the day without a note"
    ),
    pytest.param(
        add_matter,
        lambda directory: len(directory.current["matter"]),
        lambda directory: len(directory.matters),
        id="how many there are",
    ),
]


def with_a_page_of(read):
    """What units make, and beside the page for lost addresses a file with what `read` finds."""

    def outputs(directory, words, unit):
        yield from plan.outputs(directory, words, unit)
        if unit[0] == "not_found":
            yield Output(path="found.txt", maker="bytes", view=repr(read(directory)).encode())

    return outputs


@pytest.mark.parametrize(("edit", "past", "through"), DOORS)
def test_a_page_that_looks_past_the_trace_is_found_out(monkeypatch, edit, past, through):
    for read, is_found in ((past, True), (through, False)):
        monkeypatch.setattr(units, "outputs", with_a_page_of(read))
        world = generated(3, 1).copy()
        with twins(world) as twin:
            told, _ = step(twin, world, edit, nothing, 0)
        assert ("found.txt" in told) is is_found


def test_a_rule_that_looks_past_the_trace_is_found_out(monkeypatch):
    def rule(directory, entry, addresses):
        yield from check_record(directory, entry, addresses)
        if entry.kind == "page" and directory.entries.of("member")[0].record.name == "另一个名字":
            yield Diagnostic(code="empty-link", spot=entry.spot("title"))

    monkeypatch.setattr(check, "check_record", rule)
    world = generated(3, 1).copy()
    with twins(world) as twin:
        told, _ = step(twin, world, rename_member, nothing, 0)
    assert told.startswith("other findings: [] and clean")

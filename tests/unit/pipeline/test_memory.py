"""What the last build left: the next one takes it as it was, or not at all."""

import marshal
import os
import shutil
import sys
from typing import Any

import pytest

from memberstudios.pipeline.changes import Nodes
from memberstudios.pipeline.check import CheckedBefore
from memberstudios.pipeline.kept import STATE, Kept
from memberstudios.pipeline.memory import MadeBefore, Memory, recall, remember
from memberstudios.pipeline.reading import Remembered
from memberstudios.pipeline.stored import Damaged
from tests.property.incremental.comparison import Twin, quick
from tests.property.incremental.world import generated

CONTENTS = "contents"
needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")


def filled(*texts):
    """A memory with a record for each of some texts."""
    memory = Memory()
    for text in texts:
        slot = ("studio", text, "", -1, b"", memory.store.put(text.encode()), None, None, False, 0, False, ())
        memory.checked.reading.pieces[text.encode()] = ((slot,), ())
    memory.checked.reading.files["data/studios.yaml"] = ((1, 2, 3, 4), (b"a",), True)
    memory.checked.nodes.spaces["day"] = {"": "2026-11-25"}
    memory.checked.base, memory.made.base = b"checked", b"made"
    memory.made.units["studio", "one"] = ((("day", ("",)),), (("a.html", "0", 2),))
    memory.made.derived["brief"] = {"one": ((), memory.store.put(b"brief"), b"digest")}
    memory.made.live["a.html"] = (1, 2, 3)
    return memory


def is_nothing(memory):
    return (memory.checked, memory.made, memory.store.size) == (CheckedBefore(), MadeBefore(), 0)


def texts(memory):
    return [memory.store.get(slots[0][5]) for slots, _ in memory.checked.reading.pieces.values()]


def test_what_was_remembered_is_recalled(tmp_path):
    memory, kept = filled("one", "two"), Kept(tmp_path / "cache")
    remember(kept, memory)
    again = recall(kept)
    assert (again.checked, again.made) == (memory.checked, memory.made)
    assert texts(again) == [b"one", b"two"]


def test_a_first_build_recalls_nothing(tmp_path):
    assert is_nothing(recall(Kept(tmp_path / "cache")))


def test_another_version_of_the_program_recalls_nothing(tmp_path):
    remember(Kept(tmp_path, b"1"), filled("one"))
    assert is_nothing(recall(Kept(tmp_path, b"2")))


@needs_modes
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o777])
def test_a_folder_that_others_can_write_to_is_not_trusted(tmp_path, mode):
    remember(Kept(tmp_path), filled("one"))
    tmp_path.chmod(mode)
    assert is_nothing(recall(Kept(tmp_path)))
    state = (tmp_path / STATE).read_bytes()
    remember(Kept(tmp_path), filled("two"))
    assert (tmp_path / STATE).read_bytes() == state


@needs_modes
def test_a_folder_of_someone_else_is_not_trusted(tmp_path, monkeypatch):
    remember(Kept(tmp_path), filled("one"))
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    assert is_nothing(recall(Kept(tmp_path)))


@needs_modes
def test_a_link_to_a_folder_is_not_trusted(tmp_path):
    remember(Kept(tmp_path / "real"), filled("one"))
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert is_nothing(recall(Kept(tmp_path / "link")))


@pytest.mark.parametrize("name", [STATE, CONTENTS])
def test_a_file_that_is_gone_or_cut_short_takes_the_other_with_it(tmp_path, name):
    remember(Kept(tmp_path), filled("one", "two"))
    whole = (tmp_path / name).read_bytes()
    for data in (whole[:-1], whole[: len(whole) // 2], b""):
        (tmp_path / name).write_bytes(data)
        assert is_nothing(recall(Kept(tmp_path)))
    (tmp_path / name).unlink()
    assert is_nothing(recall(Kept(tmp_path)))


def test_a_flipped_bit_of_the_state_is_seen(tmp_path):
    remember(Kept(tmp_path), filled("one"))
    whole = (tmp_path / STATE).read_bytes()
    for at in range(len(whole)):
        (tmp_path / STATE).write_bytes(whole[:at] + bytes((whole[at] ^ 1,)) + whole[at + 1 :])
        assert is_nothing(recall(Kept(tmp_path)))


def test_contents_of_another_cache_are_damaged(tmp_path):
    for name, text in (("here", "one"), ("there", "two")):
        remember(Kept(tmp_path / name), filled(text))
    shutil.copyfile(tmp_path / "there" / CONTENTS, tmp_path / "here" / CONTENTS)
    with pytest.raises(Damaged):
        texts(recall(Kept(tmp_path / "here")))


SOUND: tuple[Any, ...] = (3, b"", 0, (({}, {}, {}, {}), ({}, {}), b"", {}), (b"", {}, {}, {}))


@pytest.mark.parametrize(
    "state",
    [
        None,
        (),
        "text",
        SOUND[:4],
        (*SOUND, 1),
        (3, b"", "0", *SOUND[3:]),
        (3, b"", -1, *SOUND[3:]),
        (*SOUND[:3], 5, SOUND[4]),
        (*SOUND[:3], ((1, 2, 3, 4), ({}, {}), b"", {}), SOUND[4]),
        (*SOUND[:3], (({}, {}, {}), ({}, {}), b"", {}), SOUND[4]),
        (*SOUND[:3], (({}, {}, {}, {}), ({}, []), b"", {}), SOUND[4]),
        (*SOUND[:3], (({}, {}, {}, {}), ({}, {}), b"", ()), SOUND[4]),
        (*SOUND[:4], (b"", {}, {})),
        (*SOUND[:4], (b"", [], {}, {})),
        (*SOUND[:4], (b"", {}, None, {})),
        (*SOUND[:4], (b"", {}, {}, 7)),
    ],
    ids=repr,
)
def test_a_state_of_another_shape_is_nothing(tmp_path, state):
    remember(Kept(tmp_path), filled("one"))
    Kept(tmp_path).put(STATE, marshal.dumps(state))
    assert is_nothing(recall(Kept(tmp_path)))


def test_the_sound_state_is_of_this_format(tmp_path):
    Kept(tmp_path).append(CONTENTS, 0, [])
    Kept(tmp_path).put(STATE, marshal.dumps(SOUND))
    recalled = recall(Kept(tmp_path))
    assert (recalled.checked.reading, recalled.checked.nodes) == (Remembered(), Nodes())


def test_contents_grow_by_what_is_new_only(tmp_path):
    kept = Kept(tmp_path)
    remember(kept, filled("one" * 100, "two" * 100))
    size = (tmp_path / CONTENTS).stat().st_size
    memory = recall(kept)
    memory.checked.reading.pieces[b"new"] = memory.checked.reading.pieces[b"one" * 100]
    slot = list(memory.checked.reading.pieces[b"new"][0][0])
    slot[5] = memory.store.put(b"new")
    memory.checked.reading.pieces[b"new"] = ((tuple(slot),), ())
    remember(kept, memory)
    assert (tmp_path / CONTENTS).stat().st_size == size + len(b"new")
    assert texts(recall(kept))[-1] == b"new"


def test_contents_that_are_mostly_of_no_use_are_written_anew(tmp_path):
    kept = Kept(tmp_path)
    remember(kept, filled("one" * 100, "two" * 100, "three"))
    memory = recall(kept)
    for text in ("one", "two"):
        del memory.checked.reading.pieces[(text * 100).encode()]
    remember(kept, memory)
    assert (tmp_path / CONTENTS).stat().st_size == len(b"three" + b"brief")
    again = recall(kept)
    assert texts(again) == [b"three"]
    assert again.store.get(again.made.derived["brief"]["one"][1]) == b"brief"


def test_a_kill_between_the_two_files_gives_no_record_the_bytes_of_another(tmp_path):
    kept = Kept(tmp_path)
    remember(kept, filled("one", "two"))
    state = (tmp_path / STATE).read_bytes()
    (tmp_path / CONTENTS).unlink()
    remember(kept, filled("six", "ten"))
    (tmp_path / STATE).write_bytes(state)
    with pytest.raises(Damaged):
        texts(recall(kept))


@pytest.mark.parametrize(
    "harm", [lambda data: bytes(255 - byte for byte in data), lambda data: data[::-1]], ids=["bits", "order"]
)
def test_a_build_with_damaged_contents_begins_anew(tmp_path, harm):
    with quick():
        twin, world = Twin(tmp_path), generated(3, 1).copy()
        twin.write(world)
        assert twin.difference(world) == ("", True)
        contents = twin.cache / CONTENTS
        contents.write_bytes(harm(contents.read_bytes()))
        world.rows["studio"][0].value["name"] = "另一个名字"
        twin.write(world)
        assert twin.difference(world) == ("", True)
        assert twin.difference(world) == ("", True)


@pytest.mark.parametrize("part", ["pieces", "units", "derived"])
def test_a_state_with_other_values_deep_inside_is_no_traceback(tmp_path, part):
    with quick():
        twin, world = Twin(tmp_path), generated(3, 1).copy()
        twin.write(world)
        assert twin.difference(world) == ("", True)
        kept = Kept(twin.cache)
        format_, version, size, checked, made = marshal.loads(kept.get(STATE) or b"")  # noqa: S302 - made a moment ago
        table = {"pieces": checked[0][0], "units": made[2], "derived": made[1]["brief"]}[part]
        for key in table:
            table[key] = 7
        kept.put(STATE, marshal.dumps((format_, version, size, checked, made)))
        world.rows["studio"][0].value["name"] = "另一个名字"
        twin.write(world)
        assert twin.difference(world) == ("", True)

"""What reading keeps from build to build, and when it must look again."""

import time
from datetime import UTC, date, datetime

import pytest

from benchmarks.fiction.pictures import pictures
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.pipeline.memory import Memory
from memberstudios.pipeline.reading import Remembered, read_tree
from memberstudios.pipeline.stored import Store
from memberstudios.sources.tree import MemoryTree

SITE = "title: 测试\nbase_url: https://studios.example.org/\n"
STUDIOS = "- id: one\n  name: 甲\n- id: two\n  name: 乙\n"
LONG_AGO = 1_000_000_000_000_000_000


class Stamped(MemoryTree):
    """Files that all look the same from outside, whatever they hold; counts what is read."""

    def __init__(self, stamp=LONG_AGO, **files):
        texts = {"data/site.yaml": SITE, "data/studios.yaml": STUDIOS, **files}
        super().__init__({path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()})
        self._stamp = stamp
        self.reads = []

    def signature(self, path):
        return (1, self._stamp, LONG_AGO, 7)

    def read(self, path):
        self.reads.append(path)
        return super().read(path)


class Twice:
    """A directory read twice: the second time with what the first has left."""

    def __init__(self):
        self._store, self._before = Store(), Remembered()

    def __call__(self, tree):
        reading = read_tree(tree, self._before, self._store)
        self._before = reading.remembered
        return reading


def names(reading):
    return [entry.record.name for entry in reading.entries.of("studio")]


def test_files_that_look_the_same_are_not_read_again():
    read, again = Twice(), Stamped()
    read(Stamped())
    assert names(read(again)) == ["甲", "乙"]
    assert again.reads == []


def test_a_file_newer_than_two_seconds_is_read_again_however_it_looks():
    read, now = Twice(), time.time_ns()
    read(Stamped(stamp=now))
    changed = Stamped(stamp=now, **{"data/studios.yaml": STUDIOS.replace("甲", "丙")})
    assert names(read(changed)) == ["丙", "乙"]


def test_a_file_from_the_future_is_read_again():
    read, later = Twice(), time.time_ns() + 10**12
    read(Stamped(stamp=later))
    assert names(read(Stamped(stamp=later, **{"data/studios.yaml": "- id: one\n  name: 丙\n"}))) == ["丙"]


def test_a_new_file_is_known_again_once_it_has_settled():
    read, now = Twice(), time.time_ns()
    read(Stamped(stamp=now))
    read(Stamped(stamp=now - 3_000_000_000))
    settled = Stamped(stamp=now - 3_000_000_000)
    read(settled)
    assert settled.reads == []


@pytest.mark.parametrize(
    "text", ["[{id: one, name: 甲}, {id: two, name: 乙}]\n", "  - id: one\n    name: 甲\n  - id: two\n    name: 乙\n"]
)
def test_records_keep_their_places_in_a_list_that_is_one_piece(text):
    read = Twice()
    first = read(Stamped(**{"data/studios.yaml": text}))
    again = read(Stamped(**{"data/studios.yaml": text}))
    assert [slot.at for slot in first.entries.slots("studio")] == [0, 1]
    assert again.entries.slots("studio") == first.entries.slots("studio")


def test_a_list_that_cannot_be_cut_is_another_after_an_edit():
    torn = '- id: one\n  name: "甲\n- 乙"\n'
    read = Twice()
    before = read(Stamped(**{"data/studios.yaml": torn})).entries.slots("studio")
    after = read(Stamped(stamp=LONG_AGO + 1, **{"data/studios.yaml": torn.replace("甲", "丙")})).entries.slots("studio")
    assert [slot.id for slot in before] == [slot.id for slot in after] == ["one"]
    assert before[0].digest != after[0].digest


def test_a_warning_about_what_stands_above_the_first_record_is_not_lost():
    read, text = Twice(), "# 号 110105680101001\n" + STUDIOS
    first = read(Stamped(**{"data/studios.yaml": text}))
    again = read(Stamped(**{"data/studios.yaml": text}))
    assert first.diagnostics
    assert again.diagnostics == first.diagnostics


@pytest.mark.parametrize(
    "text", ["- id: one\n  name: 甲\n  summary:\n", "- id: one\n  name: 甲\n  note: 号 110105680101001\n"]
)
def test_a_warning_about_a_record_is_not_lost(text):
    read = Twice()
    first = read(Stamped(**{"data/studios.yaml": text}))
    again = read(Stamped(**{"data/studios.yaml": text}))
    assert [one.severity for one in first.diagnostics] == ["warning"]
    assert again.diagnostics == first.diagnostics


def test_what_replaces_a_picture_or_a_document_is_another():
    scene, other = (data for name, data in pictures() if name in ("scene-1.png", "scene-2.png"))
    read = Twice()
    files = {"content/pictures/a.png": scene, "content/files/a.txt": b"one\n"}
    first = read(Stamped(**files))
    again = read(Stamped(**files))
    changed = {"content/pictures/a.png": other, "content/files/a.txt": b"two\n"}
    after = read(Stamped(stamp=LONG_AGO + 1, **changed))
    assert again.attached.versions == first.attached.versions
    assert after.attached.pictures == first.attached.pictures
    assert [path for path in files if after.attached.versions[path] == first.attached.versions[path]] == []


LINKED = """\
- id: one
  name: 甲
  description: |
    ## 老地方
  changes:
    - from: 2026-12-01
      description: |
        ## 新地方
"""
PAGE = "---\ntitle: 页\n---\n[看](studios/one.html#h-老地方)\n"


def test_links_are_checked_again_on_the_day_that_brings_another_text():
    files = {"data/studios.yaml": LINKED, "content/pages/p.md": PAGE}
    before = Memory()
    told = []
    for day in (date(2026, 11, 30), date(2026, 12, 1)):
        request = Request(day=day, instant=datetime(2026, 1, 1, tzinfo=UTC))
        checked = check_directory(Stamped(**files), request, before.checked, before.store)
        before.checked = checked.after
        told.append([finding.diagnostic.code for finding in checked.findings])
    assert told == [[], ["broken-link"]]

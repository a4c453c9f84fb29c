"""What is read of a tree, and what is said of files that are too large or cannot be opened."""

from datetime import UTC, date, datetime

import pytest

from memberstudios.pipeline.check import Request, check_directory
from memberstudios.records.structure import fields
from memberstudios.records.studio import Studio
from memberstudios.sources.pieces import MAX_PIECE_CHARACTERS
from memberstudios.sources.strict_yaml import MAX_ISSUES
from memberstudios.sources.tree import MAX_FILE_BYTES, MemoryTree
from tests.reading import read_entries

SITE = "title: 测试\nbase_url: https://studios.example.org/\n"
STUDIO = "- id: judicial\n  name: 司法界别委员工作室\n"
DAY = Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC))


def tree(**files):
    named = {"data/site.yaml": SITE, "data/studios.yaml": STUDIO}
    return {**named, **{f"data/{name}.yaml": text for name, text in files.items()}}


def in_memory(**files):
    return MemoryTree({path: text.encode() for path, text in tree(**files).items()})


class Hindered(MemoryTree):
    """A tree in which one file is locked or enormous."""

    def __init__(self, path, *, size=None):
        super().__init__({path: b"", **{name: text.encode() for name, text in tree().items()}})
        self._path, self._size = path, size

    def size_bytes(self, path):
        return self._size if path == self._path and self._size else super().size_bytes(path)

    def read(self, path):
        if path == self._path:
            raise PermissionError(13, "Permission denied")
        return super().read(path)


def codes(files):
    return [finding.diagnostic.code for finding in check_directory(files, DAY).findings]


def test_a_file_that_is_too_large_is_never_read():
    assert codes(Hindered("data/studios.yaml", size=MAX_FILE_BYTES + 1)) == ["file-too-large"]


def test_a_file_that_cannot_be_opened_is_said_with_the_systems_reason():
    findings = check_directory(Hindered("data/studios.yaml"), DAY).findings
    assert [finding.diagnostic.code for finding in findings] == ["file-unreadable"]
    assert findings[0].diagnostic.values == {"reason": "Permission denied"}


@pytest.mark.parametrize("path", ["content/pictures/room.jpg", "content/files/plan.pdf", "content/pages/about.md"])
def test_a_locked_or_enormous_picture_or_page_stops_nothing_else(path):
    assert codes(Hindered(path)) == ["file-unreadable"]
    assert codes(Hindered(path, size=MAX_FILE_BYTES + 1)) == ["file-too-large"]


def test_a_folder_that_may_not_be_listed_is_no_misspelt_file():
    assert codes(Hindered("data/members")) == ["file-unreadable"]


def test_a_record_that_is_too_long_is_refused_alone():
    long = STUDIO + "  summary: |\n" + "    长\n" * (MAX_PIECE_CHARACTERS // 5)
    files = in_memory(studios=long + "- id: jiuhua\n  name: 九华社区委员工作室\n  parent: judicial\n")
    assert codes(files) == ["record-too-large"]
    entries, _ = read_entries(files)
    assert [entry.record.id for entry in entries.of("studio")] == ["jiuhua"]


def test_every_scalar_is_read_as_it_was_written():
    text = (
        STUDIO + '  short_name: NO\n  brand: 010\n  directions: 12:30\n  aliases: [1.10, null, ~, 0x1F, "12:30", yes]\n'
    )
    entries, _ = read_entries(in_memory(studios=text))
    (studio,) = (entry.record for entry in entries.of("studio"))
    assert (studio.short_name, studio.brand, studio.directions) == ("NO", "010", "12:30")
    assert studio.aliases == ("1.10", "null", "~", "0x1F", "12:30", "yes")


@pytest.mark.parametrize("dash", ["-\n  id: jiuhua", "-   id: jiuhua", "-\n\n  # 新的\n  id: jiuhua"])
def test_no_record_is_lost_however_its_dash_is_written(dash):
    indent = "    " if dash.startswith("-   ") else "  "
    entries, found = read_entries(in_memory(studios=f"{STUDIO}{dash}\n{indent}name: 九华\n"))
    assert [entry.record.id for entry in entries.of("studio")] == ["judicial", "jiuhua"]
    assert found == []


def test_a_form_with_all_but_the_required_fields_empty_is_a_record():
    keys = [field.key for field in fields(Studio) if not field.required]
    assert len(keys) > MAX_ISSUES
    entries, found = read_entries(in_memory(studios=STUDIO + "".join(f"  {key}:\n" for key in keys)))
    assert len(entries.of("studio")) == 1
    assert {one.code for one in found} == {"empty-value"}


def test_what_is_refused_is_always_said_to_be_wrong():
    entries, found = read_entries(in_memory(studios="- \n" + STUDIO))
    assert not entries.obscured
    assert [one.severity for one in found] == ["warning"]


def test_a_list_in_one_line_is_read():
    entries, found = read_entries(in_memory(studios="[{id: judicial, name: 司法界别委员工作室}]\n"))
    assert [entry.record.id for entry in entries.of("studio")] == ["judicial"]
    assert found == []


def test_an_indented_list_is_read():
    entries, found = read_entries(in_memory(studios="".join(f"  {line}\n" for line in STUDIO.splitlines())))
    assert [entry.record.id for entry in entries.of("studio")] == ["judicial"]
    assert found == []

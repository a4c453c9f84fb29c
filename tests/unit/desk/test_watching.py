"""What counts as a change, and that none is lost."""

import threading
from pathlib import Path

import pytest

from memberstudios.desk.watching import Watched, changes, is_by_the_way


@pytest.mark.parametrize(
    "name",
    [
        ".studios.yaml.swp",
        ".#studios.yaml",
        "#studios.yaml#",
        "studios.yaml~",
        "~$studios.xlsx",
        "4913",
        "studios.yaml.tmp",
        "studios.yaml___jb_tmp___",
        "a.yaml.crswap",
        "__pycache__",
        ".git",
        "Thumbs.db",
    ],
)
def test_files_of_editors_are_by_the_way(name):
    assert is_by_the_way(name)


@pytest.mark.parametrize("name", ["studios.yaml", "2024-05-12-one.md", "photo.jpg", "名单.pdf", "template.html"])
def test_files_of_people_are_not(name):
    assert not is_by_the_way(name)


def test_only_named_folders_of_a_base_matter():
    watched = Watched(names={Path("/r"): frozenset({"data"})})
    assert watched.matters(Path("/r/data"))
    assert watched.matters(Path("/r/data/studios.yaml"))
    assert not watched.matters(Path("/r/site"))
    assert not watched.matters(Path("/r/.site.work"))
    assert not watched.matters(Path("/r"))


def test_links_are_not_followed(tmp_path):
    (tmp_path / "data" / "studios").mkdir(parents=True)
    (tmp_path / "data" / "loop").symlink_to(tmp_path)
    found = Watched(names={tmp_path: frozenset({"data", "content"})}).folders()
    assert found == {str(tmp_path), str(tmp_path / "data"), str(tmp_path / "data" / "studios")}


def test_folders_that_come_later_are_watched(tmp_path):
    stop = threading.Event()
    told = changes(Watched(names={tmp_path: frozenset({"data", "content"})}), stop)
    assert next(told) == frozenset()

    deep = tmp_path / "content" / "news"
    deep.mkdir(parents=True)
    (tmp_path / "site").mkdir()
    assert tmp_path / "content" in next(told)
    (deep / "a.md").write_text("1")
    assert next(told) == {deep / "a.md"}

    (deep / "a.md").unlink()
    deep.rmdir()
    deep.mkdir()
    (deep / "a.md").write_text("2")
    assert deep in next(told)
    (deep / "a.md").write_text("3")
    assert next(told) == {deep / "a.md"}
    stop.set()
    assert list(told) == []


def test_what_changes_while_nobody_listens_is_told_once(tmp_path):
    (tmp_path / "data").mkdir()
    stop = threading.Event()
    told = changes(Watched(names={tmp_path: frozenset({"data"})}), stop)
    next(told)
    for name in "abcabc":
        (tmp_path / "data" / f"{name}.yaml").write_text(name)
    (tmp_path / "data" / ".a.yaml.swp").write_text("x")
    assert next(told) == {tmp_path / "data" / f"{name}.yaml" for name in "abc"}
    stop.set()
    assert list(told) == []

"""The tree that was replaced last is used again, and nothing in it is believed but inode numbers."""

import os
import stat
from dataclasses import replace

import pytest

from memberstudios.publish import assembly, trees, writing
from memberstudios.publish.marker import NAME, marker_bytes
from memberstudios.publish.site import open_site

from .conftest import OLD, untouched

KEPT = OLD.keys() - {"index.html"}


def edited(text: bytes):
    return {**OLD, "index.html": text}


@pytest.fixture
def edit(publish, held, spare):
    """Publish an edit of one page, beside a spare."""
    publish(OLD)
    publish(edited(b"1"), keep=KEPT)
    assert spare.is_dir()

    def edit(text=b"2"):
        assert publish(edited(text), keep=KEPT).changed == 1
        assert held() == edited(text)

    return edit


@pytest.fixture
def links(monkeypatch):
    """The names that get links, as they get them."""
    link = os.link
    made: list[str] = []

    def noted(old, new):
        made.append(new.partition("/.site.work/new/")[2])
        link(old, new)

    monkeypatch.setattr(os, "link", noted)
    return made


def test_edit_costs_no_links_but_what_the_spare_lags_behind(edit, links):
    edit(b"2")
    edit(b"3")
    assert links == []


def test_page_that_changed_two_builds_ago_is_linked_again(publish, held, edit, links):
    publish({**edited(b"1"), "a/one.html": b"other"}, keep=OLD.keys() - {"a/one.html"})
    publish({**edited(b"2"), "a/one.html": b"other"}, keep=KEPT)
    assert links == ["index.html", "a/one.html"]
    assert held() == {**edited(b"2"), "a/one.html": b"other"}


def test_spare_of_a_whole_new_site_is_the_one_just_replaced(publish, out, spare, held):
    publish(OLD)
    publish(edited(b"1"), keep=KEPT)
    before = out.stat()
    publish({path: data + b"!" for path, data in OLD.items()})
    assert spare.stat().st_ino == before.st_ino


def test_lost_spare_is_made_by_links(edit, links, spare):
    (spare / "a/one.html").unlink()
    edit()
    assert links == ["a/one.html"]
    for path in sorted(spare.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    spare.rmdir()
    edit(b"3")
    assert sorted(links[1:]) == sorted(KEPT)


def replace_by_file(spare):
    spare.rename(spare.parent / "new")
    spare.write_bytes(b"")


def replace_by_link(spare):
    spare.rename(spare.parents[1] / "moved")
    spare.symlink_to(spare.parents[1])


def write_in_it(spare):
    (spare / "a/one.html").unlink()
    (spare / "a/one.html").write_bytes(b"same")
    (spare / "a/evil.html").write_bytes(b"evil")
    (spare / "evil").mkdir()
    (spare / "evil/evil.html").write_bytes(b"evil")


def change_names(spare):
    (spare / "a/one.html").rename(spare / "x")
    (spare / "a/two.html").rename(spare / "a/one.html")
    (spare / "x").rename(spare / "a/two.html")
    (spare / "index.html").unlink()
    (spare / "index.html").hardlink_to(spare.parents[1] / "site/a/one.html")


def put_links_in_it(spare):
    (spare / "etc").symlink_to("/etc")
    (spare / "index.html").unlink()
    (spare / "index.html").symlink_to("/etc/hostname")
    (spare / "a/one.html").unlink()
    (spare / "a/one.html").symlink_to(spare.parents[1] / "site/a/one.html")
    os.mkfifo(spare / "a/pipe")


def change_kinds(spare):
    (spare / "index.html").unlink()
    (spare / "index.html").mkdir()
    (spare / "index.html/deep.html").write_bytes(b"")
    (spare / "b/c/three.css").unlink()
    (spare / "b/c").rmdir()
    (spare / "b/c").write_bytes(b"")
    (spare / NAME).unlink()
    (spare / NAME).mkdir()
    (spare / NAME / "x").write_bytes(b"")


def mark_it(spare):
    (spare / NAME).unlink()
    (spare / NAME).write_bytes(marker_bytes(["a/one.html", "evil"]))
    (spare / "a/two.html").unlink()


def close_it(spare):
    (spare / "a").chmod(0o700)
    spare.chmod(0o700)


DAMAGES = [
    replace_by_file,
    replace_by_link,
    write_in_it,
    change_names,
    put_links_in_it,
    change_kinds,
    mark_it,
    close_it,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_hostile_spare_does_no_harm(edit, out, spare, damage):
    damage(spare)
    edit(b"2")
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_dir()} == {"a", "b", "b/c"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in [out, *out.rglob("*")] if path.is_dir()} == {0o755}
    edit(b"3")


def same_number(found):
    return replace(found, files=dict.fromkeys(found.files, 0xFFFFFFFF))


def numbered(found):
    return replace(found, files={path: number for number, path in enumerate(sorted(found.files))})


def test_same_numbers_for_different_files_are_not_believed(edit, monkeypatch, links):
    """As over FUSE, where every name may have the number 0xffffffff."""
    scan = trees.scan
    for module in ("memberstudios.publish.assembly", "memberstudios.publish.layout"):
        monkeypatch.setattr(f"{module}.scan", lambda tree: same_number(scan(tree)))
    edit()
    assert sorted(links) == sorted(KEPT)


def test_numbers_that_files_themselves_do_not_have_are_not_believed(edit, monkeypatch, links):
    """Numbers that are handed out anew at each look, and agree by accident."""
    scan = trees.scan
    for module in ("memberstudios.publish.assembly", "memberstudios.publish.layout"):
        monkeypatch.setattr(f"{module}.scan", lambda tree: numbered(scan(tree)))
    edit()
    assert sorted(links) == sorted(KEPT)


def test_tree_in_the_making_has_no_marker(edit, spare, monkeypatch, out):
    seen = []
    check = writing.create_folder

    def look(path):
        seen.append((spare.parent / "new" / NAME).exists())
        check(path)

    monkeypatch.setattr(assembly, "create_folder", look)
    edit()
    assert seen
    assert not any(seen)
    assert (out / NAME).exists()


def test_site_that_was_removed_is_made_again_without_the_spare(edit, publish, held, out):
    out.rename(out.parent / "elsewhere")
    publish(OLD)
    assert held() == OLD


def test_spare_waits_while_nothing_changes(edit, publish, spare):
    before = untouched(spare)
    publish(edited(b"1"), keep=OLD)
    with open_site(spare.parents[1] / "site") as site:
        site.put("index.html", b"never")
    assert untouched(spare) == before


def test_swapped_files_and_folders_of_one_name(publish, held):
    stay = {f"stay/{number}": b"" for number in range(3)}
    first = {"x": b"", "y/z": b"", **stay}
    second = {"x/y": b"", "y": b"", **stay}
    publish(first)
    for tree in (second, first, second):
        publish(tree, keep=stay)
        assert held() == tree

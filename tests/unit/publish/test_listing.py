"""What the live site looks like, for one who remembers it."""

import os

import pytest

from memberstudios.publish.listing import listing
from memberstudios.publish.marker import NAME

from .conftest import NEW, OLD


def test_every_file_is_listed_with_size_time_and_inode(publish, out):
    publish(OLD)
    found = listing(out)
    assert found.keys() == OLD.keys()
    status = (out / "a/one.html").stat()
    assert found["a/one.html"] == (status.st_size, status.st_mtime_ns, status.st_ino)


def test_listing_stays_the_same_for_what_is_kept(publish, out):
    publish(OLD)
    before = listing(out)
    publish(NEW, keep=["a/one.html", "b/c/three.css"])
    after = listing(out)
    assert {path for path in after if before.get(path) == after[path]} == {"a/one.html", "b/c/three.css"}


def test_touched_file_looks_different(publish, out):
    publish(OLD)
    before = listing(out)
    (out / "index.html").write_bytes(b"older")
    (out / "a/one.html").unlink()
    after = listing(out)
    assert "a/one.html" not in after
    assert after["index.html"] != before["index.html"]


def test_file_with_another_mode_or_a_link_is_not_listed(publish, out):
    publish(OLD)
    (out / "index.html").chmod(0o600)
    (out / "a/one.html").unlink()
    (out / "a/one.html").symlink_to("two.html")
    assert listing(out).keys() == {"a/two.html", "b/c/three.css"}


@pytest.mark.parametrize("marker", [None, b"", b"{}", b"[", b'{"made_by": "memberstudios-site/1"}', b"[" * 100_000])
def test_folder_without_our_marker_is_not_listed(publish, out, marker):
    publish(OLD)
    (out / NAME).unlink()
    if marker is not None:
        (out / NAME).write_bytes(marker)
    assert listing(out) == {}


def test_there_is_nothing_to_list_where_nothing_is(out):
    assert listing(out) == {}


def test_folder_that_cannot_be_read_is_as_good_as_empty(publish, out, monkeypatch):
    publish(OLD)
    monkeypatch.setattr(os, "scandir", lambda _: (_ for _ in ()).throw(PermissionError(13, "no")))
    assert listing(out) == {}

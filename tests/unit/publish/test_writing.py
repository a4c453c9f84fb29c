"""One file at a time: the old bytes or the new ones."""

import os
import stat

import pytest

from memberstudios.publish.errors import PublishError
from memberstudios.publish.writing import create_file, write_file


def test_file_and_its_folders_are_made(tmp_path):
    write_file(tmp_path / "a" / "b" / "c.txt", b"text")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"text"


def test_existing_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "records.yaml"
    path.write_bytes(b"old")
    path.chmod(0o660)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert os.listdir(tmp_path) == ["records.yaml"]


def test_symbolic_link_is_followed(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
def test_full_disk_leaves_the_old_file(tmp_path, monkeypatch, call):
    path = tmp_path / "records.yaml"
    path.write_bytes(b"old")

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(PublishError) as caught:
        write_file(path, b"new")
    monkeypatch.undo()
    assert (caught.value.code, caught.value.old_site_stands) == ("disk_full", None)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["records.yaml"]


def test_partial_writes_are_completed(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:3])))
    create_file(str(tmp_path / "a"), b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_what_need_not_last_is_put_in_place_at_once_but_not_synced(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("synced"))
    path = tmp_path / "a" / "b"
    write_file(path, b"old", durable=False)
    write_file(path, b"new", durable=False)
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["b"]

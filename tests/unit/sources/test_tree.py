"""Trees of files: what they name, and what they refuse."""

import os

import pytest

from memberstudios.sources.tree import FolderTree


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_is_no_plain_file_is_named_and_refuses_to_be_read(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "link.yaml").symlink_to("/etc/passwd")
    (tmp_path / "data" / "loop").symlink_to(".")
    os.mkfifo(tmp_path / "data" / "pipe.yaml")
    tree = FolderTree(tmp_path, ("data",))
    assert tree.paths() == ("data/link.yaml", "data/loop", "data/pipe.yaml")
    for path in tree.paths():
        with pytest.raises(OSError, match=path):
            tree.read(path)

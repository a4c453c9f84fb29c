"""A site with a few files, and what a tree on disk holds."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from memberstudios.publish.marker import NAME
from memberstudios.publish.site import open_site
from memberstudios.publish.staging import Published

Tree = Mapping[str, bytes]

OLD: Tree = {"index.html": b"old", "a/one.html": b"same", "a/two.html": b"two", "b/c/three.css": b"3"}
NEW: Tree = {"index.html": b"new", "a/one.html": b"same", "a/four.html": b"four", "b/c/three.css": b"3"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def publish(out: Path) -> Callable[..., Published]:
    def publish(tree: Tree, *, keep: Collection[str] = (), allow_shrink: bool = False) -> Published:
        with open_site(out, allow_shrink=allow_shrink) as staging:
            staging.keep(keep)
            for path, data in tree.items():
                if path not in keep:
                    staging.put(path, data)
            return staging.commit(tree.keys())

    return publish


@pytest.fixture
def spare(out: Path) -> Path:
    return out.parent / ".site.work" / "spare"


@pytest.fixture
def held(out: Path) -> Callable[[], Tree]:
    """What the live site holds, without its marker."""

    def held() -> Tree:
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file() and path.name != NAME
        }

    return held


def untouched(folder: Path) -> tuple[int, int, int]:
    """What changes when anything in the folder itself is made, moved or removed."""
    status = folder.stat()
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns

"""The new tree while it is made: files are put into it by any number of forked processes, then it becomes the site.

What did not change is a hard link to the file of the old site, so that its time and inode stay and nothing is written.
Must not know which pages there are: it is told the names, and checks them.
"""

import contextlib
import os
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from memberstudios.publish import marker
from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.exchange import put_in_place
from memberstudios.publish.layout import Layout, check_ownership, check_place
from memberstudios.publish.names import check_distinct, check_name
from memberstudios.publish.recovery import discard
from memberstudios.publish.writing import (
    BINARY,
    FILE_MODE,
    NO_FOLLOW,
    create_file,
    create_folder,
    sync_file_system,
    sync_folder,
)

MOST_LOST = 0.5
"""The share of files, or of pages, that may vanish in one go without a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What became of a publication, in files: all there are now, those new or different, those that went away."""

    files: int
    changed: int
    removed: int


class Staging:
    """A site in the making. Use it through `open_site`."""

    def __init__(self, layout: Layout, *, inputs: Sequence[Path], allow_shrink: bool) -> None:
        self._layout = layout
        self._inputs = inputs
        self._allow_shrink = allow_shrink
        self._folders = {""}

    def put(self, path: str, data: bytes) -> None:
        """Write one file, named from the root of the site; may be called in forked children. Raises PublishError."""
        check_name(path)
        if path == marker.NAME:
            raise PublishError("unsafe_name", old_site_stands=True, path=path)
        staged = os.path.join(self._layout.new, path)
        live = os.path.join(self._layout.out, path)
        with told(staged, old_site_stands=True):
            self._make_folder(path.rpartition("/")[0])
            try:
                if not _holds(live, data):
                    create_file(staged, data)
                elif not _linked(live, staged):
                    _copy(live, staged, data)
            except FileExistsError:
                raise PublishError("put_twice", old_site_stands=True, path=path) from None

    def commit(self, paths: Collection[str]) -> Published:
        """Publish the tree, which must hold exactly `paths`. Raises PublishError; only the opening process may call it."""
        layout = self._layout
        check_distinct(paths)
        with told(layout.new, old_site_stands=True):
            staged = marker.plain_files(layout.new)
        _check_complete(set(paths), set(staged))
        live = check_ownership(layout)
        if not self._allow_shrink:
            _check_size(live, staged)
        with told(layout.new, old_site_stands=True):
            published = _compared(layout, staged, live)
        if published.changed or published.removed or not live:
            self._replace(sorted(staged))
        return published

    def _replace(self, names: Sequence[str]) -> None:
        layout = self._layout
        with told(layout.new, old_site_stands=True):
            sync_file_system(layout.new)
            # Written last: `recovery` takes a marked tree for a whole one.
            create_file(os.path.join(layout.new, marker.NAME), marker.marker_bytes(names), durable=True)
            sync_folder(layout.new)
        check_place(layout, self._inputs)
        put_in_place(layout)
        with told(layout.out, old_site_stands=False):
            sync_folder(os.path.dirname(layout.out))
            sync_folder(layout.work)
        discard(layout)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            self._make_folder(folder.rpartition("/")[0])
            create_folder(os.path.join(self._layout.new, folder))
            self._folders.add(folder)


def _holds(path: str, data: bytes) -> bool:
    """Whether an ordinary file with our mode and exactly these bytes is there."""
    try:
        status = os.lstat(path)
        if status.st_size != len(data) or not _is_ours(status):
            return False
        descriptor = os.open(path, os.O_RDONLY | NO_FOLLOW | BINARY)
    except OSError:
        return False
    try:
        return os.read(descriptor, len(data) + 1) == data
    finally:
        os.close(descriptor)


def _is_ours(status: os.stat_result) -> bool:
    return marker.is_plain(status) and (os.name == "nt" or stat.S_IMODE(status.st_mode) == FILE_MODE)


def _linked(live: str, staged: str) -> bool:
    """Link a file; False where the file system, or the owner of the file, does not allow it."""
    try:
        os.link(live, staged)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _copy(live: str, staged: str, data: bytes) -> None:
    """Write an unchanged file again with its old time."""
    create_file(staged, data)
    with contextlib.suppress(OSError):
        status = os.stat(live)
        os.utime(staged, ns=(status.st_atime_ns, status.st_mtime_ns))


def _check_complete(expected: set[str], staged: set[str]) -> None:
    if wrong := sorted(expected ^ staged):
        raise PublishError("incomplete", old_site_stands=True, path=wrong[0], count=str(len(wrong)))


def _check_size(live: Collection[str], staged: Collection[str]) -> None:
    """Refuse an empty site, and one that lost most of its files or most of its pages."""
    if not staged:
        raise PublishError("empty", old_site_stands=True)
    for ending in ("", ".html"):
        before = sum(name.endswith(ending) for name in live)
        now = sum(name.endswith(ending) for name in staged)
        if now < before * (1 - MOST_LOST):
            raise PublishError("shrunk", old_site_stands=True, before=str(before), now=str(now))


def _compared(layout: Layout, staged: Mapping[str, os.stat_result], live: Mapping[str, os.stat_result]) -> Published:
    """A linked file is the same file; of a copied one the bytes are compared, since times are coarse."""
    same = 0
    for name, new in staged.items():
        old = live.get(name)
        if old is not None and (os.path.samestat(old, new) or _copied(layout, name, old, new)):
            same += 1
    return Published(files=len(staged), changed=len(staged) - same, removed=len(live.keys() - staged.keys()))


def _copied(layout: Layout, name: str, old: os.stat_result, new: os.stat_result) -> bool:
    if (old.st_size, old.st_mtime_ns) != (new.st_size, new.st_mtime_ns):
        return False
    with open(os.path.join(layout.new, name), "rb") as file:
        return _holds(os.path.join(layout.out, name), file.read())

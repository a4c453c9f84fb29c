"""The new site while it is made: files are put by any number of forked processes, others are kept; then it goes live.

What did not change is a hard link to the file of the old site, so that its time and inode stay and nothing is written.
Must not know which pages there are: it is told the names, and checks them.
"""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from memberstudios.base.dataclass import dataclass
from memberstudios.publish import marker
from memberstudios.publish.assembly import assemble
from memberstudios.publish.errors import PublishError, publish_error, told
from memberstudios.publish.exchange import put_in_place
from memberstudios.publish.layout import Layout, check_ownership, check_place
from memberstudios.publish.linking import copy, linked
from memberstudios.publish.names import check_distinct, check_name, is_plain_name
from memberstudios.publish.recovery import discard
from memberstudios.publish.trees import Found, files_in, scan
from memberstudios.publish.writing import (
    BINARY,
    NO_FOLLOW,
    create_file,
    create_folder,
    is_ours,
    read_file,
    sync_file,
    sync_file_system,
    sync_folder,
)

MOST_LOST = 0.5
"""The share of files, or of pages, that may vanish in one go without a word."""
MOST_SYNCED = 100
"""Above so many files and folders one `syncfs` is faster, though it waits for what other programs wrote as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What became of a publication, in files: all there are now, those new or different, those that went away."""

    files: int
    changed: int
    removed: int


class Staging:
    """A site in the making. Use it through `open_site`."""

    def __init__(self, layout: Layout, live: Collection[str], *, inputs: Sequence[Path], allow_shrink: bool) -> None:
        self._layout = layout
        self._live = live
        self._inputs = inputs
        self._allow_shrink = allow_shrink
        self._folders = {""}
        self._kept: set[str] = set()

    def keep(self, paths: Iterable[str]) -> None:
        """These files of the live site stay as they are; a file that is put as well is the one that was put.

        Costs nothing, checks nothing: `commit` refuses what is not there. Only the opening process may call it.
        """
        self._kept.update(paths)

    def put(self, path: str, data: bytes) -> None:
        """Write one file, named from the root of the site; may be called in forked children. Raises PublishError."""
        folder, _, name = path.rpartition("/")
        staged = f"{self._layout.put}/{path}"
        try:
            if folder not in self._folders or not is_plain_name(name):
                check_name(path)
                if path == marker.NAME:
                    raise PublishError("unsafe_name", old_site_stands=True, path=path)
                self._make_folder(folder)
            self._write(staged, path, data)
        except FileExistsError:
            raise PublishError("put_twice", old_site_stands=True, path=path) from None
        except OSError as error:
            raise publish_error(error, staged, old_site_stands=True) from error

    def _write(self, staged: str, path: str, data: bytes) -> None:
        live = f"{self._layout.out}/{path}"
        if path not in self._live or not _holds(live, data):
            create_file(staged, data)
        elif not linked(live, staged):
            copy(live, staged, data)

    def commit(self, paths: Collection[str]) -> Published:
        """Publish the site, which must be made of exactly `paths`, all of them put or kept.

        Raises PublishError; only the opening process may call it, once.
        """
        layout = self._layout
        wanted = set(paths)
        with told(layout.put, old_site_stands=True):
            put = scan(layout.put)
        live = check_ownership(layout)
        rest = wanted.difference(put.files)
        kept = {path: inode for path, inode in live.files.items() if path in rest}
        if not (put.files.keys() <= wanted and rest <= self._kept <= wanted and len(kept) == len(rest)):
            standing = {path for path in self._kept if path in live.files or path not in wanted}
            raise _incomplete(wanted, standing.union(put.files))
        if not live.files.keys() >= put.files.keys():
            check_distinct(wanted)
        with told(layout.put, old_site_stands=True):
            changed = [path for path in put.files if not _is_same(layout, path, live)]
        removed = len(live.files) - len(kept) - len(live.files.keys() & put.files.keys())
        if not self._allow_shrink and (removed or not wanted):
            _check_size(live.files, wanted)
        if changed or removed or not live.files:
            touched = self._assemble(live, put, kept, wanted)
            self._replace(changed, touched, marker.marker_bytes(dict.fromkeys(paths)))
        return Published(files=len(wanted), changed=len(changed), removed=removed)

    def _assemble(self, live: Found, put: Found, kept: Mapping[str, int], wanted: AbstractSet[str]) -> set[str]:
        """Make the whole tree in `new`; the folders of it that were touched."""
        tree = self._layout.new
        with told(tree, old_site_stands=True):
            touched = assemble(self._layout, live, put, kept)
            found = {path for folder in touched for path in files_in(tree, folder)}
        # What was not touched was compared with the live site a moment ago.
        expected = {path for path in wanted if path.rpartition("/")[0] in touched}
        if found != expected:
            raise _incomplete(expected, found)
        return touched

    def _replace(self, changed: Collection[str], touched: Collection[str], marked: bytes) -> None:
        layout = self._layout
        with told(layout.new, old_site_stands=True):
            _sync(layout.new, changed, touched)
            # Written last: `recovery` takes a marked tree for a whole one.
            create_file(os.path.join(layout.new, marker.NAME), marked, durable=True)
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
            create_folder(os.path.join(self._layout.put, folder))
            self._folders.add(folder)


def _holds(path: str, data: bytes) -> bool:
    """Whether an ordinary file with our mode and exactly these bytes is there."""
    try:
        status = os.lstat(path)
        if status.st_size != len(data) or not is_ours(status):
            return False
        descriptor = os.open(path, os.O_RDONLY | NO_FOLLOW | BINARY)
    except OSError:
        return False
    try:
        return os.read(descriptor, len(data) + 1) == data
    finally:
        os.close(descriptor)


def _incomplete(wanted: AbstractSet[str], found: AbstractSet[str]) -> PublishError:
    wrong = sorted(wanted ^ found)
    return PublishError("incomplete", old_site_stands=True, path=wrong[0], count=str(len(wrong)))


def _check_size(before: Collection[str], now: Collection[str]) -> None:
    """Refuse an empty site, and one that lost most of its files or most of its pages."""
    if not now:
        raise PublishError("empty", old_site_stands=True)
    for ending in ("", ".html"):
        had = sum(path.endswith(ending) for path in before)
        has = sum(path.endswith(ending) for path in now)
        if has < had * (1 - MOST_LOST):
            raise PublishError("shrunk", old_site_stands=True, before=str(had), now=str(has))


def _is_same(layout: Layout, path: str, live: Found) -> bool:
    """Whether what was put is what stands there: a link is the same file, of a copy the bytes are compared.

    Times are coarse: they can only tell that two files differ.
    """
    if path not in live.files:
        return False
    old, new = (os.lstat(os.path.join(tree, path)) for tree in (layout.out, layout.put))
    if os.path.samestat(old, new):
        return True
    if (old.st_size, old.st_mtime_ns) != (new.st_size, new.st_mtime_ns):
        return False
    return _holds(os.path.join(layout.out, path), read_file(os.path.join(layout.put, path)))


def _sync(tree: str, files: Collection[str], folders: Collection[str]) -> None:
    if len(files) + len(folders) > MOST_SYNCED:
        sync_file_system(tree)
        return
    for path in files:
        sync_file(os.path.join(tree, path))
    for folder in folders:
        sync_folder(os.path.join(tree, folder))

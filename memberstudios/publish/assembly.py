"""Making the whole new tree of what was put and what is kept, at a cost that goes by what changed.

The spare, the tree that was replaced last, is brought level with the live site: where it holds a kept file under the
same inode number, there is nothing to do; everything else in it goes away, and what is missing is linked from the live
site. Nothing else about it is believed, so it may be half-deleted, touched or foreign. Without it every kept file is
linked. Must not know why a file is kept.
"""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from memberstudios.publish.layout import Layout
from memberstudios.publish.linking import link_or_copy
from memberstudios.publish.marker import NAME
from memberstudios.publish.trees import Found, above, remove, scan
from memberstudios.publish.writing import FOLDER_MODE, create_folder

PROBES = 16
"""So many files are looked at before inode numbers are believed."""


def assemble(layout: Layout, live: Found, put: Found, kept: Mapping[str, int]) -> set[str]:
    """Make `layout.new` hold what was put and the kept files of the live site, and nothing else, not even a marker.

    `kept` gives their inode numbers. Returns the folders of the new tree whose entries changed. Raises OSError.
    """
    spare = _spare(layout, live) if len(put.files) <= len(kept) else None
    if spare is None:
        os.rename(layout.put, layout.new)
        missing: Collection[str] = kept
        touched = above(put.files)
    else:
        missing = [path for path, inode in kept.items() if spare.files.get(path) != inode]
        touched = _level(layout, spare, put, kept, missing)
    for folder in sorted(above(missing)):
        create_folder(os.path.join(layout.new, folder))
    for path in missing:
        link_or_copy(os.path.join(layout.out, path), os.path.join(layout.new, path))
    return touched | above(missing)


def _spare(layout: Layout, live: Found) -> Found | None:
    """What is in the spare, or None where there is none that could save work; then what is there goes away."""
    if os.path.isdir(layout.spare) and not os.path.islink(layout.spare):
        found = scan(layout.spare)
        if live.devices == found.devices and len(live.devices) == 1 and _are_inodes_true(layout, live, found):
            return found
    remove(layout.spare)
    return None


def _are_inodes_true(layout: Layout, live: Found, spare: Found) -> bool:
    """Whether this file system has inode numbers that stand for files.

    Some (over FUSE, for one) give every name the same number, or a new one each time it is looked up.
    """
    if len(set(live.files.values())) < len(live.files):
        return False
    for path in islice(live.files, 0, None, len(live.files) // PROBES + 1):
        if spare.files.get(path) != live.files[path]:
            continue
        first, second = (os.lstat(os.path.join(tree, path)) for tree in (layout.out, layout.spare))
        if not os.path.samestat(first, second) or first.st_nlink < 2 or first.st_ino != live.files[path]:
            return False
    return True


def _level(layout: Layout, spare: Found, put: Found, kept: Collection[str], missing: Iterable[str]) -> set[str]:
    """Make the spare the new tree: with all that was put, without all that is not kept; the folders touched."""
    # The marker goes first: recovery takes a marked tree for a whole one.
    if NAME in spare.files or NAME in spare.others:
        os.unlink(os.path.join(layout.spare, NAME))
    os.rename(layout.spare, layout.new)
    stale = {path for path in spare.files if path not in kept}
    stale.update(spare.others, (path for path in missing if path in spare.files))
    stale.discard(NAME)
    for path in stale - put.files.keys():
        os.unlink(os.path.join(layout.new, path))
    needed = above(kept) | above(put.files)
    for folder in sorted(spare.folders.keys() - needed, reverse=True):
        os.rmdir(os.path.join(layout.new, folder))
    for folder in sorted(spare.folders.keys() & needed):
        if sys.platform != "win32" and stat.S_IMODE(spare.folders[folder].st_mode) != FOLDER_MODE:
            os.chmod(os.path.join(layout.new, folder), FOLDER_MODE)
    for folder in sorted(above(put.files)):
        create_folder(os.path.join(layout.new, folder))
    for path in put.files:
        os.replace(os.path.join(layout.put, path), os.path.join(layout.new, path))
    return needed & above({*stale, *put.files})

"""Putting right what a kill left behind, before anything new begins.

Must not know where a site comes from. What can be found: files of an unfinished site in `put`, which go away; an
unfinished or replaced tree in `new`, which becomes the spare, as nothing but inode numbers is ever believed of that;
and, after a kill between two renames, no site at all, while `old` holds the old one and `new` the finished new one.
"""

import contextlib
import os
from pathlib import Path

from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.layout import Layout, make_work_folder
from memberstudios.publish.lock import FileLock, LockHeldError
from memberstudios.publish.marker import marked_names
from memberstudios.publish.trees import remove


def recover(out: Path) -> None:
    """Finish or undo a publication of the site at `out` that was cut off. Raises PublishError."""
    layout = Layout.of(out)
    if not os.path.lexists(layout.work):
        return
    make_work_folder(layout)
    try:
        with told(layout.lock, old_site_stands=True), FileLock(layout.lock, wait=False):
            settle(layout)
    except LockHeldError:
        raise PublishError("busy", old_site_stands=True, path=layout.out) from None


def settle(layout: Layout) -> None:
    """As `recover`, for the one who holds the lock. Raises OSError."""
    if os.path.lexists(layout.old) and marked_names(layout.out) is None:
        if os.path.lexists(layout.out):
            os.rmdir(layout.out)  # someone made an empty folder meanwhile; fails where there is anything in it
        # The marker is written last, after every check: a marked tree is whole, and was on its way.
        os.rename(layout.new if marked_names(layout.new) is not None else layout.old, layout.out)
    _tidy(layout)


def discard(layout: Layout) -> None:
    """Put away what is not needed any more. What cannot be moved or removed now goes with the next `settle`."""
    with contextlib.suppress(OSError):
        if os.path.lexists(layout.old) and not os.path.lexists(layout.out):
            return  # the disk failed between two renames: these are the only copies
        _tidy(layout)


def _tidy(layout: Layout) -> None:
    """Keep one whole or unfinished tree as the spare, the replaced one if there is one."""
    for left in (layout.old, layout.new):
        if os.path.lexists(left):
            remove(layout.spare)
            os.rename(left, layout.spare)
    remove(layout.put)

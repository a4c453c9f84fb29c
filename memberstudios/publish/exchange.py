"""Putting the new tree where the old one stands.

Linux swaps two folders in one step (renameat2 with RENAME_EXCHANGE): at no moment is there no site. Elsewhere, and on
file systems that cannot, it takes two renames; a kill between them is mended by `recovery`.
Must not know what the trees hold.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable

from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.layout import Layout

AT_FDCWD = -100
RENAME_EXCHANGE = 2
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
CANNOT_MOVE = frozenset({errno.EBUSY, errno.EXDEV})
"""A mount point, or a folder of the lower layer of a container's file system."""


def put_in_place(layout: Layout) -> None:
    """Make `layout.new` the site at `layout.out`. The old tree, if any, is then in `new` or `old`, to be removed."""
    with told(layout.out, old_site_stands=True):
        try:
            if not os.path.lexists(layout.out):
                os.rename(layout.new, layout.out)
            elif not _exchange(layout.new, layout.out):
                _rename_twice(layout)
        except OSError as error:
            if error.errno in CANNOT_MOVE and sys.platform != "win32":
                raise PublishError("mount_point", old_site_stands=True, path=layout.out) from error
            raise


def _exchange(first: str, second: str) -> bool:
    """Swap two folders at once; False where that does not exist."""
    renameat2 = _renameat2()
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), second)


def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    function: Callable[[int, bytes, int, bytes, int], int] | None
    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return function


def _rename_twice(layout: Layout) -> None:
    os.rename(layout.out, layout.old)
    try:
        os.rename(layout.new, layout.out)
    except OSError as error:
        try:
            os.rename(layout.old, layout.out)
        except OSError:
            raise PublishError("stranded", old_site_stands=None, path=layout.out, old=layout.old) from error
        raise

"""One file under a second name: a hard link, or where that is not possible a copy with its time.

Must not know why.
"""

import contextlib
import os

from memberstudios.publish.writing import create_file, read_file


def linked(old: str, new: str) -> bool:
    """Link a file; False where the file system, or the owner of the file, does not allow it.

    Raises FileExistsError if there is something under the new name.
    """
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def copy(old: str, new: str, data: bytes) -> None:
    """Write the bytes of an unchanged file again, with its old time. Raises OSError."""
    create_file(new, data)
    with contextlib.suppress(OSError):
        status = os.stat(old)
        os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))


def link_or_copy(old: str, new: str) -> None:
    """Link a file, or else copy it. Raises OSError."""
    if not linked(old, new):
        copy(old, new, read_file(old))

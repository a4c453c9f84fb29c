"""What the live site looks like from outside, so that one who remembers it can tell which files were touched since.

Must not know what is remembered.
"""

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from memberstudios.publish.marker import NAME, marked_names
from memberstudios.publish.writing import FILE_MODE, is_ours

if TYPE_CHECKING:
    from pathlib import Path

Look = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode number. Not `st_ctime`: linking a file changes it."""

OUR_MODE = stat.S_IFREG | FILE_MODE


def listing(out: "str | Path") -> dict[str, Look]:
    """Every ordinary file of the marked site at `out` with the mode that we give, by path.

    Empty where there is no such site, or where it cannot be read: whatever is doubtful is not there. It takes no lock:
    ask inside `open_site`, or another program may publish between the answer and its use.
    """
    root = os.fspath(out)
    found: dict[str, Look] = {}
    with contextlib.suppress(OSError):
        if marked_names(root) is not None:
            seen: dict[str, Look] = {}
            waiting = [""]
            while waiting:
                prefix = waiting.pop()
                waiting.extend(_look_into(os.path.join(root, prefix), prefix, seen))
            seen.pop(NAME, None)
            found = seen
    return found


def _look_into(folder: str, prefix: str, seen: dict[str, Look]) -> list[str]:
    """Add the files of one folder; the prefixes of the folders in it. Written for speed: it sees every file."""
    folders = []
    with os.scandir(folder) as entries:
        for entry in entries:
            status = entry.stat(follow_symlinks=False)
            if status.st_mode == OUR_MODE or is_ours(status):
                seen[prefix + entry.name] = (status.st_size, status.st_mtime_ns, status.st_ino)
            elif stat.S_ISDIR(status.st_mode):
                folders.append(f"{prefix}{entry.name}/")
    return folders

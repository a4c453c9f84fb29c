"""What the live site looks like from outside, so that one who remembers it can tell which files were touched since.

Must not know what is remembered.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from memberstudios.publish.marker import NAME, marked_names
from memberstudios.publish.writing import is_ours

Look = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode number. Not `st_ctime`: linking a file changes it."""


def listing(out: Path) -> dict[str, Look]:
    """Every ordinary file of the marked site at `out` with the mode that we give, by path.

    Empty where there is no such site, or where it cannot be read: whatever is doubtful is not there. It takes no lock:
    ask inside `open_site`, or another program may publish between the answer and its use.
    """
    found = {}
    with contextlib.suppress(OSError):
        if marked_names(os.fspath(out)) is not None:
            found = dict(_looks(os.fspath(out)))
            found.pop(NAME, None)
    return found


def _looks(root: str) -> Iterator[tuple[str, Look]]:
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(os.path.join(root, prefix)) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if is_ours(status):
                    yield prefix + entry.name, (status.st_size, status.st_mtime_ns, status.st_ino)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")

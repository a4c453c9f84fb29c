"""One program at a time: a lock that the operating system lets go when its holder ends, however it ends.

Must not know what is guarded.
"""

import contextlib
import os
import sys
from types import TracebackType
from typing import Self

from memberstudios.publish.writing import NO_FOLLOW

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> None:
        # LK_LOCK gives up after ten seconds: ask again until it is ours.
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    raise
            else:
                return

else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockHeldError(Exception):
    """Another program holds the lock."""


class FileLock:
    """Holds the lock on the file at `path` while in its `with` block; the file itself stays.

    Children forked inside hold it too, so that nobody begins while one of them may still write.
    """

    def __init__(self, path: str | os.PathLike[str], *, wait: bool) -> None:
        self._path = path
        self._wait = wait
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Raise LockHeldError if the lock is taken and `wait` is off; OSError if there can be no such file."""
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | NO_FOLLOW, 0o600)
        try:
            _take(self._descriptor, wait=self._wait)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._descriptor)
            raise LockHeldError(os.fspath(self._path)) from error
        except BaseException:
            os.close(self._descriptor)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go; nothing was written, so an error at closing means nothing."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)

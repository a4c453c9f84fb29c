"""A tree of files to read from: paths and bytes, nothing else. Symbolic links are not followed."""

import errno
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE_BYTES = 128 * 1024 * 1024
"""Larger files are refused unread; a list of some 40,000 studios fits, and a folder of files has no limit."""


_NOT_RECORDS = (".", "~$")
"""Hidden files, and what Office leaves beside a file while it is open."""


Signature = tuple[int, ...]
"""Size, times and number of a file: while they stay, so does what it holds, if the times are not too new."""


class Tree(Protocol):
    """Relative paths with `/`, in sorted order, and what each holds; `signature` is None where there is no such thing."""

    def paths(self) -> tuple[str, ...]: ...

    def read(self, path: str) -> bytes: ...

    def size_bytes(self, path: str) -> int: ...

    def signature(self, path: str) -> Signature | None: ...


class FolderTree:
    """The files below some folders of `root`; dot files are left out.

    What is no plain file (a link, a pipe), and a folder that may not be listed, is named and refuses to be read:
    whoever relies on it must hear of it.
    """

    def __init__(self, root: "str | Path", folders: Iterable[str]) -> None:
        self._root = os.fspath(root)
        self._signatures: dict[str, Signature] = {}
        self._closed: dict[str, OSError] = {}
        for folder in folders:
            self._scan(folder)
        self._paths = tuple(sorted(self._signatures))

    def _scan(self, folder: str) -> None:
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            try:
                entries = os.scandir(f"{self._root}/{current}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                self._close(current, error)
                continue
            with entries:
                for entry in entries:
                    if entry.name.startswith(_NOT_RECORDS):
                        continue
                    path = f"{current}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        self._measure(path, entry)
                    else:
                        number = errno.ELOOP if entry.is_symlink() else errno.EINVAL
                        self._close(path, OSError(number, os.strerror(number), path))

    def _measure(self, path: str, entry: os.DirEntry[str]) -> None:
        try:
            found = entry.stat(follow_symlinks=False)
            self._signatures[path] = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        except FileNotFoundError:  # removed a moment ago
            return
        except OSError as error:
            self._close(path, error)

    def _close(self, path: str, error: OSError) -> None:
        self._signatures[path], self._closed[path] = (0,), error

    def paths(self) -> tuple[str, ...]:
        return self._paths

    def read(self, path: str) -> bytes:
        if path in self._closed:
            raise self._closed[path]
        with open(f"{self._root}/{path}", "rb") as file:
            return file.read()

    def size_bytes(self, path: str) -> int:
        return self._signatures[path][0]

    def signature(self, path: str) -> Signature | None:
        return None if path in self._closed else self._signatures[path]


class MemoryTree:
    """Files held in memory: a git revision, a test."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(sorted(files.items()))

    def paths(self) -> tuple[str, ...]:
        return tuple(self._files)

    def read(self, path: str) -> bytes:
        return self._files[path]

    def size_bytes(self, path: str) -> int:
        return len(self._files[path])

    def signature(self, path: str) -> Signature | None:  # noqa: ARG002 - a tree in memory has no times
        return None

"""The office's folder: a few files outside the site, each replaced at once where its bytes differ.

A marker names the files that are ours; whatever else lies there is not touched. Must not know what they say.
"""

import os
import re
import stat
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from memberstudios.publish.errors import PublishError, told
from memberstudios.publish.marker import marked_names, marker_bytes
from memberstudios.publish.writing import read_file, write_file

if TYPE_CHECKING:
    from pathlib import Path

    from memberstudios.publish.listing import Look

MARKER = ".studios-report.json"
_OURS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+", re.ASCII)


def looks(folder: "str | Path") -> "dict[str, Look]":
    """How our files in the folder look, by name; what is not there, or no ordinary file, is missing."""
    path = os.fspath(folder)
    found: dict[str, Look] = {}
    try:
        for name in _ours(path):
            status = _status(path, name)
            if status is not None and stat.S_ISREG(status.st_mode):
                found[name] = (status.st_size, status.st_mtime_ns, status.st_ino)
    except OSError:
        return {}
    return found


class OfficeFolder:
    """The folder at `path`, which must not lie in the site at `out`."""

    def __init__(self, path: "str | Path", out: "str | Path") -> None:
        self._path = os.path.abspath(path)
        self._out = os.path.abspath(out)

    def check(self) -> None:
        """Raise PublishError if the folder lies in the site, where everybody could read it."""
        real, site = os.path.realpath(self._path), os.path.realpath(self._out)
        if real == site or real.startswith(site.rstrip(os.sep) + os.sep):
            raise PublishError("office_in_site", old_site_stands=True, path=self._path, site=self._out)

    def looks(self) -> "dict[str, Look]":
        """How our files look, by name."""
        return looks(self._path)

    def write(self, files: Mapping[str, bytes], names: Collection[str]) -> "dict[str, Look]":
        """Make `names` our files: `files` are new, the others stay, and what was ours before goes. How they look then.

        Raises PublishError: nothing is written if a file of such a name is not ours.
        """
        with told(self._path, old_site_stands=False):
            if os.path.lexists(self._path) and not os.path.isdir(self._path):
                raise PublishError("office_not_ours", old_site_stands=False, path=self._path)
            os.makedirs(self._path, exist_ok=True)
            ours = _ours(self._path)
            strange = [name for name in names if self._is_strange(name, ours)]
        if strange:
            path = os.path.join(self._path, strange[0])
            raise PublishError("office_not_ours", old_site_stands=False, path=path)
        # The marker comes first: what a kill leaves behind is known as ours.
        self._mark(ours, ours.union(names))
        for name, data in files.items():
            self._put(name, data)
        with told(self._path, old_site_stands=False):
            for name in ours.difference(names):
                if not self._is_strange(name, ours) and _status(self._path, name) is not None:
                    os.unlink(os.path.join(self._path, name))
        self._mark(ours.union(names), frozenset(names))
        return self.looks()

    def _is_strange(self, name: str, ours: Collection[str]) -> bool:
        status = _status(self._path, name)
        return status is not None and not (name in ours and stat.S_ISREG(status.st_mode))

    def _mark(self, before: frozenset[str], after: frozenset[str]) -> None:
        if before != after:
            self._put(MARKER, marker_bytes(after))

    def _put(self, name: str, data: bytes) -> None:
        path = os.path.join(self._path, name)
        with told(path, old_site_stands=False):
            if _status(self._path, name) is not None and read_file(path) == data:
                return
        try:
            write_file(path, data)
        except PublishError as error:
            raise PublishError(error.code, old_site_stands=False, **error.values) from error


def _ours(folder: str) -> frozenset[str]:
    """The names that the marker gives, as far as they are names of files right in the folder: a marker may be forged."""
    return frozenset(name for name in marked_names(folder, MARKER) or () if _OURS.fullmatch(name))


def _status(folder: str, name: str) -> os.stat_result | None:
    """What is there under a name, links not followed. Raises OSError."""
    try:
        return os.lstat(os.path.join(folder, name))
    except FileNotFoundError:
        return None

"""What lies in a folder and below it, by name and inode number: one `scandir` a folder, no look at any file.

Two names on one device with one inode number are one file, hence the same bytes. Must not know what a tree is for.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A tree as it was scanned: paths from its root, with forward slashes; the root itself is the folder ``""``."""

    files: dict[str, int]
    """Ordinary files, with their inode numbers."""
    others: Sequence[str]
    """What is neither a file nor a folder: links, pipes, devices."""
    folders: Mapping[str, os.stat_result]

    @property
    def devices(self) -> frozenset[int]:
        return frozenset(status.st_dev for status in self.folders.values())


def nothing() -> Found:
    """A tree without anything, as where there is no site yet."""
    return Found(files={}, others=(), folders={})


def scan(root: str) -> Found:
    """What is in the tree at `root`. Links are not followed. Raises OSError."""
    files: dict[str, int] = {}
    others: list[str] = []
    folders = {"": os.lstat(root)}
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        prefix = f"{folder}/" if folder else ""
        with os.scandir(os.path.join(root, folder)) as found:
            entries = list(found)
        plain = {prefix + entry.name: entry.inode() for entry in entries if entry.is_file(follow_symlinks=False)}
        files.update(plain)
        if len(plain) == len(entries):
            continue
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders[path] = os.lstat(entry.path)
                waiting.append(path)
            elif path not in plain:
                others.append(path)
    return Found(files=files, others=others, folders=folders)


def files_in(root: str, folder: str) -> list[str]:
    """The paths of all that is in one folder of a tree, but folders. Raises OSError."""
    with os.scandir(os.path.join(root, folder)) as entries:
        names = [entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
    return [f"{folder}/{name}" for name in names] if folder else names


def remove(path: str) -> None:
    """Remove a tree, or whatever else is at `path`; it may be gone already. Raises OSError."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


def above(paths: Iterable[str]) -> set[str]:
    """Every folder that files with these paths lie in, the root as ``""``."""
    found = {""}
    for path in {path.rpartition("/")[0] for path in paths}:
        folder = path
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found

"""Changes of files, gathered until there is a moment of quiet. Must not know what is done about them.

Every folder is watched by itself: symbolic links are not followed, and folders may come and go.
"""

import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from memberstudios.base.dataclass import dataclass

_QUIET_MS = 100
"""Saves that come closer together than this are one change."""
_LONGEST_S = 3.0
"""What never gets quiet is told of in the end."""
_STEP_MS = 25

_OTHERS_BEGIN: Final = (".", "~$", "#")
_OTHERS_END: Final = (
    "~",
    "#",
    "___jb_old___",
    "___jb_tmp___",
    ".bak",
    ".crdownload",
    ".crswap",
    ".part",
    ".pyc",
    ".swp",
    ".swx",
    ".temp",
    ".tmp",
)
_OTHERS: Final = frozenset({"__pycache__", "4913", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The folders to watch: for every base folder the names below it; a base or a name may be missing for now."""

    names: Mapping[Path, frozenset[str]]

    def folders(self) -> frozenset[str]:
        """The bases and all folders below the names, as they are now."""
        found = set()
        for base, names in self.names.items():
            if base.is_dir():
                found.add(str(base))
            for name in sorted(names):
                for folder, below, _ in os.walk(base / name):
                    below[:] = [inner for inner in below if not is_by_the_way(inner)]
                    found.add(folder)
        return frozenset(found)

    def matters(self, path: Path) -> bool:
        """Whether a change of this file or folder can change what is built."""
        if path in self.names:
            return False
        names = self.names.get(path.parent)
        return not is_by_the_way(path.name) if names is None else path.name in names


def is_by_the_way(name: str) -> bool:
    """Editors' and desktops' own files, halves of downloads, and compiled Python."""
    return name in _OTHERS or name.startswith(_OTHERS_BEGIN) or name.endswith(_OTHERS_END)


def changes(watched: Watched, stop: threading.Event) -> Iterator[frozenset[Path]]:
    """What changed, each time it gets quiet, until `stop`; first an empty set, when all is being watched.

    What changes while the caller is busy is told of afterwards.
    """
    gathered: set[Path] = set()
    began = 0.0
    is_first, polls = True, False
    while not stop.is_set():
        try:
            for news in _moments(watched, stop, polls=polls):
                began = began if gathered else time.monotonic()
                gathered |= news
                if news and time.monotonic() - began < _LONGEST_S:
                    continue
                if gathered or is_first:
                    is_first = False
                    yield frozenset(gathered)
                    gathered.clear()
        except FileNotFoundError:  # a folder went away while its watch was being opened
            stop.wait(_QUIET_MS / 1000)
        except OSError:  # the system watches no more folders for us: look at them ourselves
            if polls:
                raise
            polls = True


def _moments(watched: Watched, stop: threading.Event, *, polls: bool) -> Iterator[frozenset[Path]]:
    """Changes as they come, an empty set when it is quiet, until the folders are others than those being watched."""
    from watchfiles import watch

    folders = watched.folders()
    is_settled = is_outdated = False
    for found in watch(
        *folders,
        recursive=False,
        watch_filter=lambda _, path: watched.matters(Path(path)),
        debounce=_QUIET_MS,
        step=_STEP_MS,
        rust_timeout=_QUIET_MS,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=polls or None,
        ignore_permission_denied=True,
    ):
        if found:
            is_outdated |= any(path in folders or Path(path).is_dir() for _, path in found)
            yield frozenset(Path(path) for _, path in found)
            continue
        # A folder made between listing and watching would never be heard of.
        if is_outdated or not (is_settled or watched.folders() == folders):
            return
        is_settled = True
        yield frozenset()

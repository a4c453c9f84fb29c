"""The marker `.studios-site.json` inside a site: this folder was made here, and these are the files that were.

It goes into place with the tree it describes, in one exchange, so it can never tell of another tree. It holds names
only, sorted: the same site gives the same bytes. Must not know how trees are moved.
"""

import json
import os
import stat
from collections.abc import Iterable, Mapping

NAME = ".studios-site.json"
MADE_BY = "memberstudios-site/1"


def marker_bytes(names: Iterable[str]) -> bytes:
    """The marker of a site with these files."""
    return json.dumps({"made_by": MADE_BY, "files": sorted(names)}, ensure_ascii=False, indent=0).encode()


def marked_names(site: str) -> frozenset[str] | None:
    """The files a marked site was made with, or None where there is no marker of ours."""
    try:
        with open(os.path.join(site, NAME), encoding="utf-8") as file:
            marker = json.load(file)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    if not isinstance(marker, dict) or marker.get("made_by") != MADE_BY:
        return None
    return frozenset(map(str, marker.get("files", ())))


def plain_files(site: str) -> Mapping[str, os.stat_result]:
    """Every file under `site` but the marker, by its name; links and devices too, which `is_plain` tells apart."""
    found: dict[str, os.stat_result] = {}
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(os.path.join(site, folder)) as entries:
            for entry in entries:
                name = folder + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(name + "/")
                elif name != NAME:
                    found[name] = entry.stat(follow_symlinks=False)
    return found


def is_plain(status: os.stat_result) -> bool:
    """Whether this is an ordinary file."""
    return stat.S_ISREG(status.st_mode)

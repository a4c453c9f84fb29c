"""The marker `.studios-site.json` inside a site: this folder was made here, and these are the files that were.

It goes into place with the tree it describes, in one exchange, so it can never tell of another tree. It holds names
only, sorted: the same site gives the same bytes. Must not know how trees are moved.
"""

import json
import os
from collections.abc import Iterable
from functools import lru_cache

NAME = ".studios-site.json"
MADE_BY = "memberstudios-site/1"


def marker_bytes(names: Iterable[str]) -> bytes:
    """The marker of a site with these files, one a line."""
    # Commas that carry line ends: with `indent`, json leaves its fast encoder.
    files = json.dumps(sorted(names), ensure_ascii=False, separators=(",\n", ": "))
    lines = f"[\n{files[1:-1]}\n]" if len(files) > len("[]") else "[]"
    return f'{{\n"made_by": {json.dumps(MADE_BY)},\n"files": {lines}\n}}'.encode()


def marked_names(folder: str, name: str = NAME) -> frozenset[str] | None:
    """The files a marked folder was made with, or None where there is no marker of ours under `name`."""
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return _names(file.read())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


@lru_cache(maxsize=2)  # one publication asks for the same markers several times
def _names(marker: bytes) -> frozenset[str] | None:
    try:
        values = json.loads(marker)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or values.get("made_by") != MADE_BY or not isinstance(values.get("files"), list):
        return None
    return frozenset(map(str, values["files"]))

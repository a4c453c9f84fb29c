"""Which names may stand in a site: the same ones on Linux, macOS and Windows, and in every unpacked archive.

Must not know what is written under a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from memberstudios.publish.errors import PublishError

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED_ON_WINDOWS = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
UNUSABLE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]|[. ]\Z')
PLAIN = re.compile(r"[A-Za-z0-9_-]{5,99}\.[a-z]{2,9}")
"""Longer than any reserved name: most names need no further look."""
LONGEST_NAME_BYTES = 255


def check_name(path: str) -> None:
    """Raise PublishError unless `path` is a safe, relative name with forward slashes."""
    if not all(map(_usable, path.split("/"))) or not unicodedata.is_normalized("NFC", path):
        raise PublishError("unsafe_name", old_site_stands=True, path=repr(path))


def is_plain_name(name: str) -> bool:
    """Whether a name without folders is safe at first sight; of others `check_name` must tell."""
    return PLAIN.fullmatch(name) is not None


def check_distinct(paths: Iterable[str]) -> None:
    """Raise PublishError if two names differ only by case, as files or as folders above them."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        for part in _with_folders(path):
            other = seen.setdefault(part.casefold(), part)
            if other != part:
                raise PublishError("names_collide", old_site_stands=True, first=other, second=part)


def _usable(name: str) -> bool:
    return (
        name not in {"", ".", ".."}
        and not UNUSABLE.search(name)
        and not RESERVED_ON_WINDOWS.fullmatch(name)
        and len(name.encode()) <= LONGEST_NAME_BYTES
    )


def _with_folders(path: str) -> Iterator[str]:
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
    yield path

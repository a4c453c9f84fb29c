"""A build that has nothing to do: it is over before what a build needs has been loaded, and says what the last one said.

The last build leaves what it saw (its arguments, the program, every file that it read and every file that it wrote, the
day) and what it said. Whoever sees all the same need not build. Any doubt means: build.
"""

import marshal
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b

from memberstudios.pipeline.kept import Kept, is_settled
from memberstudios.publish.listing import Look, listing
from memberstudios.publish.office import looks
from memberstudios.sources.tree import FolderTree

Written = tuple[dict[str, Look], dict[str, Look]]
"""How the files of the site, and those of the office's folder, look."""
_NAME = "said"
_HERE = "--root"


class Sight:
    """What a build depends on, as it was when the build began: taken before anything is read."""

    def __init__(self, argv: Sequence[str], home: str, root: str, environment: Mapping[str, str]) -> None:
        self.records = FolderTree(root, ("data", "content"))
        self.house = FolderTree(home, ("templates", "assets", "locales"))
        self.version = version(home)
        self.began_s = time.time()
        self._where = (tuple(argv), os.getcwd(), home, os.path.abspath(root), environment.get("SOURCE_DATE_EPOCH", ""))
        self._files = [*_signed(self.records), *_signed(self.house)]
        self.root, self.environment = root, environment

    @property
    def is_settled(self) -> bool:
        """Whether no file may have changed again without a trace."""
        return all(is_settled(signature, int(self.began_s * 1e9)) for _, signature in self._files)

    def digest(self, out: str, written: Written) -> bytes:
        """Of all that was seen, and of what was written: the site at `out` and the office's folder."""
        seen = (self.version, self._where, self._files, out, [sorted(looks.items()) for looks in written])
        return blake2b(marshal.dumps(seen, 2), digest_size=16).digest()


def repeated(argv: Sequence[str], home: str, environment: Mapping[str, str]) -> tuple[str, str] | None:
    """What the last build said to standard error and standard output, if this one would do nothing."""
    began = time.monotonic()
    root = root_of(argv, home)
    data = Kept(cache_of(root)).get(_NAME)
    if data is None:
        return None
    try:
        seen, zone, day, out, complained, said, rest = marshal.loads(data)  # noqa: S302 - plain values, and checked
        if day != day_of(time.time(), zone, environment):
            return None
        written = (listing(out), looks(office_of(root)))
        if seen != Sight(argv, home, root, environment).digest(out, written):
            return None
    except (ValueError, TypeError, EOFError, OverflowError, OSError):
        return None
    return complained, f"{said}{time.monotonic() - began:.1f}{rest}"


def keep(sight: Sight, out: str, zone: str, written: Written, texts: tuple[str, str, str]) -> None:
    """Leave word for the next build: `texts` are what went to standard error, and to standard output around the seconds."""
    if sight.is_settled:
        day = day_of(sight.began_s, zone, sight.environment)
        Kept(cache_of(sight.root)).put(_NAME, marshal.dumps((sight.digest(out, written), zone, day, out, *texts)))


def cache_of(root: str) -> str:
    """Where what is kept of a directory lies."""
    return os.path.join(root, ".cache")


def office_of(root: str) -> str:
    """Where what only the office should read lies: beside the records, wherever the site is."""
    return os.path.join(root, "report")


def root_of(argv: Sequence[str], home: str) -> str:
    """The folder of records, as far as it is written in the usual way; a wrong guess finds nothing."""
    for index, text in enumerate(argv):
        if text.startswith(f"{_HERE}="):
            return text.removeprefix(f"{_HERE}=")
        if text == _HERE and index + 1 < len(argv):
            return argv[index + 1]
    return home


def day_of(instant_s: float, zone: str, environment: Mapping[str, str]) -> str:
    """The day in a zone at an instant; empty where the day was given, and so does not pass."""
    if not zone:
        return ""
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    instant = datetime.fromtimestamp(int(environment.get("SOURCE_DATE_EPOCH", instant_s)), UTC)
    return instant.astimezone(ZoneInfo(zone)).date().isoformat()


def version(home: str) -> bytes:
    """Of this program, its Python and its packages: what one version kept is nothing to another."""
    program = FolderTree(home, ("memberstudios",))
    files = [(path, found) for path, found in _signed(program) if path.endswith(".py")]
    packages = b""
    with suppress(FileNotFoundError), open(os.path.join(home, "requirements.txt"), "rb") as file:
        packages = file.read()
    return blake2b(repr((sys.version, files)).encode() + packages, digest_size=16).digest()


def _signed(tree: FolderTree) -> list[tuple[str, tuple[int, ...]]]:
    return [(path, tree.signature(path) or ()) for path in tree.paths()]

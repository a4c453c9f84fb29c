"""Who takes part at which size, in order; and the folder that they build in."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.contestant import Contestant
from benchmarks.ours import Ours, OursSplit
from benchmarks.peers import eleventy, hugo, pelican

PEERS = ("hugo", "eleventy", "pelican")
_SLOW = ("eleventy", "pelican")
_MOST_STUDIOS, _MOST_STUDIOS_WHEN_SLOW = 20_000, 2_000
"""Above, an engine would need more memory or hours than the comparison is worth; `--peers NAME` builds it all the same."""


def contestants(names: Sequence[str], studios: int, day: str) -> list[Contestant]:
    """Our project in both layouts, then the peers asked for: all of them, none, or those named."""
    found: list[Contestant] = [Ours(day), OursSplit(day)]
    for name in PEERS if "all" in names else names:
        limit = _MOST_STUDIOS_WHEN_SLOW if name in _SLOW else _MOST_STUDIOS
        if name != "none" and ("all" not in names or studios <= limit):
            found += _peer(name)
    return found


def _peer(name: str) -> list[Contestant]:
    if name == "hugo":
        return [hugo.Hugo(way) for way in hugo.WAYS]
    return [eleventy.Eleventy()] if name == "eleventy" else [pelican.Pelican()]


@contextmanager
def removed_at_the_end(folder: Path, *, keep: bool) -> Iterator[None]:
    """Remove a folder afterwards, also after a failure, unless it is to be kept."""
    try:
        yield
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)

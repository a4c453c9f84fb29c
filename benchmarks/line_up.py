"""Who takes part at which size, in order; and the folder that they build in."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.contestant import Contestant
from benchmarks.ours import Ours, OursCommon, OursSplit
from benchmarks.peers import eleventy, hugo, pelican

_MOST_STUDIOS, _MOST_STUDIOS_WHEN_SLOW = 20_000, 2_000
"""Above, an engine would need more memory or hours than the comparison is worth; `--peers NAME` builds it all the same."""
PEERS: Mapping[str, int] = {
    "common": 1_000_000,
    "split": 1_000_000,
    "hugo-yaml": _MOST_STUDIOS,
    "hugo-markdown": _MOST_STUDIOS,
    "hugo-json": _MOST_STUDIOS,
    "eleventy": _MOST_STUDIOS_WHEN_SLOW,
    "pelican": _MOST_STUDIOS_WHEN_SLOW,
}
"""Who can be beside our project, in order, and the most studios at which each takes part when all do.

`common` is our project once more, with the pages that all make; `split` with a file a studio.
"""


_OURS = {"common": OursCommon, "split": OursSplit}


def contestants(names: Sequence[str], studios: int, day: str) -> list[Contestant]:
    """Our project, then the peers asked for: all of them, none, or those named."""
    asked = [name for name, most in PEERS.items() if studios <= most] if "all" in names else names
    return [Ours(day), *(_peer(name, day) for name in asked if name != "none")]


def _peer(name: str, day: str) -> Contestant:
    if name in _OURS:
        return _OURS[name](day)
    if name == "eleventy":
        return eleventy.Eleventy()
    return pelican.Pelican() if name == "pelican" else hugo.Hugo(name.removeprefix("hugo-"))


@contextmanager
def removed_at_the_end(folder: Path, *, keep: bool) -> Iterator[None]:
    """Remove a folder afterwards, also after a failure, unless it is to be kept."""
    try:
        yield
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)

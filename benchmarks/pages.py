"""What a built site consists of: its HTML pages by the folder they stand in, its files and its size.

Engines lay out further pages of long lists differently (`x/2.html`, `x/page/2/index.html`), so that pages are counted
by their first folder. What only ours makes is not counted: `embed.html`, which shows the finder once more for other sites;
the pages of `duty/` and `print/`, which need sessions to be computed; those of what studios do and what came of it; and the
page of all data files.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WORK: Final = (
    "activities",
    "coverage",
    "coverage.html",
    "data",
    "documents",
    "figures",
    "figures.html",
    "frameworks",
    "pairings",
    "reports",
    "topics",
)
_OURS: Final = ("embed.html", "duty", "print", *_WORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`pages` and `kilobytes` are of HTML alone, by first folder; `files` and `megabytes` are of everything."""

    pages: dict[str, int]
    kilobytes: dict[str, float]
    files: int
    megabytes: float

    @property
    def page_count(self) -> int:
        return sum(self.pages.values())


def survey(folder: Path) -> Site:
    """Count a built site."""
    pages: Counter[str] = Counter()
    html: Counter[str] = Counter()
    files = size = 0
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        files += 1
        size += path.stat().st_size
        kind = path.relative_to(folder).parts[0]
        if path.suffix == ".html" and kind not in _OURS:
            pages[kind] += 1
            html[kind] += path.stat().st_size
    return Site(
        pages=dict(sorted(pages.items())),
        kilobytes={kind: round(html[kind] / 1000, 1) for kind in sorted(html)},
        files=files,
        megabytes=round(size / 1e6, 1),
    )

"""Results as Markdown tables, ready for `RESULTS.md`."""

from collections.abc import Iterator

from benchmarks.contestant import CASES
from benchmarks.results import Results, Run, of_case, spread

MEASURE = "Hugo, yaml"
"""What the others are compared with."""


def of_size(found: Results, studios: int, news: int) -> str:
    """Times of every case and contestant at one size, and what was built."""
    return "\n".join(
        [
            f"\n### {studios:,} studios, {news:,} news items\n",
            *_times(found, studios, news),
            "",
            *_sites(found, studios, news),
            "",
        ]
    )


def of_own(found: Results) -> str:
    """Times of the project's own directory."""
    return "\n".join(["\n### The project's own directory\n", *_times(found, 0, 0), ""])


def _times(found: Results, studios: int, news: int) -> Iterator[str]:
    yield f"| build | who | wall s, middle (least to most) | CPU s | peak MB, all processes | wall to {MEASURE} |"
    yield "|---|---|---:|---:|---:|---:|"
    for case in CASES:
        rows = dict(of_case(found, studios, news, case))
        measure = spread([run.wall_s for run in rows[MEASURE]]).middle if MEASURE in rows else None
        for name, runs in rows.items():
            yield _row(case, name, runs, measure)


def _row(case: str, name: str, runs: list[Run], measure: float | None) -> str:
    wall = spread([run.wall_s for run in runs])
    ratio = "" if measure is None else f"{wall.middle / measure:.3f}"
    return (
        f"| {case} | {name} | {wall.middle:.2f} ({wall.least:.2f} to {wall.most:.2f}) "
        f"| {spread([run.cpu_s for run in runs]).middle:.2f} | {max(run.peak_mb for run in runs):.0f} | {ratio} |"
    )


def _sites(found: Results, studios: int, news: int) -> Iterator[str]:
    """Pages of each kind, and their size on average in KB."""
    built = [one for one in found.sites if (one.studios, one.news) == (studios, news)]
    kinds = sorted({kind for one in built for kind in one.site.pages})
    yield "| pages (KB each) | " + " | ".join(one.contestant for one in built) + " |"
    yield "|---|" + "---:|" * len(built)
    for kind in kinds:
        cells = (_cell(one.site.pages.get(kind, 0), one.site.kilobytes.get(kind, 0)) for one in built)
        yield f"| {kind} | " + " | ".join(cells) + " |"
    yield "| all pages | " + " | ".join(f"{one.site.page_count:,}" for one in built) + " |"
    yield "| all files, MB | " + " | ".join(f"{one.site.files:,}, {one.site.megabytes:,.0f}" for one in built) + " |"


def _cell(pages: int, kilobytes: float) -> str:
    return f"{pages:,} ({kilobytes / pages:.1f})" if pages else "none"

"""Draws time against size from the runs that `run.py --json` kept: `python3 benchmarks/plot.py RESULTS.json`.

Writes an SVG of its own making, for the README: clean builds of every engine, and this project's builds after an edit.
Both axes are logarithmic: a straight line of one decade a decade is linear growth.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.contestant import CLEAN, NOTHING, STUDIO
from benchmarks.results import Results, load, spread

_WIDTH, _HEIGHT = 760, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 240, 56, 56
_COLOURS = {"memberstudios": "#a3242b", "Hugo": "#1f5f8b", "Eleventy": "#5c6b2f", "Pelican": "#8a5a00"}
_OTHER = "#666666"
_LINES = (
    ("memberstudios", CLEAN, "本项目，从头生成", ""),
    ("memberstudios", STUDIO, "本项目，改一个工作室", "7 4"),
    ("memberstudios", NOTHING, "本项目，没有改动", "2 4"),
    ("Hugo, yaml", CLEAN, "Hugo，YAML", ""),
    ("Hugo, json", CLEAN, "Hugo，JSON", "7 4"),
    ("Hugo, markdown", CLEAN, "Hugo，Markdown", "2 4"),
    ("Eleventy", CLEAN, "Eleventy", ""),
    ("Pelican", CLEAN, "Pelican", ""),
)
_TITLE = "生成用时与工作室数量"
_ABOUT = "横轴是工作室的数量，新闻是它的一半；纵轴是生成一次用的秒数。两轴都是对数。Time of a build against the number of studios."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the plot: the points are numbers of studios and seconds."""

    label: str
    colour: str
    dashes: str
    points: tuple[tuple[int, float], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw; 0 when drawn."""
    parser = argparse.ArgumentParser(description="Draw time against size.")
    parser.add_argument("results", type=Path, help="what run.py --json kept")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("plot.svg"), metavar="FILE")
    options = parser.parse_args(arguments)
    options.out.write_text(draw(load(options.results)), encoding="utf-8", newline="\n")
    return 0


def draw(found: Results) -> str:
    """The whole picture."""
    lines = tuple(_lines(found))
    sizes = [size for line in lines for size, _ in line.points] or [1]
    seconds = [second for line in lines for _, second in line.points] or [1.0]
    across = _Axis(low=floor(log10(min(sizes))), high=max(ceil(log10(max(sizes))), floor(log10(min(sizes))) + 1))
    up = _Axis(low=floor(log10(min(seconds))), high=max(ceil(log10(max(seconds))), floor(log10(min(seconds))) + 1))
    parts = [*_frame(across, up), *(part for line in lines for part in _drawn(line, across, up)), *_legend(lines)]
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="title about" font-family="sans-serif" font-size="13" fill="#222222">\n'
        f'<title id="title">{_TITLE}</title>\n<desc id="about">{_ABOUT}</desc>\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """A logarithmic axis between two powers of ten."""

    low: int
    high: int

    def share(self, value: float) -> float:
        return (log10(value) - self.low) / (self.high - self.low)


def _lines(found: Results) -> Iterator[Line]:
    for contestant, case, label, dashes in _LINES:
        by_size: dict[int, list[float]] = {}
        for run in found.runs:
            if (run.contestant, run.case) == (contestant, case) and run.studios and run.news == run.studios // 2:
                by_size.setdefault(run.studios, []).append(run.wall_s)
        if by_size:
            points = tuple((size, spread(walls).middle) for size, walls in sorted(by_size.items()))
            yield Line(label=label, colour=_colour(contestant), dashes=dashes, points=points)


def _colour(contestant: str) -> str:
    return _COLOURS.get(contestant.partition(",")[0], _OTHER)


def _x(share: float) -> float:
    return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)


def _y(share: float) -> float:
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)


def _frame(across: _Axis, up: _Axis) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="26" font-size="17" font-weight="bold">{_TITLE}</text>'
    for power in range(across.low, across.high + 1):
        x = _x(across.share(10**power))
        yield f'<path d="M{x} {_y(0)}V{_y(1)}" stroke="#dddddd"/>'
        yield f'<text x="{x}" y="{_y(0) + 18}" text-anchor="middle">{10**power:,}</text>'
    for power in range(up.low, up.high + 1):
        y = _y(up.share(10.0**power))
        yield f'<path d="M{_x(0)} {y}H{_x(1)}" stroke="#dddddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g} 秒</text>'
    yield f'<text x="{_x(0.5)}" y="{_HEIGHT - 12}" text-anchor="middle">工作室（个） studios</text>'


def _drawn(line: Line, across: _Axis, up: _Axis) -> Iterator[str]:
    places = [(_x(across.share(size)), _y(up.share(seconds))) for size, seconds in line.points]
    path = "L".join(f"{x} {y}" for x, y in places)
    yield f'<path d="M{path}" fill="none" stroke="{line.colour}" stroke-width="2" stroke-dasharray="{line.dashes or "none"}"/>'
    for (x, y), (size, seconds) in zip(places, line.points, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="{line.colour}"><title>{escape(f"{line.label}：{size:,} 个，{seconds:.2f} 秒")}</title></circle>'


def _legend(lines: Sequence[Line]) -> Iterator[str]:
    left = _WIDTH - _RIGHT + 20
    for number, line in enumerate(lines):
        y = _TOP + 14 + 26 * number
        yield f'<path d="M{left} {y}h34" stroke="{line.colour}" stroke-width="2" stroke-dasharray="{line.dashes or "none"}"/>'
        yield f'<text x="{left + 42}" y="{y + 4}">{escape(line.label)}</text>'


if __name__ == "__main__":
    sys.exit(main())

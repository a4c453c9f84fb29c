"""One size: writes every contestant's sources, then builds them in turns, case by case and round by round.

Interleaved, so that a noisy minute falls on all. Before each run the contestant's sources are read once, so that none
has to fetch from the disk what another finds in memory.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from benchmarks import generate, measure
from benchmarks.contestant import CLEAN, NOTHING, Chosen, Contestant
from benchmarks.ours import Floor
from benchmarks.pages import survey
from benchmarks.peers import records
from benchmarks.results import Built, Results, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many studios and news items a generated directory has."""

    studios: int
    news: int

    @property
    def name(self) -> str:
        return f"{self.studios}-{self.news}"

    @classmethod
    def of(cls, text: str) -> "Size":
        """`10000:500`, or `10000` with half as many news items."""
        studios, _, news = text.partition(":")
        return cls(studios=int(studios), news=int(news) if news else int(studios) // 2)


def compare(
    size: Size,
    contestants: Sequence[Contestant],
    cases: Sequence[str],
    rounds: int,
    folder: Path,
    day: str,
    found: Results,
) -> None:
    """Measure one size and add what was found."""
    folder.mkdir(parents=True)
    root = folder / "records"
    _say(f"{size.studios:,} studios, {size.news:,} news items: writing")
    if generate.main(["--studios", str(size.studios), "--news", str(size.news), "--out", str(root)]):
        raise SystemExit(2)
    read = lru_cache(1)(partial(records.read, root, day))
    ready = list(_write(contestants, root, read, folder))
    chosen = _choose(root)
    for number in range(1, rounds + 1):
        for case in cases:
            for contestant in _in_turn(ready, number):
                if case in contestant.cases:
                    home = _home(folder, contestant)
                    run = _build(contestant, home, case, chosen, f"改{number}")
                    found.runs.append(_run(size, contestant, case, number, run))
            if case == CLEAN:
                found.runs.append(_floor(size, ready[0], number, folder, root, read))
            if case == CLEAN and number == 1:
                found.sites.extend(_built(size, contestant, folder) for contestant in ready)


def _write(contestants: Sequence[Contestant], root: Path, read: records.Read, folder: Path) -> Iterator[Contestant]:
    for contestant in contestants:
        if problem := contestant.missing():
            _say(f"  without {contestant.name}: {problem}")
            continue
        contestant.write(root, read, _home(folder, contestant))
        yield contestant


def _build(contestant: Contestant, home: Path, case: str, chosen: Chosen, word: str) -> measure.Figures:
    """One run. A case other than clean that comes first needs a build before it."""
    if case == CLEAN:
        contestant.forget(home)
    elif not contestant.output(home).exists():
        measure.run(contestant.command(home), home)
    if case not in (CLEAN, NOTHING):
        contestant.edit(home, case, chosen, word)
    _read_sources(home, contestant.output(home))
    return measure.run(contestant.command(home), home)


def _read_sources(home: Path, output: Path) -> None:
    for path in home.rglob("*"):
        if path.is_file() and not path.is_relative_to(output):
            path.read_bytes()


def _floor(size: Size, first: Contestant, number: int, folder: Path, root: Path, read: records.Read) -> Run:
    """Copy what the first contestant just built."""
    floor = Floor(first.output(_home(folder, first)))
    home = _home(folder, floor)
    if not home.exists():
        floor.write(root, read, home)
    floor.forget(home)
    return _run(size, floor, CLEAN, number, measure.run(floor.command(home), home))


def _choose(root: Path) -> Chosen:
    """A studio from the middle of the list that can be edited in every way, and a news item from the middle."""
    lists = sorted((root / "data").glob("studios*.yaml")) or sorted((root / "data" / "studios").glob("*.yaml"))
    texts = lists[len(lists) // 2].read_text("utf-8").split("\n- id: ")[1:]
    plain = [text for text in texts if "\n  contact_text: " in text and "\n  valid_" not in text]
    news = sorted((root / "content" / "news").glob("*.md"))
    file = next(one for one in news[len(news) // 2 :] if "\ndraft: " not in one.read_text("utf-8"))
    return Chosen(
        studio=plain[len(plain) // 2].partition("\n")[0].strip("'\""),
        news=file.stem[len("2026-11-25-") :],
        news_file=file.name,
    )


def _in_turn(contestants: Sequence[Contestant], number: int) -> list[Contestant]:
    """Another one begins each round."""
    first = (number - 1) % len(contestants)
    return [*contestants[first:], *contestants[:first]]


def _home(folder: Path, contestant: Contestant) -> Path:
    return folder / "".join(letter if letter.isalnum() else "-" for letter in contestant.name)


def _run(size: Size, contestant: Contestant, case: str, number: int, figures: measure.Figures) -> Run:
    _say(
        f"  {number} {case}, {contestant.name}: {figures.wall_s:.2f} s, "
        f"CPU {figures.cpu_s:.2f} s, {figures.peak_mb:.0f} MB"
    )
    return Run(
        studios=size.studios,
        news=size.news,
        contestant=contestant.name,
        case=case,
        round=number,
        wall_s=round(figures.wall_s, 4),
        cpu_s=round(figures.cpu_s, 4),
        peak_mb=round(figures.peak_mb, 1),
    )


def _built(size: Size, contestant: Contestant, folder: Path) -> Built:
    site = survey(contestant.output(_home(folder, contestant)))
    return Built(studios=size.studios, news=size.news, contestant=contestant.name, site=site)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

"""The runs of a measurement, as they are kept in a JSON file, and what can be counted from them."""

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.pages import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build. `studios` is 0 for the project's own directory."""

    studios: int
    news: int
    contestant: str
    case: str
    round: int
    wall_s: float
    cpu_s: float
    peak_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a contestant's clean build gave."""

    studios: int
    news: int
    contestant: str
    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything of one measurement."""

    machine: str
    runs: list[Run]
    sites: list[Built]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The middle, the least and the most of several runs."""

    middle: float
    least: float
    most: float


def machine() -> str:
    """What the runs were made on, without its name."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{processors} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def spread(values: list[float]) -> Spread:
    """What one number of several runs can be said to be."""
    return Spread(middle=median(values), least=min(values), most=max(values))


def of_case(found: Results, studios: int, news: int, case: str) -> Iterator[tuple[str, list[Run]]]:
    """The runs of a case at one size, by contestant, in the order in which they first ran."""
    runs: dict[str, list[Run]] = {}
    for run in found.runs:
        if (run.studios, run.news, run.case) == (studios, news, case):
            runs.setdefault(run.contestant, []).append(run)
    yield from runs.items()


def save(found: Results, path: Path | None) -> None:
    """Write everything found so far, if it is to be kept."""
    if path is not None:
        path.write_text(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n", "utf-8")


def load(path: Path) -> Results:
    """What `save` wrote."""
    kept = json.loads(path.read_text("utf-8"))
    return Results(
        machine=kept["machine"],
        runs=[Run(**run) for run in kept["runs"]],
        sites=[Built(**{**built, "site": Site(**built["site"])}) for built in kept["sites"]],
    )

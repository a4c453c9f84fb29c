"""What duty costs at a size, apart from the rest of a build: sessions, calendars, posters and pages of duty.

    .venv/bin/python benchmarks/duty.py                 10,000 studios
    .venv/bin/python benchmarks/duty.py --studios 1000

One process makes everything that a build makes, in memory, and each second of processor time goes to what it was spent
on: a derived value, or the file that came of it. Reading, checking and publishing are not in it.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generate
from memberstudios.pages import duty_calendar, duty_lines, poster
from memberstudios.pages.plan import DERIVED, outputs, units
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.pipeline.derived import derive
from memberstudios.pipeline.kept import Kept
from memberstudios.pipeline.making import Workshop
from memberstudios.pipeline.stored import Store
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree

HOME = Path(__file__).resolve().parents[1]
DAY = date(2026, 11, 25)
_REST = "everything else"
_DERIVED = {duty_lines.DUTY: "sessions", duty_calendar.EVENTS: "events", poster.CODE: "codes"}


@dataclass(slots=True)
class Cost:
    """Of one kind of thing: how many, processor seconds, bytes."""

    count: int = 0
    seconds: float = 0
    size_bytes: int = 0


def measured(records: Path) -> dict[str, Cost]:
    """What each kind costs, from a directory of records."""
    house = FolderTree(HOME, ("templates", "assets", "locales"))
    tree = FolderTree(records, ("data", "content"))
    request = Request(day=DAY, instant=datetime(2026, 11, 25, tzinfo=UTC))
    checked = check_directory(tree, request)
    words = read_words(house, checked.directory.site.language)
    costs: defaultdict[str, Cost] = defaultdict(Cost)
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(house, tree, checked.directory, words, Kept(folder))
        workshop.prepare(jobs=1)
        derive(checked.directory, words, {}, checked.changed, Store(), jobs=1)
        for name, derived in DERIVED.items():
            cost = costs[_DERIVED.get(name, _REST)]
            since = time.process_time()
            for id_ in checked.directory.current[derived.kind]:
                derived.make(checked.directory, words, id_)
            _add(cost, since, len(checked.directory.current[derived.kind]), 0)
        for unit in units(checked.directory):
            since = time.process_time()
            for output in outputs(checked.directory, words, unit):
                data = workshop.make(output)
                _add(costs[_kind(output.path)], since, 1, len(data))
                since = time.process_time()
    return dict(costs)


def _kind(path: str) -> str:
    if path.endswith(".ics"):
        return "calendars"
    folder = path.partition("/")[0]
    return {"print": "posters", "duty": "pages of duty"}.get(folder, _REST)


def _add(cost: Cost, since: float, count: int, size_bytes: int) -> None:
    cost.count += count
    cost.seconds += time.process_time() - since
    cost.size_bytes += size_bytes


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate, measure, and print a table as benchmarks/RESULTS.md has it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studios", type=int, default=10_000)
    options = parser.parse_args(arguments)
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "records"
        generate.main(["--studios", str(options.studios), "--out", str(records)])
        costs = measured(records)
    total = sum(cost.seconds for cost in costs.values())
    print("| what | how many | processor s | share | MB |\n|---|---:|---:|---:|---:|")
    for name, cost in sorted(costs.items(), key=lambda pair: pair[0] == _REST):
        size = f"{cost.size_bytes / 1e6:.1f}" if cost.size_bytes else ""
        print(f"| {name} | {cost.count:,} | {cost.seconds:.2f} | {cost.seconds / total:.0%} | {size} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure builds of generated directories beside other site generators, in one interleaved run.

    python3 benchmarks/run.py                                     the whole comparison (`make bench`)
    python3 benchmarks/run.py --sizes 1000 --peers hugo-yaml --rounds 1           a quick look
    python3 benchmarks/run.py --sizes 100000:50000 --peers none    this project alone

A size is a number of studios, and of news items after a colon (half as many if left out). Needs the project's
environment (`make setup`); peers come from `benchmarks/peers/install.py`, and those that are missing are left out.
Prints tables as in `RESULTS.md`; `--json` keeps every single run, which `plot.py` draws.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import line_up, results, tables
from benchmarks.comparison import Size, compare
from benchmarks.contestant import CASES
from benchmarks.own_directory import measure_own

_DAY = "2026-11-25"
_SIZES = ("1000", "10000", "10000:500")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables, keep the runs."""
    options = _parser().parse_args(arguments)
    sizes = [Size.of(text) for text in options.sizes]
    found = results.Results(machine=results.machine(), runs=[], sites=[])
    folder = Path(tempfile.mkdtemp(prefix="memberstudios-bench-", dir=options.work))
    print(f"{found.machine}; sites are in {folder}", file=sys.stderr)
    with line_up.removed_at_the_end(folder, keep=options.keep):
        for size in sizes:
            contestants = line_up.contestants(options.peers, size.studios, _DAY)
            compare(size, contestants, options.cases, options.rounds, folder / size.name, _DAY, found)
            print(tables.of_size(found, size.studios, size.news), flush=True)
            results.save(found, options.json)
        if options.own:
            measure_own(options.rounds, folder / "own", _DAY, found)
            print(tables.of_own(found), flush=True)
            results.save(found, options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Measure builds beside other site generators.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("--sizes", nargs="*", default=_SIZES, metavar="STUDIOS[:NEWS]", help="directories to generate")
    parser.add_argument("--peers", nargs="+", default=["all"], choices=("all", "none", *line_up.PEERS), help="who else")
    parser.add_argument("--cases", nargs="+", default=CASES, choices=CASES, metavar="CASE", help="what is built")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is built")
    parser.add_argument(
        "--own", action=argparse.BooleanOptionalAction, default=True, help="the project's own directory"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every run here")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where sites are built; the system's temporary folder")
    parser.add_argument("--keep", action="store_true", help="leave the sites there")
    return parser


if __name__ == "__main__":
    sys.exit(main())

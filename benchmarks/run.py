"""Time builds of generated directories: clean, with nothing changed, and after one edit.

`python3 benchmarks/run.py [--studios 1000 10000]`, inside the project's environment (`make bench`). Prints a table of
wall time, processor time of all processes, and peak memory of its first process, as in `RESULTS.md`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-25"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build: `peak_mb` is the most memory that its first process held."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def main() -> int:
    """Measure each size in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studios", type=int, nargs="+", default=[1000, 10000], metavar="N")
    sizes = parser.parse_args().studios
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}\n")
    print("| studios | pages | build | wall s | CPU s | peak of the first process MB |")
    print("|---:|---:|---|---:|---:|---:|")
    for studios in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(studios, Path(folder))
    return 0


def measure(studios: int, folder: Path) -> None:
    """Print the rows of one size."""
    records, site = folder / "records", folder / "site"
    generate = [sys.executable, str(ROOT / "benchmarks/generate.py"), "--studios", str(studios), "--out", str(records)]
    subprocess.run(generate, check=True, stdout=subprocess.DEVNULL)
    show(studios, site, "clean", build(records, site))
    show(studios, site, "nothing changed", build(records, site))
    edit(records / "data/studios.yaml")
    show(studios, site, "one studio edited", build(records, site))


def build(records: Path, site: Path) -> Run:
    """Build in a child process and measure it with its own children."""
    command = [sys.executable, "-m", "memberstudios.cli", "build", "--root", str(records), "--out", str(site)]
    began = time.perf_counter()
    child = subprocess.Popen([*command, "--as-of", DAY], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(os.waitstatus_to_exitcode(status))
    wall_s = time.perf_counter() - began
    return Run(wall_s=wall_s, cpu_s=used.ru_utime + used.ru_stime, peak_mb=used.ru_maxrss / 1024)


def edit(studios: Path) -> None:
    """Change one word of the first studio."""
    text = studios.read_text(encoding="utf-8")
    studios.write_text(text.replace("name: ", "name: 改", 1), encoding="utf-8")


def show(studios: int, site: Path, what: str, run: Run) -> None:
    """Print one row."""
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"| {studios:,} | {pages:,} | {what} | {run.wall_s:.1f} | {run.cpu_s:.1f} | {run.peak_mb:.0f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""The project's own directory, as a newcomer builds it: clean, and again with nothing changed."""

import shutil
import sys
import time
from pathlib import Path

from benchmarks import measure
from benchmarks.contestant import CLEAN, NOTHING
from benchmarks.ours import PROJECT, build_command, copy_project
from benchmarks.results import Results, Run

_SETTLED_S = 2.5
"""After so long a file that was just copied is known by its times, as those of a checkout are."""


def measure_own(rounds: int, folder: Path, day: str, found: Results) -> None:
    """Build the records of this checkout in a copy, and add what was found; `studios` is 0 in these runs."""
    project, site = folder / "project", folder / "public" / "site"
    copy_project(project)
    for part in ("data", "content"):
        shutil.copytree(PROJECT / part, project / part)
    time.sleep(_SETTLED_S)
    for number in range(1, rounds + 1):
        shutil.rmtree(site.parent, ignore_errors=True)
        shutil.rmtree(project / ".cache", ignore_errors=True)
        for case in (CLEAN, NOTHING):
            figures = measure.run(build_command(project, project, site, day), folder)
            print(f"  {number} {case}, own directory: {figures.wall_s:.2f} s", file=sys.stderr, flush=True)
            found.runs.append(
                Run(
                    studios=0,
                    news=0,
                    contestant="memberstudios",
                    case=case,
                    round=number,
                    wall_s=round(figures.wall_s, 4),
                    cpu_s=round(figures.cpu_s, 4),
                    peak_mb=round(figures.peak_mb, 1),
                )
            )

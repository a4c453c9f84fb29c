"""Runs one command and says how long it took, how much processor time, and the most memory of all its processes.

Memory is the proportional set size (PSS) of the process and everything it started, added up: pages that forked
processes share count once. It is sampled, so a short peak may be missed. Knows no site generator.
"""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_S = 0.05
_SHARE = 0.02
"""Sampling a large process takes it some milliseconds: never more than this share of its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one run took. `cpu_s` is user and system time, children included; `peak_mb` 0 where there is no /proc."""

    wall_s: float
    cpu_s: float
    peak_mb: float


class CommandFailedError(Exception):
    """A command ended with an error; the last it said."""


def run(command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None) -> Figures:
    """Run a command to its end in a folder; raise `CommandFailedError` if it fails."""
    os.sync()  # what was written before must not be written back at this run's cost
    log = folder / ".said"
    with log.open("wb") as said:
        began = time.perf_counter()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(child.pid)
        watch.start()
        _, status, used = os.wait4(child.pid, 0)
        wall_s = time.perf_counter() - began
    watch.stop()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise CommandFailedError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Figures(wall_s=wall_s, cpu_s=used.ru_utime + used.ru_stime, peak_mb=watch.peak_kb / 1024)


class _Watch(threading.Thread):
    """Samples the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = threading.Event()
        self.peak_kb = 0

    def run(self) -> None:
        pause_s = 0.0
        while not self._ended.wait(pause_s):
            began = time.perf_counter()
            self.peak_kb = max(self.peak_kb, sum(map(_pss_kb, _family(self._pid))))
            pause_s = max(_SAMPLE_S, (time.perf_counter() - began) / _SHARE)

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _family(pid: int) -> Iterator[int]:
    """A process and everything it started that still runs."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text("ascii").split()
        except OSError:  # it ended meanwhile
            continue
        for child in found:
            yield from _family(int(child))


def _pss_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # it ended meanwhile, or this system has none
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

"""Where a build's time and memory go, step by step. Measures only: what it times knows nothing of it."""

import os
import sys
import time

from memberstudios.base.dataclass import dataclass
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Seconds by the clock, seconds of processors (children included), and megabytes in use when it ended."""

    name: str
    wall_s: float
    cpu_s: float
    memory_mb: float


class Profile:
    """Takes the time between `begin` and the next `begin` or `end`."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._name = "start"
        self._wall, self._cpu = time.monotonic() - time.process_time(), 0.0

    def begin(self, name: str) -> None:
        """The step that went on until now is over, `name` begins."""
        self.end()
        self._name = name

    def end(self) -> None:
        """The last step is over."""
        wall, cpu = time.monotonic(), _processors_s()
        step = Step(name=self._name, wall_s=wall - self._wall, cpu_s=cpu - self._cpu, memory_mb=_memory_mb())
        self.steps.append(step)
        self._wall, self._cpu = wall, cpu

    def table(self, words: Words) -> str:
        """One line a step, the sum last."""
        rows = [(words(f"terminal.profile.{step.name}"), step) for step in self.steps]
        total = Step(
            name="",
            wall_s=sum(step.wall_s for step in self.steps),
            cpu_s=sum(step.cpu_s for step in self.steps),
            memory_mb=max(step.memory_mb for step in self.steps),
        )
        head = words("terminal.profile.head")
        lines = [_line(step, name) for name, step in [*rows, (words("terminal.profile.total"), total)]]
        return "\n".join([head, *lines]) + "\n"


def _line(step: Step, name: str) -> str:
    return f"{step.wall_s:9.3f} {step.cpu_s:9.3f} {step.memory_mb:9.0f}  {name}"


def _processors_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _memory_mb() -> float:
    """The most that this process had in memory so far; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit

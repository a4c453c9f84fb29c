"""Work shared among forked processes: each makes its share of the outputs. One process where fork is missing."""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_FORKING = 200
"""Items below which a second process costs more than it gives."""


class WorkerDied(RuntimeError):
    """A forked process ended without an answer, such as when the system ran out of memory."""


def share_out(items: Sequence[Item], work: Callable[[Sequence[Item]], Result], jobs: int) -> list[Result]:
    """`work` of each share of `items`, in as many processes as `jobs`; results in the order of the shares.

    What a child raises is raised here. Must not be called in a process that has threads.
    """
    if jobs < 2 or len(items) < WORTH_FORKING or not hasattr(os, "fork"):
        return [work(items)]
    children = [_start(items[number::jobs], work) for number in range(1, jobs)]
    own: Any = None
    failure: Exception | None = None
    try:
        own = work(items[0::jobs])
    finally:
        answers = [_finish(pid, pipe) for pid, pipe in children]
    results = [own]
    for answer in answers:
        if isinstance(answer, Exception):
            failure = failure or answer
        results.append(answer)
    if failure is not None:
        raise failure
    return results


def _start(share: Sequence[Item], work: Callable[[Sequence[Item]], Result]) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    status = 1
    try:
        os.close(reading)
        answer: Any
        try:
            answer = work(share)
        except Exception as error:  # noqa: BLE001 - carried to the parent, which raises it
            answer = error
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _finish(pid: int, reading: int) -> Any:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    os.waitpid(pid, 0)
    if not data:
        return WorkerDied(pid)
    return pickle.loads(data)  # noqa: S301 - written by our own child a moment ago

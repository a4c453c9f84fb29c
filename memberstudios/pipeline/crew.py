"""Work shared among forked processes, which take chunks from one queue until it is empty. One process without fork."""

import gc
import marshal
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_FORKING = 200
"""Items below which a second process costs more than it gives."""
_CHUNKS_EACH = 24
"""Chunks a process: few enough to keep neighbours together, enough for all to end at about the same time."""
_TICKET_BYTES = 4
_MOST_TICKETS = 8000
"""What a pipe surely takes at once: it holds 64 KB, on some systems 16."""


class WorkerDied(RuntimeError):
    """A forked process ended without an answer, such as when the system ran out of memory."""


def share_out(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Result], jobs: int, worth_forking: int = WORTH_FORKING
) -> list[Result]:
    """`work` of chunks of `items`, in as many processes as `jobs`; results in the order of the chunks.

    Fewer items than `worth_forking` are worked on here. What a child raises is raised here. Must not be called in a process that has threads.
    """
    if not items:
        return []
    if jobs < 2 or len(items) < worth_forking or not hasattr(os, "fork"):
        return [work(items)]
    chunks = _chunks(items, min(jobs * _CHUNKS_EACH, _MOST_TICKETS // _TICKET_BYTES))
    queue = _queue(len(chunks))
    gc.freeze()
    try:
        children = [_start(chunks, work, queue) for _ in range(1, jobs)]
        own: dict[int, Result] = {}
        try:
            for number in _tickets(queue):
                own[number] = work(chunks[number])
        finally:
            for _ in _tickets(queue):  # after a failure nobody needs to go on
                pass
            answers = [_finish(pid, pipe) for pid, pipe in children]
    finally:
        os.close(queue)
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
        own |= answer
    return [own[number] for number in range(len(chunks))]


def _chunks(items: Sequence[Item], count: int) -> list[Sequence[Item]]:
    size = max(1, -(-len(items) // count))
    return [items[start : start + size] for start in range(0, len(items), size)]


def _queue(count: int) -> int:
    """A pipe that holds the number of each chunk; reading takes one, whoever reads."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_TICKET_BYTES, "little") for number in range(count)))
    os.close(writing)
    return reading


def _tickets(queue: int) -> Iterator[int]:
    while ticket := os.read(queue, _TICKET_BYTES):
        yield int.from_bytes(ticket, "little")


def _start(chunks: Sequence[Sequence[Item]], work: Callable[[Sequence[Item]], Any], queue: int) -> tuple[int, int]:
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
            answer = {number: work(chunks[number]) for number in _tickets(queue)}
        except Exception as error:  # noqa: BLE001 - carried to the parent, which raises it
            answer = error
        packed = _packed(answer)
        del answer  # it takes as much as what is packed, and the other process is about to have it too
        with os.fdopen(writing, "wb") as pipe:
            for part in packed:
                pipe.write(part)
        status = 0
    finally:
        os._exit(status)


def _packed(answer: Any) -> tuple[bytes, bytes]:
    """What it is, and the bytes. Plain values go through `marshal`, which is several times as fast, others through `pickle`."""
    try:
        return b"m", marshal.dumps(answer)
    except ValueError:
        return b"p", pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


def _finish(pid: int, reading: int) -> Any:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    os.waitpid(pid, 0)
    if not data:
        return WorkerDied(pid)
    body = memoryview(data)[1:]
    return marshal.loads(body) if data[:1] == b"m" else pickle.loads(body)  # noqa: S301, S302 - our own child wrote it

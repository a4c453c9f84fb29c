"""Work shared among processes is what one process would have done, in its order; and no failure is lost."""

import os
import signal
import sys
import time

import pytest

from memberstudios.pipeline.crew import WorkerDied, share_out

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
ITEMS = range(500)
PARENT = os.getpid()


def flat(results):
    return [item for result in results for item in result]


def slowly_doubled(items):
    """The earlier, the slower: the last chunks are done first."""
    time.sleep((ITEMS[-1] - items[0]) / 100_000)
    return [item * 2 for item in items]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_stand_in_the_order_of_the_items(jobs):
    assert flat(share_out(ITEMS, slowly_doubled, jobs)) == [item * 2 for item in ITEMS]


def test_several_processes_take_part():
    def whose(items):
        time.sleep(0.002)
        return [os.getpid() for _ in items]

    assert len(set(flat(share_out(ITEMS, whose, 2)))) == 2


def test_few_items_are_worked_on_here():
    assert share_out([1, 2, 3], lambda items: (os.getpid(), len(items)), 4) == [(PARENT, 3)]


def test_nothing_is_no_work():
    assert share_out([], lambda _: pytest.fail("nobody asked"), 2) == []


@pytest.mark.parametrize("result", [frozenset({"a"}), ValueError, {"a": (1, b"2", None)}, "文", 1.5])
def test_what_a_child_found_arrives_as_it_was(result):
    assert set(map(repr, share_out(ITEMS, lambda _: result, 2))) == {repr(result)}


def test_what_a_child_raises_is_raised_here():
    def fail(items):
        time.sleep(0.001)
        if os.getpid() != PARENT:
            raise LookupError("in a child")
        return list(items)

    with pytest.raises(LookupError, match="in a child"):
        share_out(ITEMS, fail, 2)


def test_what_is_raised_here_ends_the_children_too(monkeypatch):
    fork = os.fork
    children: list[int] = []

    def noted():
        pid = fork()
        children.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)

    def fail(items):
        time.sleep(0.001)
        if os.getpid() == PARENT:
            raise LookupError("here")
        return list(items)

    with pytest.raises(LookupError, match="here"):
        share_out(ITEMS, fail, 3)
    assert len(children) == 2
    for pid in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def test_a_killed_child_is_no_silence():
    def die(items):
        time.sleep(0.001)
        if os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        return list(items)

    with pytest.raises(WorkerDied):
        share_out(ITEMS, die, 2)


def test_an_answer_larger_than_a_pipe_arrives():
    found = share_out(ITEMS, lambda items: [b"x" * 100_000 for _ in items], 2)
    assert sum(map(len, flat(found))) == 100_000 * len(ITEMS)

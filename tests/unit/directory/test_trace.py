"""What is looked at is noted, by whatever way it is looked at; and what then counts as touched."""

import pytest

from memberstudios.directory.shelf import Shelf, ready
from memberstudios.directory.trace import ALL, ORDER, Trace, touched

THINGS = {"a": 1, "b": 2}
LOOKS = {
    "one": (lambda shelf: shelf["a"], {"a"}),
    "one that may be missing": (lambda shelf: shelf.get("c"), {"c"}),
    "whether one is there": (lambda shelf: "a" in shelf, {"a"}),
    "whether one is not there": (lambda shelf: "c" in shelf, {"c"}),
    "whether one is among the keys": (lambda shelf: "a" in shelf.keys(), {"a"}),  # noqa: SIM118 - the very thing tried
    "the keys": (list, {ORDER}),
    "how many": (len, {ORDER}),
    "whether any": (bool, {ORDER}),
    "the first key": (lambda shelf: next(iter(shelf)), {ORDER}),
    "backwards": (lambda shelf: list(shelf.keys()), {ORDER}),
    "the values": (lambda shelf: list(shelf.values()), {ALL}),
    "the items": (lambda shelf: list(shelf.items()), {ALL}),
    "values nobody takes": (lambda shelf: shelf.values(), {ALL}),
    "a copy": (dict, {ORDER, "a", "b"}),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_way_of_looking_is_noted(look):
    trace = Trace()
    shelf = ready(trace.space("studio"), THINGS)
    ask, noted = LOOKS[look]
    ask(shelf)
    assert {name: set(keys) for name, keys in trace.take()} == {"studio": noted}


def test_a_look_at_what_is_missing_is_noted():
    trace = Trace()
    shelf = ready(trace.space("studio"), THINGS)
    with pytest.raises(KeyError):
        shelf["c"]
    assert trace.take() == (("studio", ("c",)),)


def test_a_thing_at_hand_is_noted_again():
    trace, fetched = Trace(), []

    def fetch(number):
        fetched.append(number)
        return number

    shelf = Shelf(trace.space("studio"), THINGS, fetch)
    shelf["a"]
    trace.take()
    shelf["a"]
    assert trace.take() == (("studio", ("a",)),)
    assert fetched == [1]


def test_what_was_taken_is_forgotten():
    trace = Trace()
    trace.space("day").add("")
    assert trace.take() == (("day", ("",)),)
    assert trace.take() == ()


def test_a_space_is_always_the_same_set():
    trace = Trace()
    held = trace.space("day")
    trace.take()
    held.add("x")
    assert trace.space("day") is held
    assert trace.take() == (("day", ("x",)),)


@pytest.mark.parametrize(
    ("changed", "is_touched"),
    [
        ({}, False),
        ({"studio": {"a"}}, True),
        ({"studio": {"c"}}, False),
        ({"member": {"a"}}, False),
        ({"member": {"a"}, "sector": {"b"}}, True),
    ],
)
def test_only_what_was_seen_touches(changed, is_touched):
    seen = (("studio", ("a", "b")), ("sector", ("b",)))
    assert touched(seen, changed) is is_touched

"""Bytes by reference: what comes back is what was put there, or it is said to be damaged."""

import pytest

from memberstudios.pipeline.stored import Damaged, Store


def reopened(store, change=bytes):
    """The store of the next build, from the bytes of this one after `change`."""
    data = change(b"".join(store.new()))
    return Store(lambda offset, length: data[offset : offset + length], store.size)


def test_what_was_put_comes_back_in_this_build_and_the_next():
    store = Store()
    references = [store.put(data) for data in (b"one", b"two two", b"three")]
    again = reopened(store)
    for one in (store, again):
        assert [one.get(reference) for reference in references] == [b"one", b"two two", b"three"]


def test_what_is_new_stands_behind_what_was_there():
    store = Store()
    old = store.put(b"old")
    again = reopened(store)
    new = again.put(b"new!")
    assert (again.get(old), again.get(new)) == (b"old", b"new!")
    assert list(again.new()) == [b"new!"]
    assert (again.old_size, again.size) == (3, 7)


@pytest.mark.parametrize(
    "change",
    [lambda data: data[:-1], lambda data: data[:2] + b"?" + data[3:], lambda _: b""],
    ids=["shorter", "other", "none"],
)
def test_changed_bytes_are_damaged(change):
    store = Store()
    reference = store.put(b"one")
    with pytest.raises(Damaged):
        reopened(store, change).get(reference)


def test_bytes_of_the_same_length_in_their_place_are_damaged():
    store, other = Store(), Store()
    reference = store.put(b"one")
    other.put(b"two")
    with pytest.raises(Damaged):
        reopened(other).get(reference)


def test_a_reference_to_nowhere_is_damaged():
    with pytest.raises(Damaged):
        Store().get((12, 3, b"12345678"))

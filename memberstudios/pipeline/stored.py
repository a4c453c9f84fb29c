"""The contents of records and of what is derived from them, as bytes in a store; objects are made when asked for.

Nothing in the bytes is run: they are plain values, and made into types that are named here.
"""

import marshal
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from memberstudios.base.packing import Packer
from memberstudios.content.pictures import Picture
from memberstudios.content.prose import Prose
from memberstudios.directory.entries import Entry, Slot
from memberstudios.records.packing import packer

Reference = tuple[int, int, bytes]
"""Where bytes stand in the store, offset and length; and their check, by which others in their place are known."""

_CHECK_BYTES = 8
_PIECE_BYTES = 1 << 20


class Damaged(Exception):
    """What was kept is not what was put there: everything has to be made again."""


class Store:
    """Bytes by reference: `read` gives those of an earlier build, `size` of them in all; new ones stand after them.

    New ones stand together in large pieces of memory, not each in an object of its own: processes that are forked then
    have them in common, whoever reads what.
    """

    def __init__(self, read: Callable[[int, int], bytes] | None = None, size: int = 0) -> None:
        self._read = read
        self._pieces: list[bytes | bytearray] = []
        self._offsets: list[int] = []
        self.old_size = size
        self.size = size

    def put(self, data: bytes) -> Reference:
        reference = (self.size, len(data), _check(data))
        if not self._pieces or len(self._pieces[-1]) >= _PIECE_BYTES:
            # A full one takes no more room than it needs.
            self._pieces[-1:] = [*map(bytes, self._pieces[-1:]), bytearray()]
            self._offsets.append(self.size)
        self._pieces[-1] += data
        self.size += len(data)
        return reference

    def get(self, reference: Reference) -> bytes:
        """Raises Damaged."""
        offset, length, check = reference
        if self.old_size <= offset < self.size:
            number = bisect_right(self._offsets, offset) - 1
            begins = offset - self._offsets[number]
            return bytes(memoryview(self._pieces[number])[begins : begins + length])
        data = b"" if self._read is None else self._read(offset, length)
        if _check(data) != check:
            raise Damaged(reference)
        return data

    def new(self) -> Iterable[bytes | bytearray]:
        """What was put since the earlier build, in order."""
        return self._pieces


def _check(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECK_BYTES).digest()


@lru_cache(1)
def _packer() -> Packer:
    return packer((Prose, Picture))


def packed_entry(entry: Entry) -> bytes:
    """The contents of an entry: everything but its file and its place there."""
    pack = _packer().pack
    texts = tuple((path, pack(prose)) for path, prose in entry.texts)
    return marshal.dumps((pack(entry.record), entry.value, entry.body_line, texts))


def unpacked_entry(slot: Slot, data: bytes) -> Entry:
    """The entry of a slot. Raises Damaged."""
    unpack = _packer().unpack
    try:
        record, value, body_line, texts = marshal.loads(data)  # noqa: S302 - plain values only, and checked
        return Entry(
            kind=slot.kind,
            record=unpack(record),
            file=slot.file,
            root=() if slot.at < 0 else (slot.at,),
            value=value,
            body_line=body_line,
            texts=tuple((path, unpack(prose)) for path, prose in texts),
        )
    except (ValueError, TypeError, EOFError) as error:
        raise Damaged(slot.id) from error


def packed_picture(picture: Picture) -> Any:
    """A picture as plain values."""
    return _packer().pack(picture)


def unpacked_picture(packed: Any) -> Picture:
    """Raises Damaged."""
    try:
        found: Picture = _packer().unpack(packed)
    except ValueError as error:
        raise Damaged(packed) from error
    return found

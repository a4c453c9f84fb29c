"""Records as plain tuples, for what is kept from the last build and what workers hand over. See `base/packing.py`."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from memberstudios.base.dates import PartialDate
from memberstudios.base.opening_hours import OpeningHours
from memberstudios.base.packing import Packed, Packer
from memberstudios.records.kinds import KINDS


def packer(more: Iterable[type] = ()) -> Packer:
    """What packs every kind of record, and values of `more` types."""
    return Packer(chain((kind.record for kind in KINDS), more), repeated=(PartialDate, OpeningHours))


_RECORDS: Final = packer()


def pack(record: Any) -> Packed:
    """A record as plain values."""
    return _RECORDS.pack(record)


def unpack(packed: Any) -> Any:
    """The record that was packed. Raises ValueError for anything else."""
    return _RECORDS.unpack(packed)

"""Columns of a data file in the shape that compresses best: differences instead of numbers, indexes instead of words."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from memberstudios.base.dataclass import dataclass


def differences(values: Sequence[int | None]) -> list[int | None]:
    """Each value as the difference to the last one that was there; what is missing stays missing."""
    present = [0, *(value for value in values if value is not None)]
    steps = iter([after - before for before, after in pairwise(present)])
    return [None if value is None else next(steps) for value in values]


def indexed(values: Sequence[Any]) -> dict[str, list[Any]]:
    """Values of few kinds: each kind once, sorted, and for each row which one it is."""
    words = sorted(set(values))
    index = {word: number for number, word in enumerate(words)}
    return {"words": words, "rows": [index[value] for value in values]}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """The bytes of a data file, and of the further ones that it names, in order."""

    first: bytes
    shards: tuple[bytes, ...]


def version(data: bytes) -> str:
    """What changes in a data file's address when it does."""
    return blake2b(data, digest_size=5).hexdigest()


def compact(document: Any) -> bytes:
    """JSON without spaces, in UTF-8."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

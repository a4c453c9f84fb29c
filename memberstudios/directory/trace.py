"""What is looked at while something is made: it need not be made again before one of these things changes.

The things stand in spaces, such as `studio`; each has a key there, such as an id. Knows nothing of what they are.
"""

from collections.abc import Iterable
from typing import Any, Final

ALL: Final = "*"
"""The key of everything in a space: whoever went through all of it."""
ORDER: Final = "#"
"""The key of which things there are, and in which order."""

Seen = tuple[tuple[str, tuple[str, ...]], ...]
"""Spaces, and the keys that were looked at in each."""


class Trace:
    """Collects keys until they are taken. Whoever hands out things adds to the set of its space."""

    __slots__ = ("_spaces",)

    def __init__(self) -> None:
        self._spaces: dict[str, set[str]] = {}

    def space(self, name: str) -> set[str]:
        """The set that collects the keys of a space; always the same one."""
        return self._spaces.setdefault(name, set())

    def take(self) -> Seen:
        """What was looked at since the last time, which is forgotten."""
        found = tuple([(name, tuple(keys)) for name, keys in self._spaces.items() if keys])
        for name, _ in found:
            self._spaces[name].clear()
        return found


class Shared:
    """Makes equal keys one object, so that many notes of the same things take little room where they are kept."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[object, Any] = {}

    def __call__(self, seen: Seen) -> Seen:
        """The same, of shared objects."""
        known = self._known.setdefault
        pairs = [(known(space, space), tuple(map(known, keys, keys))) for space, keys in seen]
        return tuple([known(pair, pair) for pair in pairs])


Changed = dict[str, set[str]]
"""Spaces, and the keys in each whose thing is new, gone or another one."""


def touched(seen: Iterable[tuple[str, tuple[str, ...]]], changed: Changed) -> bool:
    """Whether anything that was seen has changed."""
    for space, keys in seen:
        others = changed.get(space)
        if others is not None and not others.isdisjoint(keys):
            return True
    return False

"""Things by id, fetched when somebody asks for one, and noted in a trace. Knows nothing of what they are."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, overload

from memberstudios.directory.trace import ALL, ORDER

Value = TypeVar("Value", covariant=True)  # noqa: PLC0105 - no other name says more
Other = TypeVar("Other")

_KEPT = 4096
"""Fetched things kept at hand; the pages of one neighbourhood ask for the same ones again and again."""


class Shelf(Mapping[str, Value]):
    """A read-only mapping in the order of `references`; `fetch` makes a thing of its reference."""

    __slots__ = ("_at_hand", "_fetch", "_places", "_references", "_seen")

    def __init__(self, seen: set[str], references: Mapping[str, Any], fetch: Callable[[Any], Value]) -> None:
        self._seen = seen
        self._references = references
        self._fetch = fetch
        self._at_hand: dict[str, Value] = {}
        self._places: dict[str, int] = {}

    def __getitem__(self, key: str) -> Value:
        self._seen.add(key)
        try:
            return self._at_hand[key]
        except KeyError:
            return self._fetched(key)

    @overload
    def get(self, key: str, default: None = None) -> Value | None: ...
    @overload
    def get(self, key: str, default: Other) -> Value | Other: ...
    def get(self, key: str, default: Any = None) -> Any:
        self._seen.add(key)
        if key in self._at_hand:
            return self._at_hand[key]
        return self._fetched(key) if key in self._references else default

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str):
            return False
        self._seen.add(key)
        return key in self._references

    def __iter__(self) -> Iterator[str]:
        self._seen.add(ORDER)
        return iter(self._references)

    def __len__(self) -> int:
        self._seen.add(ORDER)
        return len(self._references)

    def place_of(self, key: str) -> int:
        """At which place a thing stands, from 0. Raises KeyError."""
        self._seen.add(ORDER)
        if not self._places:
            self._places = {one: place for place, one in enumerate(self._references)}
        return self._places[key]

    def values(self) -> Iterator[Value]:  # type: ignore[override]  # passed by once, never looked into
        """All things, in order."""
        self._seen.add(ALL)
        return map(self._peek, self._references)

    def items(self) -> Iterator[tuple[str, Value]]:  # type: ignore[override]
        """All things with their keys, in order."""
        self._seen.add(ALL)
        return ((key, self._peek(key)) for key in self._references)

    def unnoted(self, key: str) -> Value:
        """A thing for another shelf, which notes who asks in a space of its own."""
        return self._at_hand[key] if key in self._at_hand else self._fetched(key)

    def have(self, key: str, value: Any) -> None:
        """Have this at hand, and nothing else."""
        self._at_hand = {key: value}

    def _fetched(self, key: str) -> Value:
        value = self._fetch(self._references[key])
        if len(self._at_hand) >= _KEPT:
            self._at_hand.clear()
        self._at_hand[key] = value
        return value

    def _peek(self, key: str) -> Value:
        """A thing that is only passed by."""
        if key in self._at_hand:
            return self._at_hand[key]
        return self._fetch(self._references[key])


def ready(seen: set[str], things: Mapping[str, Other]) -> Shelf[Other]:
    """A shelf of things that are there already."""
    return Shelf(seen, things, _itself)


def _itself(value: Any) -> Any:
    return value

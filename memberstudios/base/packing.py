"""Slotted dataclasses as plain tuples that `marshal` takes, and back. Knows no type by name.

What was packed may have lain in a file that others can write to, so nothing it says is run: the types are those that a
`Packer` was given, and the parts that their annotations name. Every value is of its field's type again, or the whole is
refused; whether a text follows its field's grammar is not asked again.
"""

import types
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter, contains
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from memberstudios.base.dataclass import dataclass

Packed = tuple[Any, ...]

_NONE = type(None)
_PLAIN = (_NONE, bool, int, float, str, bytes)
_REMEMBERED = 1 << 14


class NotPacked(ValueError):
    """It is not what a packer made of a value of its types."""


class Packer:
    """Packs values of `types`, whose order is part of what is packed; each is looked into when it is first met.

    Values of the types in `repeated`, made of plain values only, are the same object wherever they are equal.
    """

    def __init__(self, types: Iterable[type], repeated: Collection[type] = ()) -> None:
        self._types = tuple(types)
        self._numbers = {one: number for number, one in enumerate(self._types)}
        self._layouts = _Layouts(frozenset(repeated))

    def pack(self, value: Any) -> Packed:
        """`value` as plain values. Raises KeyError for a type that was not given."""
        cls = type(value)
        return self._numbers[cls], self._layouts[cls].pack(value)

    def unpack(self, packed: Any) -> Any:
        """What was packed, equal and of the same types. Raises NotPacked (a ValueError) for all else."""
        if type(packed) is not tuple or len(packed) != 2:
            raise NotPacked("not a packed value")
        number, values = packed
        if type(number) is not int or not 0 <= number < len(self._types):
            raise NotPacked("not the number of a type")
        layout = self._layouts[self._types[number]]
        try:
            return layout.unpack(values)
        except TypeError as error:  # something in place of a repeated value that has no hash
            raise NotPacked(str(error)) from None


@dataclass(frozen=True, slots=True)
class _Part:
    """How values of an annotation are packed: the types that a packed one may have, and what is done on either way.

    None is never handed to `pack` and `unpack`; without them a value stays as it is. `may_be_empty`: what is empty stays
    as it is, too.
    """

    fits: frozenset[type]
    pack: Callable[[Any], Any] | None = None
    unpack: Callable[[Any], Any] | None = None
    may_be_empty: bool = False


class _Layout:
    """How a type is packed: its fields in order, and what must be done to some of them."""

    __slots__ = ("_cls", "_fill", "_fits", "_get", "_names", "_packs", "unpack_part")

    def __init__(self, cls: type, *, is_repeated: bool) -> None:
        self._names = names = [field.name for field in fields(cls)]
        self._cls = cls
        self._get = attrgetter(*names) if len(names) > 1 else _few(names)
        self.unpack_part = lru_cache(_REMEMBERED)(self.unpack) if is_repeated else self.unpack

    def take(self, parts: list[_Part]) -> None:
        """The fields' parts; not known when it is made, because one of them may be of the same type."""
        self._fits = [part.fits for part in parts]
        self._packs = [(index, part.pack) for index, part in enumerate(parts) if part.pack]
        self._fill = _filler(self._names, parts)

    def pack(self, value: Any) -> Packed:
        if type(value) is not self._cls:
            raise TypeError(f"{type(value).__name__} where {self._cls.__name__} should be")
        values: Packed = self._get(value)
        if not self._packs:
            return values
        changed = list(values)
        for index, pack in self._packs:
            if (inner := changed[index]) is not None:
                changed[index] = pack(inner)
        return tuple(changed)

    def unpack(self, values: Any) -> Any:
        if type(values) is not tuple or len(values) != len(self._fits):
            raise NotPacked(f"not the fields of {self._cls.__name__}")
        if not all(map(contains, self._fits, map(type, values))):
            raise NotPacked(f"a field of {self._cls.__name__} that is not of its type")
        new: Any = object.__new__(self._cls)
        self._fill(new, values)
        return new


class _Layouts(dict[Any, _Layout]):
    """Layouts by type, each made when it is first asked for."""

    def __init__(self, repeated: frozenset[type]) -> None:
        self._repeated = repeated

    def __missing__(self, cls: Any) -> _Layout:
        if not (isinstance(cls, type) and is_dataclass(cls)) or cls.__dictoffset__:
            raise TypeError(f"{cls} is no dataclass with slots")
        layout = self[cls] = _Layout(cls, is_repeated=cls in self._repeated)
        hints = get_type_hints(cls)
        layout.take([_part(hints[field.name], self) for field in fields(cls)])
        return layout


def _filler(names: list[str], parts: list[_Part]) -> Callable[[Any, Packed], None]:
    """A function that sets all fields at once, unpacked; `setattr` in a loop takes five times as long."""
    made: dict[str, Any] = {f"unpack_{name}": part.unpack for name, part in zip(names, parts, strict=True)}
    lines = [f"def fill(new__, values__):\n ({''.join([name + ', ' for name in names])}) = values__\n"]
    for name, part in zip(names, parts, strict=True):
        is_changed = "" if part.unpack is None else name if part.may_be_empty else f"{name} is not None"
        unpacked = f"unpack_{name}({name}) if {is_changed} else {name}" if is_changed else name
        lines.append(f" new__.{name} = {unpacked}\n")
    exec("".join(lines), made)  # noqa: S102 - names of fields that were compiled before
    return made["fill"]  # type: ignore[no-any-return]


def _few(names: list[str]) -> Callable[[Any], Packed]:
    """As `attrgetter`, which gives no tuple for one name and does not take none."""
    return lambda value: tuple(getattr(value, name) for name in names)


def _part(annotation: Any, layouts: _Layouts) -> _Part:
    origin = get_origin(annotation) or annotation
    if plain := _plain(origin, get_args(annotation)):
        return _Part(frozenset(plain))
    if origin in (dict, Mapping):
        return _mapping(get_args(annotation))
    if origin is tuple:
        return _tuple(get_args(annotation), layouts)
    if origin is date:
        return _Part(frozenset((int,)), date.toordinal, _day)
    if origin in (Union, types.UnionType):
        return _union([_part(one, layouts) for one in get_args(annotation)])
    layout = layouts[annotation]
    return _Part(frozenset((tuple,)), layout.pack, layout.unpack_part)


def _day(ordinal: int) -> date:
    try:
        return date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        raise NotPacked("not a day") from None


def _plain(origin: Any, arguments: tuple[Any, ...]) -> tuple[type, ...]:
    """The types of an annotation that `marshal` takes as they are; none for others."""
    if origin is Literal:
        return tuple(map(type, arguments))
    if origin is float:
        return float, int
    return (origin,) if origin in _PLAIN else ()


def _mapping(arguments: tuple[Any, ...]) -> _Part:
    """A mapping of plain values stays as it is; where its annotation says `Any`, it may hold anything plain."""
    if arguments == (str, Any):
        return _Part(frozenset((dict,)))
    if arguments != (str, str):
        raise TypeError(f"a mapping of {arguments}")

    def check(mapping: dict[Any, Any]) -> dict[Any, Any]:
        if not {str}.issuperset(map(type, (*mapping, *mapping.values()))):
            raise NotPacked("a mapping that does not hold text only")
        return mapping

    return _Part(frozenset((dict,)), None, check)


def _tuple(arguments: tuple[Any, ...], layouts: _Layouts) -> _Part:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return _many(_part(arguments[0], layouts))
    parts = [_part(one, layouts) for one in arguments]

    def pack(items: Packed) -> Packed:
        return tuple(
            [
                part.pack(item) if part.pack is not None and item is not None else item
                for part, item in zip(parts, items, strict=True)
            ]
        )

    def unpack(items: Packed) -> Packed:
        if len(items) != len(parts) or not all(
            type(item) in part.fits for part, item in zip(parts, items, strict=True)
        ):
            raise NotPacked("a tuple of other values")
        return tuple(
            [
                part.unpack(item) if part.unpack is not None and item is not None else item
                for part, item in zip(parts, items, strict=True)
            ]
        )

    return _Part(frozenset((tuple,)), pack if any(part.pack for part in parts) else None, unpack)


def _many(part: _Part) -> _Part:
    """A tuple of any length whose items are all of one kind."""
    fits, pack_item, unpack_item = part.fits, part.pack, part.unpack

    def pack(items: Packed) -> Packed:
        if not items or pack_item is None:
            return items
        return tuple([None if item is None else pack_item(item) for item in items])

    def unpack(items: Packed) -> Packed:
        if not items:
            return items
        if not fits.issuperset(map(type, items)):
            raise NotPacked("an item that is not of its type")
        if unpack_item is None:
            return items
        return tuple([None if item is None else unpack_item(item) for item in items])

    return _Part(frozenset((tuple,)), pack if pack_item else None, unpack, may_be_empty=True)


def _union(parts: list[_Part]) -> _Part:
    """Plain types, and at most one that is changed: its packed form tells by its type which it is."""
    fits = frozenset[type]().union(*(part.fits for part in parts))
    changed = [part for part in parts if part.unpack]
    if not changed:
        return _Part(fits)
    if len(changed) > 1:
        raise TypeError("types that cannot be told apart when packed")
    (one,) = changed
    plain = fits - one.fits
    if plain == {_NONE}:
        return _Part(fits, one.pack, one.unpack)
    pack_one, unpack_one = one.pack, one.unpack

    def pack(value: Any) -> Any:
        return value if type(value) in plain or pack_one is None else pack_one(value)

    def unpack(value: Any) -> Any:
        return value if type(value) in plain or unpack_one is None else unpack_one(value)

    return _Part(fits, pack, unpack)

"""`dataclass` whose `frozen` the type checker keeps, and which costs little to import and to use.

Python's own sets each field of a frozen object through a call, a tenth of a build, and writes and compiles four methods a
class, a tenth of a second of every start. See `docs/decisions/0017-frozen-for-the-type-checker.md`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414, TID251 - others import it here
else:
    import dataclasses
    from functools import partial
    from operator import attrgetter

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: bool) -> object:
        """As `dataclasses.dataclass`; one that is `frozen` has a hash, and nothing that keeps its fields from being set."""
        if cls is None:
            return partial(dataclass, frozen=frozen, eq=eq, **options)
        cls.__doc__ = cls.__doc__ or cls.__name__  # else Python writes the signature there
        made = dataclasses.dataclass(cls, eq=False, repr=False, **options)  # noqa: TID251
        made.__repr__ = _repr
        if eq:
            made.__eq__, made.__hash__ = _comparing(made, is_hashable=frozen)
        return made

    def _repr(self: object) -> str:
        shown = [f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr]
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _comparing(cls: type, *, is_hashable: bool) -> tuple:
        """What compares objects of a class by their fields, and what gives their hash."""
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        values = attrgetter(*names) if names else lambda _: ()

        def eq(self: object, other: object) -> bool:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        return eq, (lambda self: hash(values(self))) if is_hashable else None

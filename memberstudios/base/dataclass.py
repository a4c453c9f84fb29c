"""`dataclass` whose `frozen` the type checker keeps: at run time Python's own makes each object several times as dear.

A tenth of a build went into it; see `docs/decisions/0017-frozen-for-the-type-checker.md`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414, TID251 - others import it here
else:
    import dataclasses

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: bool) -> object:
        """As `dataclasses.dataclass`; one that is `frozen` has a hash, and nothing that keeps its fields from being set."""
        return dataclasses.dataclass(cls, eq=eq, unsafe_hash=frozen and eq, **options)  # noqa: TID251

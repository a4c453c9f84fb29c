"""No period ends before it begins."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from memberstudios.base.dates import PartialDate
from memberstudios.base.diagnostic import Diagnostic, Path, Related
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry

_PAIRS: Final = (
    ("valid_from", "valid_to"),
    ("from", "to"),
    ("starts", "ends"),
    ("date", "end_date"),
    ("since", "until"),
    ("established", "closed_on"),
    ("filed_on", "case_opened"),
    ("filed_on", "answered_on"),
    ("case_opened", "answered_on"),
)
_PARTS: Final = {"studio": ("members", "duty"), "figure": ("period",), "topic": ("proposal",)}
_KEYS: Final = frozenset(key for pair in _PAIRS for key in pair) | {"members", "duty"}
"""Fields of a studio whose change may turn a period around."""


def reversed_periods(directory: Directory, written: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """Both ends are inclusive, and a partial date covers its whole period."""
    told: set[tuple[str, ...]] = set()
    for entry in stages(written, _KEYS):
        for found in _of(entry):
            values = tuple(found.values.values())
            if values not in told:  # a later stage keeps what no change mends
                yield found
            told.add(values)


def _of(entry: Entry) -> Iterator[Diagnostic]:
    yield from _in(entry, entry.record, ())
    for name in _PARTS.get(entry.kind, ()):
        yield from _in_part(entry, name)


def _in_part(entry: Entry, name: str) -> Iterator[Diagnostic]:
    part = getattr(entry.record, name)
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _in(entry, item, (name, index))
    elif part is not None:
        yield from _in(entry, part, (name,))


def _in(entry: Entry, value: Any, path: Path) -> Iterator[Diagnostic]:
    kind: type = type(value)
    for first, last, get in _pairs_of(kind):
        begins, ends = get(value)
        if isinstance(begins, PartialDate) and isinstance(ends, PartialDate) and ends.last < begins.first:
            yield Diagnostic(
                code="dates-reversed",
                spot=entry.spot(*path, last),
                values={"key": last, "value": str(ends), "first": first, "begins": str(begins)},
                related=()
                if "changes" in entry.root
                else (Related(label="report.begins_here", spot=entry.spot(*path, first)),),
            )


@lru_cache(None)
def _pairs_of(kind: type) -> tuple[tuple[str, str, Callable[[Any], tuple[Any, Any]]], ...]:
    """The pairs of days that a type has: both keys, and what gets both values."""
    named = ((first, last, _attribute(first), _attribute(last)) for first, last in _PAIRS)
    known = {field.name for field in fields(kind)}
    return tuple(
        (first, last, attrgetter(begins, ends)) for first, last, begins, ends in named if {begins, ends} <= known
    )


def _attribute(key: str) -> str:
    return "from_" if key == "from" else key

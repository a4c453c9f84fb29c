"""No period ends before it begins."""

from collections.abc import Iterator
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
    for first, last in _PAIRS:
        begins, ends = _date(value, first), _date(value, last)
        if begins is not None and ends is not None and ends.last < begins.first:
            yield Diagnostic(
                code="dates-reversed",
                spot=entry.spot(*path, last),
                values={"key": last, "value": str(ends), "first": first, "begins": str(begins)},
                related=()
                if "changes" in entry.root
                else (Related(label="report.begins_here", spot=entry.spot(*path, first)),),
            )


def _date(value: Any, key: str) -> PartialDate | None:
    found = getattr(value, "from_" if key == "from" else key, None)
    return found if isinstance(found, PartialDate) else None

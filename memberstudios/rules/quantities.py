"""Quantities mean what their words say: one plain Arabic number in `raw`, beside `value` and `bound`.

Rather a slip missed than an editor bothered: words that may be read in more than one way are left alone, as is a number
that may be counted in the unit (5000余万元 as 5000 of 万元).
"""

import re
from collections.abc import Iterator
from typing import Final

from memberstudios.base.diagnostic import Diagnostic, Path
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.shared import Quantity

_KEYS: Final = ("quantity", "participants", "views", "member_count")
_SCALE: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
_UNCLEAR: Final = re.compile(
    r"[0-9〇零一二三四五六七八九十百千万亿两半几数第分倍]"  # another number, or an ordinal
    r"|[A-Za-z]$"  # a number of its own kind: A4, G318
)
_SAID: Final = re.compile(
    r"(?P<before>[^0-9]*?)(?P<near>将近|接近|近)?(?P<about>大约|约)?(?P<number>(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
    r"(?P<over>[余多])?(?P<scale>[万亿])?(?P<over_after>[余多])?(?P<unit>[^0-9]*?)(?P<around>左右|上下)?"
)
_HINT: Final = re.compile("[约近余多来超逾过足到至起少上下左右概估]")
"""What may make a number more or less than it says; where it stands alone, only the number is compared."""
_OF_A_ROW: Final = re.compile("[年月日号届期楼点时.,，:/~～–—-]")
"""What makes a number a place in a row, or a part of a longer one, unless it is the unit."""


def quantities(directory: Directory, written: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """Every quantity of a record, and of the changes that are planned."""
    for entry in stages(written, _KEYS):
        for key in _KEYS:
            quantity = getattr(entry.record, key, None)
            if quantity is not None and quantity.raw is not None:
                yield from _compared(entry, (key,), quantity, quantity.raw)


def _compared(entry: Entry, path: Path, quantity: Quantity, raw: str) -> Iterator[Diagnostic]:
    meant = _meant(raw, quantity.unit or "")
    if meant is None:
        return
    numbers, bound = meant
    if quantity.value not in numbers:
        key = "value"
    elif bound not in (None, quantity.bound):
        key = "bound" if quantity.bound != "exact" else "raw"  # what is exact is seldom written
    else:
        return
    values = {
        "raw": raw,
        "value": _plain(quantity.value if quantity.value in numbers else numbers[0]),
        "bound": bound or quantity.bound,
        "written": _plain(quantity.value),
        "written_bound": quantity.bound,
    }
    yield Diagnostic(code="quantity-differs-from-words", spot=entry.spot(*path, key), values=values)


def _meant(raw: str, unit: str) -> tuple[tuple[float, ...], str | None] | None:
    """The numbers that the words may stand for, the likeliest first, and the bound, where they are plain."""
    said = _SAID.fullmatch(raw.replace(" ", ""))
    if said is None:
        return None
    before, after = said["before"], said["unit"]
    if _UNCLEAR.search(before) or _UNCLEAR.match(after) or re.search("[0-9一二三四五六七八九十百千万亿两几]", after):
        return None
    if _OF_A_ROW.match(after) and not after.startswith(unit or "\0"):
        return None
    number, scale = float(said["number"].replace(",", "")), said["scale"] or ""
    numbers = [round(number * _SCALE[scale], 6)]
    if scale and unit.startswith(scale):
        numbers.insert(0, number)
    if "%" in after or "％" in after:
        numbers.append(round(number / 100, 9))
    return tuple(numbers), _bound(said)


def _bound(said: re.Match[str]) -> str | None:
    """What stands at the number: one word, or none in a text that has no such word elsewhere."""
    marks = {
        "over": said["over"] or said["over_after"],
        "near": said["near"],
        "about": said["about"] or said["around"],
    }
    found = [bound for bound, mark in marks.items() if mark]
    if len(found) > 1 or _HINT.search(said["before"] + said["unit"]):
        return None
    return found[0] if found else "exact"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)

"""The types of fields: how text becomes a value, and the code of the diagnostic when it does not.

Every scalar arrives as the text that was written. What cannot be read raises an error whose type is a rule's code. The
marks are only data: `validation.py` gives them to the validator, which takes long to load and is not always needed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from unicodedata import is_normalized, normalize
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.base.opening_hours import HolidayInHours, OpeningHours, opening_hours
from memberstudios.base.web import is_web_address

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

MAX_ID = 64
MAX_LINE = 400
MAX_TEXT = 20_000
MAX_NUMBER = 10**15
"""Beyond it a number would no longer be shown digit by digit as it was written."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z", re.ASCII)
_RESERVED = re.compile(r"(index|con|prn|aux|nul|com\d|lpt\d)\Z", re.ASCII)
_GOOD_ID = re.compile(r"(?!(?:index|con|prn|aux|nul|com\d|lpt\d)\Z)[a-z0-9]++(?:-[a-z0-9]++)*+\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+\Z", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;，；]+@[^@\s,;，；]+\.[^@\s,;，；.]+\Z")
_PHONE = re.compile(r"\+?[\d][\d\- ()（）转]{1,30}\Z", re.ASCII)
_PICTURE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:jpe?g|png|webp|gif)\Z", re.ASCII)
_FILE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.[a-z0-9]{2,5}\Z", re.ASCII)
_BY_DAY = re.compile(r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field that holds the id of a record of `kind`, or (with `or_text`) free text instead."""

    kind: str
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class Reads:
    """Marks a type with the function that makes its value of what was written, and with that as a JSON Schema."""

    read: Callable[[Any], Any]
    schema: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Then:
    """Marks a type whose value, once read, must also pass `check`."""

    check: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Many:
    """Put on a tuple: one value alone is a list of one."""


def key_of(attribute: str) -> str:
    """The key of a field as editors write it: a name that Python keeps for itself ends in `_` in a record."""
    return attribute.removesuffix("_")


def wrong(code: str, **values: object) -> "PydanticCustomError":
    """The error of a validator: `code` is the rule's, `values` fill its text."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(code, "{code}", {"code": code, **values})


def _text(value: Any, limit: int) -> str:
    if not isinstance(value, str):
        raise wrong("expected-text")
    text: str = value
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = text.strip()
    if len(text) > limit:
        raise wrong("too-long", limit=limit, length=len(text))
    return text


def _line(value: Any) -> str:
    # Most of what is read are lines that need nothing: as `_text` would have it, at half the cost.
    if isinstance(value, str) and len(value) <= MAX_LINE and (value.isascii() or is_normalized("NFC", value)):
        return value.strip()
    return _text(value, MAX_LINE)


def _long(value: Any) -> str:
    return _text(value, MAX_TEXT)


def _id(value: Any) -> str:
    if isinstance(value, str) and len(value) <= MAX_ID and _GOOD_ID.match(value):
        return value
    text = _line(value)
    if len(text) > MAX_ID or not _ID.match(text):
        raise wrong("bad-id", value=text[:MAX_ID])
    if _RESERVED.match(text):
        raise wrong("reserved-id", value=text)
    return text


def is_id_shaped(text: str) -> bool:
    """Whether free text looks like an id; then it must name a record."""
    return len(text) <= MAX_ID and _ID.match(text) is not None


def _date(value: Any) -> PartialDate:
    try:
        return partial_date(value if isinstance(value, str) else "")
    except ValueError:
        raise wrong("bad-date", value=_shown(value)) from None


def _time(value: Any) -> str:
    if not isinstance(value, str) or not _TIME.match(value):
        raise wrong("bad-time", value=_shown(value))
    return value


def _number(value: Any) -> float:
    if not isinstance(value, str) or not _NUMBER.match(value):
        raise wrong("bad-number", value=_shown(value))
    number = float(value)
    if abs(number) > MAX_NUMBER:
        raise wrong("bad-number", value=_shown(value))
    return number


def _whole(value: Any) -> int:
    if not isinstance(value, str) or not _WHOLE.match(value) or len(value) > 18:
        raise wrong("bad-number", value=_shown(value))
    return int(value)


def _flag(value: Any) -> bool:
    if value == "yes":
        return True
    if value == "no":
        return False
    raise wrong("not-a-choice", value=_shown(value), known="yes, no")


def matching(fits: Callable[[str], object], code: str, **schema: Any) -> Reads:
    """Takes one line that `fits`; else `code`."""

    def check(value: Any) -> str:
        text = _line(value)
        if not fits(text):
            raise wrong(code, value=text[:MAX_ID])
        return text

    return Reads(check, schema)


def _hours(value: Any) -> OpeningHours:
    try:
        return opening_hours(_line(value))
    except HolidayInHours:
        raise wrong("hours-holiday", value=_shown(value)) from None
    except ValueError as error:
        raise wrong("bad-hours", value=str(error)) from None


@lru_cache(64)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _zone(value: Any) -> str:
    text = _line(value)
    if not _is_zone(text):
        raise wrong("bad-timezone", value=text)
    return text


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value[:MAX_ID]
    return "[…]" if isinstance(value, list) else "{…}"


def between(low: float, high: float) -> Then:
    """Refuses numbers outside `low` … `high`, both included."""

    def check(value: float) -> float:
        if not low <= value <= high:
            raise wrong("out-of-range", value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")
        return value

    return Then(check)


def reads(read: Callable[[Any], Any], **schema: Any) -> Reads:
    """A mark with its JSON Schema spelled out."""
    return Reads(read, schema)


MANY: Final = Many()

Line = Annotated[str, reads(_line, type="string", minLength=1, maxLength=MAX_LINE), "line"]
Long = Annotated[str, reads(_long, type="string", minLength=1, maxLength=MAX_TEXT), "text"]
Prose = Annotated[Long, "markdown"]
Id = Annotated[str, reads(_id, type="string", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=MAX_ID), "id"]
Date = Annotated[PartialDate, reads(_date, type="string", pattern=r"^\d{4}(-\d\d(-\d\d)?)?$"), "date"]
Time = Annotated[str, reads(_time, type="string", pattern=r"^([01]\d|2[0-3]):[0-5]\d$"), "time"]
Number = Annotated[float, reads(_number, type="number"), "number"]
Whole = Annotated[int, reads(_whole, type="integer"), "whole"]
Flag = Annotated[bool, reads(_flag, enum=["yes", "no"]), "flag"]
Url = Annotated[str, matching(is_web_address, "bad-url", type="string", format="uri", maxLength=MAX_LINE), "url"]
Email = Annotated[str, matching(_EMAIL.match, "bad-email", type="string", format="email"), "email"]
Phone = Annotated[str, matching(_PHONE.match, "bad-phone", type="string"), "phone"]
PictureFile = Annotated[str, matching(_PICTURE.match, "bad-file-name", type="string"), "picture"]
PublishedFile = Annotated[str, matching(_FILE.match, "bad-file-name", type="string"), "file"]
ByDay = Annotated[str, matching(_BY_DAY.match, "bad-by-day", type="string", pattern=_BY_DAY.pattern[:-2]), "by_day"]
Hours = Annotated[OpeningHours, reads(_hours, type="string"), "hours"]
Zone = Annotated[str, reads(_zone, type="string"), "zone"]

Given = Annotated[str, Reads(str), "given"]
"""What the name or the body of a file says; nobody writes it as a field."""

DivisionId = Annotated[Id, Names("division")]
DivisionOrText = Annotated[Line, Names("division", or_text=True)]
OrganizationId = Annotated[Id, Names("organization")]
OrganizationOrText = Annotated[Line, Names("organization", or_text=True)]
StudioId = Annotated[Id, Names("studio")]
SectorId = Annotated[Id, Names("sector")]
MatterId = Annotated[Id, Names("matter")]
MemberId = Annotated[Id, Names("member")]
ActivityId = Annotated[Id, Names("activity")]
SeriesOrText = Annotated[Line, Names("series", or_text=True)]
TopicId = Annotated[Id, Names("topic")]
FigureId = Annotated[Id, Names("figure")]
FrameworkId = Annotated[Id, Names("framework")]
DocumentId = Annotated[Id, Names("document")]
SourceId = Annotated[Id, Names("source")]

Lines = Annotated[tuple[Line, ...], MANY]
Phones = Annotated[tuple[Phone, ...], MANY]
OrganizationIds = Annotated[tuple[OrganizationId, ...], MANY]
StudioIds = Annotated[tuple[StudioId, ...], MANY]
SectorIds = Annotated[tuple[SectorId, ...], MANY]
MemberIds = Annotated[tuple[MemberId, ...], MANY]
ActivityIds = Annotated[tuple[ActivityId, ...], MANY]
TopicIds = Annotated[tuple[TopicId, ...], MANY]
SourceIds = Annotated[tuple[SourceId, ...], MANY]
Dates = Annotated[tuple[Date, ...], MANY]

Level = Literal["national", "province", "city", "county", "town", "village"]
ThreeWay = Literal["yes", "no", "partly"]

"""The types of fields: how text becomes a value, and the code of the diagnostic when it does not.

Every scalar arrives as the text that was written. Validators raise `PydanticCustomError` whose type is a rule's code.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.base.opening_hours import HolidayInHours, OpeningHours, opening_hours
from memberstudios.base.web import is_web_address

STRICT: Final = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

MAX_ID = 64
MAX_LINE = 400
MAX_TEXT = 20_000
MAX_NUMBER = 10**15
"""Beyond it a number would no longer be shown digit by digit as it was written."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z", re.ASCII)
_RESERVED = re.compile(r"(index|con|prn|aux|nul|com\d|lpt\d)\Z", re.ASCII)
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


def wrong(code: str, **values: object) -> PydanticCustomError:
    """The error of a validator: `code` is the rule's, `values` fill its text."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def _text(value: Any, limit: int) -> str:
    if not isinstance(value, str):
        raise wrong("expected-text")
    text: str = value
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if len(text) > limit:
        raise wrong("too-long", limit=limit, length=len(text))
    return text


def _line(value: Any) -> str:
    return _text(value, MAX_LINE)


def _long(value: Any) -> str:
    return _text(value, MAX_TEXT)


def _id(value: Any) -> str:
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


def matching(fits: Callable[[str], object], code: str) -> PlainValidator:
    """Takes one line that `fits`; else `code`."""

    def check(value: Any) -> str:
        text = _line(value)
        if not fits(text):
            raise wrong(code, value=text[:MAX_ID])
        return text

    return PlainValidator(check)


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


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value[:MAX_ID]
    return "[…]" if isinstance(value, list) else "{…}"


def between(low: float, high: float) -> AfterValidator:
    """Refuses numbers outside `low` … `high`, both included."""

    def check(value: float) -> float:
        if not low <= value <= high:
            raise wrong("out-of-range", value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")
        return value

    return AfterValidator(check)


def _schema(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


MANY = BeforeValidator(_one_or_many)
"""Put on a tuple: one value alone is a list of one."""

Line = Annotated[str, PlainValidator(_line), _schema(type="string", minLength=1, maxLength=MAX_LINE), "line"]
Long = Annotated[str, PlainValidator(_long), _schema(type="string", minLength=1, maxLength=MAX_TEXT), "text"]
Prose = Annotated[Long, "markdown"]
Id = Annotated[
    str, PlainValidator(_id), _schema(type="string", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=MAX_ID), "id"
]
Date = Annotated[PartialDate, PlainValidator(_date), _schema(type="string", pattern=r"^\d{4}(-\d\d(-\d\d)?)?$"), "date"]
Time = Annotated[str, PlainValidator(_time), _schema(type="string", pattern=r"^([01]\d|2[0-3]):[0-5]\d$"), "time"]
Number = Annotated[float, PlainValidator(_number), _schema(type="number"), "number"]
Whole = Annotated[int, PlainValidator(_whole), _schema(type="integer"), "whole"]
Flag = Annotated[bool, PlainValidator(_flag), _schema(enum=["yes", "no"]), "flag"]
Url = Annotated[
    str, matching(is_web_address, "bad-url"), _schema(type="string", format="uri", maxLength=MAX_LINE), "url"
]
Email = Annotated[str, matching(_EMAIL.match, "bad-email"), _schema(type="string", format="email"), "email"]
Phone = Annotated[str, matching(_PHONE.match, "bad-phone"), _schema(type="string"), "phone"]
PictureFile = Annotated[str, matching(_PICTURE.match, "bad-file-name"), _schema(type="string"), "picture"]
PublishedFile = Annotated[str, matching(_FILE.match, "bad-file-name"), _schema(type="string"), "file"]
ByDay = Annotated[
    str, matching(_BY_DAY.match, "bad-by-day"), _schema(type="string", pattern=_BY_DAY.pattern[:-2]), "by_day"
]
Hours = Annotated[OpeningHours, PlainValidator(_hours), _schema(type="string"), "hours"]
Zone = Annotated[str, PlainValidator(_zone), _schema(type="string"), "zone"]

DivisionId = Annotated[Id, Names("division")]
DivisionOrText = Annotated[Line, Names("division", or_text=True)]
OrganizationId = Annotated[Id, Names("organization")]
OrganizationOrText = Annotated[Line, Names("organization", or_text=True)]
StudioId = Annotated[Id, Names("studio")]
SectorId = Annotated[Id, Names("sector")]
MatterId = Annotated[Id, Names("matter")]
MemberId = Annotated[Id, Names("member")]
ActivityId = Annotated[Id, Names("activity")]
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

"""What every record may carry, and the small parts that several kinds share."""

from typing import Annotated, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.records.types import (
    Date,
    Line,
    Long,
    Number,
    PictureFile,
    SourceId,
    SourceIds,
    Url,
    between,
)

Precision = Literal["exact", "building", "street", "town", "county", "city", "province"]
System = Literal["wgs84", "gcj02", "bd09"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a record comes from, who confirmed it when, and when it holds. `note` is never published."""

    sources: SourceIds = ()
    note: Long | None = None
    assured_date: Date | None = None
    valid_from: Date | None = None
    valid_to: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A position in degrees, in the system it was taken in (the site's when None)."""

    lat: Annotated[Number, between(-90, 90)]
    lng: Annotated[Number, between(-180, 180)]
    system: System | None = None
    precision: Precision = "exact"
    source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as a source gave it: `raw` is its wording, `bound` how `value` stands to the truth."""

    value: Number
    bound: Literal["exact", "over", "near", "about"] = "exact"
    unit: Line | None = None
    raw: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address on another site, and what to call it."""

    label: Line
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture below `content/pictures/`; `alt` says what it shows to those who cannot see it."""

    file: PictureFile
    alt: Line
    credit: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period; both ends included, either may be missing. `raw` is the source's wording."""

    from_: Date | None = None
    to: Date | None = None
    raw: Line | None = None

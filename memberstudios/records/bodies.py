"""Who and where: organizations, divisions, sectors, members, matters."""

from typing import Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.records.shared import Location, Photo, Provenance
from memberstudios.records.types import (
    Date,
    DivisionId,
    Flag,
    Id,
    Level,
    Line,
    Lines,
    OrganizationId,
    Phones,
    Prose,
    SectorIds,
    Url,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Provenance):
    """A committee, its parts, or a body that hosts or backs studios (Popolo: Organization)."""

    id: Id
    name: Line
    short_name: Line | None = None
    kind: (
        Literal[
            "committee",
            "special-committee",
            "liaison-group",
            "party",
            "government",
            "association",
            "enterprise",
            "school",
            "community",
            "service-center",
            "other",
        ]
        | None
    ) = None
    level: Level | None = None
    division: DivisionId | None = None
    parent: OrganizationId | None = None
    url: Url | None = None
    phone: Phones = ()
    summary: Line | None = None
    description: Prose | None = None
    records: Literal["complete", "partial"] = "partial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division(Provenance):
    """An area in the tree of areas; its id is the administrative code where it has one (GB/T 2260)."""

    id: Id
    name: Line
    level: Literal["province", "city", "county", "town", "village", "functional"] | None = None
    parent: DivisionId | None = None
    center: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Provenance):
    """A sector (界别) of one committee; `national` are the national names it corresponds to."""

    id: Id
    name: Line
    national: Lines = ()
    committee: OrganizationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Provenance):
    """What residents come about; `words` are what they call it."""

    id: Id
    name: Line
    words: Lines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Provenance):
    """A person who sits in a committee (Popolo: Membership). Published beyond name and role only with consent."""

    id: Id
    name: Line
    committee: OrganizationId | None = None
    term: Line | None = None
    sectors: SectorIds = ()
    title: Line | None = None
    from_: Date | None = None
    to: Date | None = None
    bio: Prose | None = None
    photo: Photo | None = None
    consent: Flag = False

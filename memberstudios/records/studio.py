"""A member studio: a place, or an online room, where members receive the public."""

from typing import Annotated, Any, Final, Literal, get_args

from memberstudios.base.dataclass import dataclass
from memberstudios.records.duty import DutyRule
from memberstudios.records.shared import Link, Location, Photo, Provenance, Quantity
from memberstudios.records.types import (
    MANY,
    Date,
    DivisionId,
    DivisionOrText,
    Email,
    Flag,
    FrameworkId,
    Hours,
    Id,
    Level,
    Line,
    Lines,
    MatterId,
    MemberId,
    MemberIds,
    OrganizationId,
    OrganizationIds,
    Phones,
    PictureFile,
    Prose,
    Reads,
    SectorIds,
    StudioId,
    ThreeWay,
    Url,
    wrong,
)

Form = Literal[
    "studio",
    "work-station",
    "contact-station",
    "contact-point",
    "reception-room",
    "online-studio",
    "other",
    "unknown",
]
Base = Literal["sector", "area", "person", "industry", "topic", "online", "other"]
Status = Literal["preparing", "building", "open", "suspended", "closed", "unknown"]
Venue = Literal["office", "school", "community", "village", "service-center", "enterprise", "park", "online", "other"]

FORMS: Final[tuple[str, ...]] = get_args(Form)
BASES: Final[tuple[str, ...]] = get_args(Base)
"""In the order in which pages list them."""
RUNNING: Final = ("open", "suspended")
"""States of studios that exist: those that rest for a while do, those that are only planned do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where a studio can be found online; `image` is a picture such as its QR code."""

    kind: Literal["wechat", "mini-program", "weibo", "douyin", "web", "video"]
    name: Line
    url: Url | None = None
    image: PictureFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A member's place in a studio, and from when to when."""

    member: MemberId
    role: Literal["convenor", "deputy", "member", "liaison", "adviser"] = "member"
    from_: Date | None = None
    to: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a resident can come for; `how` is what to bring or do first."""

    name: Line
    matter: MatterId | None = None
    summary: Line | None = None
    how: Line | None = None
    members: MemberIds = ()
    languages: Lines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What helps people who walk, hear or see with difficulty; absent is unknown."""

    step_free: ThreeWay | None = None
    toilet: ThreeWay | None = None
    parking: ThreeWay | None = None
    hearing_loop: ThreeWay | None = None
    sign_language: ThreeWay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliance:
    """Whether a studio meets one item of a framework, on what evidence."""

    framework: FrameworkId
    item: Id
    met: ThreeWay
    date: Date | None = None
    evidence: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honor:
    """A title that somebody gave the studio."""

    name: Line
    by: Line | None = None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """From a day on these fields replace the old ones. `fields` are as written; reading the studio checks them."""

    from_: str
    fields: dict[str, Any]


def _change(value: Any) -> Change:
    if not isinstance(value, dict):
        raise wrong("expected-mapping")
    if "from" not in value:
        raise wrong("required-field", key="from")
    if not isinstance(value["from"], str):
        raise wrong("bad-date", value="…", key="from")
    return Change(value["from"], {key: inner for key, inner in value.items() if key != "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio(Provenance):
    """One studio as its newest record says."""

    id: Id
    name: Line
    short_name: Line | None = None
    aliases: Lines = ()
    brand: Line | None = None
    former_ids: Annotated[tuple[Id, ...], MANY] = ()
    replaced_by: StudioId | None = None
    form: Form = "studio"
    base: Base | None = None
    level: Level | None = None
    status: Status = "open"
    owner: OrganizationId | None = None
    host: OrganizationId | None = None
    backers: OrganizationIds = ()
    parent: StudioId | None = None
    special_committee: OrganizationId | None = None
    division: DivisionId | None = None
    serves: Annotated[tuple[DivisionOrText, ...], MANY] = ()
    sectors: SectorIds = ()
    address: Line | None = None
    address_public: Flag = True
    venue: Venue | None = None
    directions: Line | None = None
    location: Location | None = None
    phone: Phones = ()
    email: Email | None = None
    contact_text: Line | None = None
    links: Annotated[tuple[Link, ...], MANY] = ()
    channels: Annotated[tuple[Channel, ...], MANY] = ()
    hours: Hours | None = None
    hours_text: Line | None = None
    visit: Literal["regular", "appointment-preferred", "appointment-required", "no-fixed-time"] | None = None
    duty: Annotated[tuple[DutyRule, ...], MANY] = ()
    duty_text: Line | None = None
    established: Date | None = None
    approved: Date | None = None
    unveiled: Date | None = None
    closed_on: Date | None = None
    members: Annotated[tuple[Seat, ...], MANY] = ()
    member_count: Quantity | None = None
    services: Annotated[tuple[Service, ...], MANY] = ()
    access: Access | None = None
    summary: Line | None = None
    description: Prose | None = None
    photos: Annotated[tuple[Photo, ...], MANY] = ()
    compliance: Annotated[tuple[Compliance, ...], MANY] = ()
    honors: Annotated[tuple[Honor, ...], MANY] = ()
    changes: Annotated[tuple[Annotated[Change, Reads(_change)], ...], MANY] = ()

    @property
    def is_online(self) -> bool:
        """Whether one goes nowhere to meet somebody."""
        return self.form == "online-studio" or self.venue == "online"

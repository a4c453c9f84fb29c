"""What studios do and what came of it: activities and their series, topics, figures, frameworks, pairings, documents."""

from typing import Annotated, Any, Final, Literal, get_args

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.records.shared import Photo, Provenance, Quantity, Span
from memberstudios.records.types import (
    MANY,
    Date,
    DivisionId,
    DocumentId,
    FigureId,
    Flag,
    Id,
    Line,
    MatterId,
    MemberIds,
    OrganizationId,
    OrganizationOrText,
    PublishedFile,
    Reads,
    SeriesOrText,
    StudioId,
    StudioIds,
    Time,
    TopicIds,
    Url,
    Whole,
    between,
    wrong,
)

ActivityKind = Literal[
    "survey",
    "inspection",
    "consultation",
    "reception",
    "lecture",
    "reading",
    "volunteer",
    "training",
    "ceremony",
    "charity",
    "promotion",
    "other",
]
TopicState = Literal["raised", "accepted", "discussed", "proposed", "resolved", "closed"]
TopicOrigin = Literal["party-government", "committee", "society", "public", "member"]
ACTIVITY_KINDS: Final[tuple[str, ...]] = get_args(ActivityKind)
TOPIC_STATES: Final[tuple[str, ...]] = get_args(TopicState)
TOPIC_ORIGINS: Final[tuple[str, ...]] = get_args(TopicOrigin)
"""In the order in which pages list them."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How far an activity went through a framework's items: (item id, its date or a text), as written."""

    framework: str
    done: tuple[tuple[str, PartialDate | str], ...]


def _steps(value: Any) -> Steps:
    if not isinstance(value, dict):
        raise wrong("expected-mapping")
    framework = value.get("framework")
    if not isinstance(framework, str):
        raise wrong("required-field", key="framework")
    done: list[tuple[str, PartialDate | str]] = []
    for item, text in value.items():
        if item == "framework":
            continue
        if not isinstance(text, str):
            raise wrong("expected-text")
        try:
            done.append((item, partial_date(text)))
        except ValueError:
            done.append((item, text))
    return Steps(framework, tuple(done))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Provenance):
    """Activities that belong together and are told as one story."""

    id: Id
    title: Line
    organizers: Annotated[tuple[OrganizationOrText, ...], MANY] = ()
    summary: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Provenance):
    """What studios did or will do. Without a date it says so, and is never used for ordering.

    `announced` is the day on which it was made known, or the newest change of it.
    """

    id: Id
    title: Line
    state: Literal["planned", "done", "cancelled"] = "done"
    date: Date | None = None
    end_date: Date | None = None
    opens_at: Time | None = None
    closes_at: Time | None = None
    announced: Date | None = None
    studios: StudioIds = ()
    organizers: Annotated[tuple[OrganizationOrText, ...], MANY] = ()
    series: SeriesOrText | None = None
    kind: ActivityKind | None = None
    steps: Annotated[Steps, Reads(_steps)] | None = None
    place: Line | None = None
    members: MemberIds = ()
    participants: Quantity | None = None
    views: Quantity | None = None
    summary: Line | None = None
    outcome: Line | None = None
    topics: TopicIds = ()
    video_url: Url | None = None
    photos: Annotated[tuple[Photo, ...], MANY] = ()

    @property
    def is_announced(self) -> bool:
        """Whether people were told of a day before it came, and so may have it in their calendars."""
        is_exact = self.date is not None and self.date.day is not None
        return is_exact and (self.state != "done" or self.announced is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStep:
    """One step of a topic on its way; `document` is the paper that shows it."""

    date: Date | None = None
    state: TopicState
    text: Line | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The proposal (提案) that a topic became."""

    title: Line
    number: Line | None = None
    submitted_to: OrganizationOrText | None = None
    filed_on: Date | None = None
    case_opened: Date | None = None
    answered_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Provenance):
    """A matter raised, and what became of it. Never the name of a resident."""

    id: Id
    title: Line
    matter: MatterId | None = None
    origin: TopicOrigin | None = None
    raised_on: Date | None = None
    studios: StudioIds = ()
    state: TopicState | None = None
    steps: Annotated[tuple[TopicStep, ...], MANY] = ()
    result: Line | None = None
    proposal: Proposal | None = None

    @property
    def reached(self) -> TopicState | None:
        """How far it came: what the record says, else its last step."""
        return self.state or (self.steps[-1].state if self.steps else None)

    @property
    def raised(self) -> PartialDate | None:
        """The day on which it was raised, else that of its first step with one."""
        return self.raised_on or next((step.date for step in self.steps if step.date is not None), None)

    @property
    def solved(self) -> PartialDate | None:
        """The day on which it was resolved for the last time, where it still is; None where that is not known."""
        if self.reached not in ("resolved", "closed"):
            return None
        return next((step.date for step in reversed(self.steps) if step.state == "resolved"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Provenance):
    """A number that someone reported of one subject; shown as reported, beside what the records count.

    `remark` is shown with it: what a reader must know to read it, such as that it fits no other number of the report.
    """

    id: Id
    studio: StudioId | None = None
    organization: OrganizationId | None = None
    division: DivisionId | None = None
    measure: Literal[
        "studios",
        "studios-building",
        "stations",
        "contact-points",
        "members",
        "activities",
        "consultations",
        "suggestions",
        "proposals",
        "proposals-opened",
        "proposals-answered",
        "problems-solved",
        "receptions",
        "contacts",
        "views",
        "other",
    ]
    label: Line | None = None
    quantity: Quantity
    period: Span | None = None
    as_of: Date | None = None
    remark: Line | None = None
    parts: Annotated[tuple[FigureId, ...], MANY] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkItem:
    """One item of a rule set; `unknown` where the source names a number (`count`) and not the items."""

    id: Id
    name: Line | None = None
    summary: Line | None = None
    unknown: Flag = False
    count: Annotated[Whole, between(1, 1000)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Provenance):
    """A rule set such as 五全 or 四上墙, as data of any network."""

    id: Id
    name: Line
    issuer: OrganizationId | None = None
    year: Annotated[Whole, between(1949, 2200)] | None = None
    summary: Line | None = None
    applies_to: Literal["studio", "division", "committee", "member", "activity"] | None = None
    items: Annotated[tuple[FrameworkItem, ...], MANY] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Provenance):
    """A studio and a partner that work together (结对共建)."""

    id: Id
    studio: StudioId
    partner: OrganizationOrText
    kind: Line | None = None
    since: Date | None = None
    until: Date | None = None
    summary: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Provenance):
    """A rule or notice that governs the studios."""

    id: Id
    title: Line
    issuer: OrganizationId | None = None
    date: Date | None = None
    file: PublishedFile | None = None
    url: Url | None = None
    summary: Line | None = None

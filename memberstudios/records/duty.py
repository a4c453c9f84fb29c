"""Duty rules: on which days which members receive people at a studio (RFC 5545's words where it has one)."""

from typing import Annotated, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.records.types import (
    MANY,
    ByDay,
    Date,
    Id,
    Line,
    MemberId,
    MemberIds,
    Time,
    Whole,
    between,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """Members who take turns, `per_session` at a time, beginning with `starts_with` (else the first)."""

    members: MemberIds
    per_session: Annotated[Whole, between(1, 50)] = 1
    starts_with: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyException:
    """A change of one nominal date: `date` is what the rule says, before holidays."""

    announced: Date
    date: Date
    action: Literal["move", "cancel", "swap"]
    to: Date | None = None
    opens_at: Time | None = None
    closes_at: Time | None = None
    members: MemberIds = ()
    reason: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRule:
    """A recurring session, numbered from `starts`. A changed rule ends, and a new id begins."""

    id: Id
    starts: Date
    ends: Date | None = None
    freq: Literal["weekly", "monthly"]
    interval: Annotated[Whole, between(1, 52)] = 1
    by_day: Annotated[tuple[ByDay, ...], MANY] = ()
    by_month_day: Annotated[tuple[Annotated[Whole, between(1, 31)], ...], MANY] = ()
    opens_at: Time
    closes_at: Time
    on_holiday: Literal["skip", "keep", "shift_next_workday", "shift_previous_workday"] = "skip"
    rotation: Rotation | None = None
    exceptions: Annotated[tuple[DutyException, ...], MANY] = ()

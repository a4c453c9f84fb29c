"""What the records of a subject count for a measure that people report: reported numbers stand beside these, never in them.

A subject is whatever somebody reported of: a studio, an organization, an area; it is handed in as the facts of the
records that belong to it. Pure; knows no directory and no words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.day import in_term
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts
from memberstudios.records.shared import Quantity
from memberstudios.records.studio import RUNNING, Seat
from memberstudios.records.work import Figure

_STUDIO_FORMS: Final = ("studio", "reception-room", "online-studio", "other", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The facts of what belongs to a subject: its listed studios, the seats in those that run, their activities and topics."""

    studios: tuple[StudioFacts, ...] = ()
    seats: tuple[Seat, ...] = ()
    activities: tuple[ActivityFacts, ...] = ()
    topics: tuple[TopicFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included; without `first` from the beginning."""

    first: date | None
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`ids` are the records that were counted, `unclear` how many more there are whose date does not tell whether they count."""

    ids: tuple[str, ...]
    unclear: int = 0

    @property
    def value(self) -> int:
        return len(self.ids)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def period_of(figure: Figure) -> Period | None:
    """The days that a figure speaks of; None where only the source's words say when, or its end is not known."""
    span = figure.period
    if span is None or (span.from_ is None and span.to is None):
        return None
    end = span.to or figure.as_of
    return None if end is None else Period(None if span.from_ is None else span.from_.first, end.last)


def dated(records: Iterable[tuple[str, PartialDate | None]], period: Period) -> Counted:
    """The records whose date lies in a period. A date of less precision covers its whole month or year: it counts where
    all of that lies in the period, and is unclear where only a part does; without a date a record is unclear.
    """
    ids: list[str] = []
    unclear = 0
    for id_, day in records:
        if day is None:
            unclear += 1
        elif (period.first is None or period.first <= day.first) and day.last <= period.last:
            ids.append(id_)
        elif day.first <= period.last and (period.first is None or period.first <= day.last):
            unclear += 1
    return Counted(ids=tuple(ids), unclear=unclear)


def counts(subject: Subject, measure: str, period: Period | None, day: date) -> Counted | None:
    """What the records count; None for a measure they do not count, and for what happens in time without a period.

    What exists is counted as it is on `day`, whatever the period.
    """
    if measure in STANDING:
        return Counted(ids=tuple(dict.fromkeys(STANDING[measure](subject, day))))
    if measure not in HAPPENING or period is None:
        return None
    return dated(HAPPENING[measure](subject), period)


def _with_form(*forms: str) -> Callable[[Subject, date], Iterator[str]]:
    return lambda subject, _: (s.id for s in subject.studios if s.status in RUNNING and s.form in forms)


def _members(subject: Subject, day: date) -> Iterator[str]:
    return (seat.member for seat in subject.seats if in_term(seat.from_, seat.to, day))


STANDING: Final[Mapping[str, Callable[[Subject, date], Iterator[str]]]] = MappingProxyType(
    {
        "studios": _with_form(*_STUDIO_FORMS),
        "studios-building": lambda subject, _: (s.id for s in subject.studios if s.status == "building"),
        "stations": _with_form("work-station"),
        "contact-points": _with_form("contact-point"),
        "members": _members,
    }
)
"""Measures of what exists, each with the ids that it counts."""

HAPPENING: Final[Mapping[str, Callable[[Subject], Iterator[tuple[str, PartialDate | None]]]]] = MappingProxyType(
    {
        "activities": lambda subject: ((a.id, a.date) for a in subject.activities if a.state == "done"),
        "consultations": lambda subject: (
            (a.id, a.date) for a in subject.activities if a.state == "done" and a.kind == "consultation"
        ),
        "proposals": lambda subject: ((t.id, t.filed) for t in subject.topics if t.is_proposal),
        "proposals-opened": lambda subject: ((t.id, t.opened) for t in subject.topics if t.opened is not None),
        "proposals-answered": lambda subject: ((t.id, t.answered) for t in subject.topics if t.answered is not None),
        "problems-solved": lambda subject: ((t.id, t.solved) for t in subject.topics if t.is_solved),
    }
)
"""Measures of what happens in time, each with the ids and days among which it counts."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a count stands to a reported number: `agrees`, `more` or `fewer` by so many, `short` of what it exceeds by its
    own words, or `rough`, where a number that is only near or about says nothing about a difference.
    """

    how: str
    difference: float = 0


def is_below(quantity: Quantity, value: int) -> bool:
    """Whether a count surely is below a reported number: "over 300" is not reached by 300, and of a number that is only
    near or about not even the half says so.
    """
    if quantity.bound in ("near", "about"):
        return value * 2 < quantity.value
    return value <= quantity.value if quantity.bound == "over" else value < quantity.value


def verdict(quantity: Quantity, value: int) -> Verdict:
    """What a complete count says of a reported number; "over 300" is more than 300."""
    if quantity.bound in ("near", "about"):
        return Verdict("rough")
    if quantity.bound == "over":
        return Verdict("agrees") if value > quantity.value else Verdict("short")
    difference = value - quantity.value
    if difference == 0:
        return Verdict("agrees")
    return Verdict("more" if difference > 0 else "fewer", abs(difference))


def sum_of(quantities: Iterable[Quantity]) -> float | None:
    """What exact numbers add up to, free of binary fractions; None where one is not exact, so that there is no sum."""
    known = tuple(quantities)
    if any(one.bound != "exact" for one in known):
        return None
    return float(sum(Decimal(repr(one.value)) for one in known))

"""When one can go, as short texts for the finder: a line a duty rule, a line a kind of open day. Names no "today".

    duty weekly WE 09:00-11:30
    duty weekly MO,TH 19:00-20:30 every=2 from=2026-09-07
    duty monthly 2WE,-1FR 14:00-16:00 off=2026-10-14 also=2026-10-16T15:00-16:00
    open weekly MO,TU,WE,TH,FR 09:00-12:00,14:30-17:30

Days are RFC 5545's BYDAY and BYMONTHDAY; `every` is its INTERVAL, counted from `from`; `to` is the last day; `off` and
`also` are what is different on single days: announced, or because of public holidays. `docs/open-data.md` describes it
for others, `js/find/times.js` reads it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from memberstudios.base.opening_hours import DAYS, OpeningHours
from memberstudios.directory.sessions import Session, nominal_dates
from memberstudios.records.duty import DutyRule
from memberstudios.records.studio import Studio

Period = tuple[date, date, Studio]
"""A studio as it is from a day to a day."""

_END = date(2200, 1, 1)
"""As far as anybody looks for the first meeting of a rule."""


def visit_times(periods: Iterable[Period], sessions: Iterable[Session], day: date) -> tuple[str, ...]:
    """The lines of a studio: of each time in which it receives people, and that is not over on `day`.

    `sessions` are those that are not over; opening hours are those of the first such time.
    """
    different: dict[str, list[Session]] = {}
    for session in sessions:
        if session.how != "held":
            different.setdefault(session.rule, []).append(session)
    ahead = [(begins, _last(ends, studio), studio) for begins, ends, studio in periods if ends >= day]
    lines: list[str] = []
    for begins, ends, studio in ahead:
        if studio.status == "open":
            for rule in studio.duty:
                lines += _rule(rule, max(begins, day), ends, day, different.get(rule.id, ()))
    _, _, now = ahead[0]
    return (*lines, *(_open(now.hours) if now.hours is not None and now.status == "open" else ()))


def _last(ends: date, studio: Studio) -> date:
    """The last day of a time in which a studio is there."""
    known = (one.last for one in (studio.valid_to, studio.closed_on) if one is not None)
    return min((ends, *known))


def _rule(rule: DutyRule, begins: date, ends: date, day: date, different: Sequence[Session]) -> Iterator[str]:
    """The line of a rule between two days, if it has any meeting then; `from` is the first where that matters."""
    first = next((one for one in nominal_dates(rule, min(ends, _END)) if one >= begins), None)
    if first is None:
        if not any(session.is_held for session in different):
            return
        first = begins
    times = f"{rule.opens_at}-{rule.closes_at}"
    parts = ["duty", rule.freq, ",".join(_days(rule)), times]
    if rule.interval != 1:
        parts += [f"every={rule.interval}", f"from={first}"]
    elif max(begins, rule.starts.first) > day:
        parts.append(f"from={max(begins, rule.starts.first)}")
    last = ends if rule.ends is None else min(ends, rule.ends.last)
    if last != date.max:
        parts.append(f"to={last}")
    for session in different:
        parts.append(f"off={session.nominal}")
        if session.is_held:
            parts.append(f"also={session.day}T{session.opens_at}-{session.closes_at}")
    yield " ".join(parts)


def _days(rule: DutyRule) -> list[str]:
    """The days as written, or the one that `starts` gives."""
    written = [*rule.by_day, *map(str, rule.by_month_day)]
    first = rule.starts.first
    return written or [DAYS[first.weekday()].upper() if rule.freq == "weekly" else str(first.day)]


def _open(hours: OpeningHours) -> Iterator[str]:
    days: dict[str, list[str]] = {}
    for name, spans in zip(DAYS, hours.week, strict=True):
        if spans:
            days.setdefault(",".join(f"{opens}-{closes}" for opens, closes in spans), []).append(name.upper())
    yield from (f"open weekly {','.join(names)} {times}" for times, names in days.items())

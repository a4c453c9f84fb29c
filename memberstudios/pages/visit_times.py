"""When one can go, as short texts for the finder: a line a duty rule, a line a kind of open day. Names no "today".

    duty weekly WE 09:00-11:30
    duty weekly MO,TH 19:00-20:30 every=2 from=2026-09-07
    duty monthly 2WE,-1FR 14:00-16:00 off=2026-10-14 also=2026-10-16T15:00-16:00
    open weekly MO,TU,WE,TH,FR 09:00-12:00,14:30-17:30

Days are RFC 5545's BYDAY and BYMONTHDAY; `every` is its INTERVAL, counted from `from`; `to` is the last day; `off` and
`also` are what was changed for single days. `docs/open-data.md` describes it for others, `js/find/times.js` reads it.
"""

from collections.abc import Iterator
from datetime import date

from memberstudios.base.opening_hours import DAYS, OpeningHours
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.studio import Studio


def visit_times(studio: Studio, day: date) -> tuple[str, ...]:
    """The lines of a studio that receives people; of rules and changes those that are not over on `day`."""
    if studio.status != "open":
        return ()
    rules = [_rule(rule, day) for rule in studio.duty if rule.ends is None or rule.ends.last >= day]
    return (*rules, *(_open(studio.hours) if studio.hours is not None else ()))


def _rule(rule: DutyRule, day: date) -> str:
    times = f"{rule.opens_at}-{rule.closes_at}"
    parts = ["duty", rule.freq, ",".join(_days(rule)), times]
    if rule.interval != 1:
        parts.append(f"every={rule.interval}")
    if rule.interval != 1 or rule.starts.first > day:
        parts.append(f"from={rule.starts.first}")
    if rule.ends is not None:
        parts.append(f"to={rule.ends.last}")
    for exception in rule.exceptions:
        if exception.action != "swap" and max(exception.date.last, (exception.to or exception.date).last) >= day:
            parts += _changed(exception, times)
    return " ".join(parts)


def _days(rule: DutyRule) -> list[str]:
    """The days as written, or the one that `starts` gives."""
    written = [*rule.by_day, *map(str, rule.by_month_day)]
    first = rule.starts.first
    return written or [DAYS[first.weekday()].upper() if rule.freq == "weekly" else str(first.day)]


def _changed(exception: DutyException, times: str) -> Iterator[str]:
    yield f"off={exception.date.first}"
    if exception.action == "move":
        if exception.opens_at is not None and exception.closes_at is not None:
            times = f"{exception.opens_at}-{exception.closes_at}"
        yield f"also={(exception.to or exception.date).first}T{times}"


def _open(hours: OpeningHours) -> Iterator[str]:
    days: dict[str, list[str]] = {}
    for name, spans in zip(DAYS, hours.week, strict=True):
        if spans:
            days.setdefault(",".join(f"{opens}-{closes}" for opens, closes in spans), []).append(name.upper())
    yield from (f"open weekly {','.join(names)} {times}" for times, names in days.items())

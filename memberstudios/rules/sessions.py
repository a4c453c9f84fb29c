"""Duty rules against the calendar: sessions that can be held, by members who can be there."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, groupby
from typing import Final

from memberstudios.base.dates import later
from memberstudios.base.diagnostic import Diagnostic, Path, Related, Spot
from memberstudios.base.workdays import Unpublished
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import AHEAD_DAYS, RECEIVES, Time, sessions_of, times_of, work_calendar
from memberstudios.directory.entries import Entry
from memberstudios.directory.sessions import Session, nominal_dates
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.studio import Studio

_YEARS_DAYS: Final = 4 * 366
"""A rule that has no day in so long a time has none."""
_NEAR_DAYS: Final = 62
_FAR_DAYS: Final = 92
"""Farther than this a session is hardly moved: a year or a month was mistyped."""


def meetings(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """A rule meets, its exceptions are of days that it gives and lead to days when people are received, and whoever takes
    turns is still there.
    """
    for stage in stages(entry, ("duty",)):
        for index, rule in enumerate(stage.record.duty):
            if not _is_sound(rule):
                continue
            if next(nominal_dates(rule, later(rule.starts.first, _YEARS_DAYS)), None) is None:
                spot = stage.spot("duty", index)
                yield Diagnostic(code="duty-never-meets", spot=spot, values={"value": rule.id})
                continue
            if rule.exceptions:
                yield from _elsewhere(stage, index, rule)
                yield from _announced(directory, entry, stage, index, rule)
            yield from _out_of_term(directory, stage, index, rule)


def clashes(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """No two sessions come to lie on one another, and nobody is on duty in two places at once."""
    studio: Studio = entry.record
    if not studio.duty or not all(map(_is_sound, studio.duty)) or studio.id not in directory.studios:
        return
    others = _also_at(directory, studio)
    if not others and not any(map(_may_move, studio.duty)):
        return
    mine = _held(directory, studio.id)
    spots = {rule.id: entry.spot("duty", index, "id") for index, rule in enumerate(studio.duty)}
    yield from _on_one_day(mine, spots)
    yield from _in_two_places(directory, mine, others, spots)


def _may_move(rule: DutyRule) -> bool:
    """Whether a session may be held on another day than the rule says, or at another time."""
    return rule.on_holiday.startswith("shift") or any(one.action == "move" for one in rule.exceptions)


def _also_at(directory: Directory, studio: Studio) -> list[tuple[str, str]]:
    """Who sits in further studios with duty, and in which; of two studios the later one by id asks."""
    return [
        (id_, other)
        for id_ in dict.fromkeys(seat.member for seat in studio.members)
        for other in directory.links.studios_of_member.get(id_, ())
        if other < studio.id and other in directory.links.studios_with_duty
    ]


def _is_sound(rule: DutyRule) -> bool:
    """Whether days can be worked out at all; what keeps them from it is said elsewhere."""
    numbered = rule.freq == "monthly"
    return bool(rule.by_day or rule.by_month_day) and all((len(day) > 2) == numbered for day in rule.by_day)


def _elsewhere(entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    """Exceptions of days that the rule does not give."""
    last = later(max(exception.date.last for exception in rule.exceptions), _NEAR_DAYS)
    days = set(nominal_dates(rule, last))
    for place, exception in enumerate(rule.exceptions):
        if exception.date.day is not None and exception.date.first not in days:
            found = days or {rule.starts.first}
            near = sorted(found, key=lambda day: (abs((day - exception.date.first).days), day))[:2]
            values = {"value": str(exception.date), "near": "、".join(map(str, sorted(near)))}
            spot = entry.spot("duty", index, "exceptions", place, "date")
            yield Diagnostic(code="duty-exception-elsewhere", spot=spot, values=values)


def _announced(directory: Directory, whole: Entry, entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    """What is announced leads to days that can be meant, and was announced by now."""
    times = [time for time in times_of(whole) if time[2].status in RECEIVES]
    for place, exception in enumerate(rule.exceptions):
        path = ("duty", index, "exceptions", place)
        if exception.announced.first > directory.day:
            values = {"value": str(exception.announced)}
            yield Diagnostic(code="duty-announced-later", spot=entry.spot(*path, "announced"), values=values)
        if exception.action == "move":
            yield from _moved(directory, times, entry.spot(*path, "to"), exception)
        if exception.action == "swap":
            yield from _swapped(directory, entry, path, rule, exception)


def _moved(directory: Directory, times: list[Time], spot: Spot, exception: DutyException) -> Iterator[Diagnostic]:
    if exception.to is None or exception.to.day is None:
        return
    day, nominal = exception.to.first, exception.date.first
    values = {"value": str(exception.to), "nominal": str(exception.date)}
    if abs((day - nominal).days) > _FAR_DAYS:
        yield Diagnostic(code="duty-moved-far", spot=spot, values=values | {"days": str(abs((day - nominal).days))})
    elif not any(begins <= day <= ends for begins, ends, _ in times):
        yield Diagnostic(code="duty-moved-while-away", spot=spot, values=values)
    elif _is_holiday(directory, day):
        yield Diagnostic(code="duty-moved-onto-holiday", spot=spot, values=values)


def _swapped(
    directory: Directory, entry: Entry, path: Path, rule: DutyRule, exception: DutyException
) -> Iterator[Diagnostic]:
    """Who stands in is there then, and there is something to stand in for."""
    decided = any(one.action != "swap" and one.date == exception.date for one in rule.exceptions)
    if rule.on_holiday == "skip" and not decided and _is_holiday(directory, exception.date.first):
        spot = entry.spot(*path, "date")
        yield Diagnostic(code="duty-swap-on-holiday", spot=spot, values={"value": str(exception.date)})
    for place, id_ in enumerate(exception.members):
        yield from _gone(directory, entry, (*path, "members", place), id_, exception.date.first)


def _is_holiday(directory: Directory, day: date) -> bool:
    try:
        return work_calendar(directory).is_holiday(day)
    except Unpublished:
        return False


def _out_of_term(directory: Directory, entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    """Of a rule that goes on: whoever has left keeps being passed over."""
    day = directory.day
    if rule.rotation is None or (rule.ends is not None and rule.ends.last < day):
        return
    for place, id_ in enumerate(rule.rotation.members):
        path = ("duty", index, "rotation", "members", place)
        yield from _gone(directory, entry, path, id_, max(day, rule.starts.first))


def _gone(directory: Directory, entry: Entry, path: Path, id_: str, since: date) -> Iterator[Diagnostic]:
    """A member whose seat or term is over on a day."""
    member = directory.entry("member", id_)
    seats = [seat.to for seat in entry.record.members if seat.member == id_]
    if member is None or not seats:
        return
    seat_ends = date.max if None in seats else max(to.last for to in seats if to is not None)
    terms = [seat_ends, *(to.last for to in (member.record.to, member.record.valid_to) if to is not None)]
    if min(terms) < since:
        values = {"value": id_, "name": member.record.name, "to": str(min(terms))}
        yield Diagnostic(code="duty-member-out-of-term", spot=entry.spot(*path), values=values)


def _held(directory: Directory, id_: str) -> list[Session]:
    day = directory.day
    return [one for one in sessions_of(directory, id_, day, later(day, AHEAD_DAYS)) if one.is_held]


def _on_one_day(held: list[Session], spots: dict[str, Spot]) -> Iterator[Diagnostic]:
    """Sessions of one studio that overlap, of which one was moved there; of a rule and a day the first."""
    told: set[tuple[str, date]] = set()
    for _, day in groupby(held, key=lambda one: one.day):
        for one, other in combinations(day, 2):
            if _overlap(one, other) and "moved" in (one.how, other.how):
                moved = one if one.how == "moved" else other
                values = {"day": str(moved.day), "value": moved.rule, "nominal": str(moved.nominal)}
                if moved.rule in spots and (moved.rule, moved.day) not in told:
                    told.add((moved.rule, moved.day))
                    yield Diagnostic(code="duty-two-on-one-day", spot=spots[moved.rule], values=values)


def _in_two_places(
    directory: Directory, held: list[Session], others: list[tuple[str, str]], spots: dict[str, Spot]
) -> Iterator[Diagnostic]:
    """Told once for two studios and a member, for the first day."""
    for id_, other in others:
        own = [one for one in held if id_ in one.members and one.rule in spots]
        there, member = directory.entry("studio", other), directory.entry("member", id_)
        if not own or there is None or member is None or other not in directory.studios:
            continue
        pairs = ((one, their) for their in _held(directory, other) if id_ in their.members for one in own)
        one, their = next((pair for pair in pairs if _overlap(*pair)), (None, None))
        if one is not None and their is not None:
            values = {"name": member.record.name, "day": str(one.day), "other": there.record.name}
            related = Related(label="report.also_here", spot=_rule_spot(there, their.rule))
            yield Diagnostic(code="duty-in-two-places", spot=spots[one.rule], values=values, related=(related,))


def _rule_spot(entry: Entry, rule: str) -> Spot:
    index = next((index for index, one in enumerate(entry.record.duty) if one.id == rule), None)
    return entry.spot("id") if index is None else entry.spot("duty", index, "id")


def _overlap(one: Session, other: Session) -> bool:
    return one.day == other.day and one.opens_at < other.closes_at and other.opens_at < one.closes_at

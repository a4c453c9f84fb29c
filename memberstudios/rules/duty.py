"""Duty rules that can meet: their days, times, rotation and exceptions. Sessions are not computed here."""

from collections.abc import Iterator
from typing import Final

from memberstudios.base.diagnostic import Diagnostic, Path, Related, Spot
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.duty import DutyRule


def duty_rules(directory: Directory, studio: Entry) -> Iterator[Diagnostic]:
    """Everything that keeps a duty rule from meaning one thing."""
    for entry in stages(studio, ("duty",)):
        yield from _of_studio(directory, entry)


def _of_studio(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    first: dict[str, Spot] = {}
    for index, rule in enumerate(entry.record.duty):
        here = entry.spot("duty", index, "id")
        if rule.id in first:
            related = Related(label="report.first_here", spot=first[rule.id])
            yield Diagnostic(code="duty-duplicate-rule", spot=here, values={"value": rule.id}, related=(related,))
        first.setdefault(rule.id, here)
        yield from _days(entry, index, rule)
        yield from _rotation(directory, entry, index, rule)
        yield from _exceptions(directory, entry, index, rule)


def _days(entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    if rule.closes_at <= rule.opens_at:
        values = {"opens": rule.opens_at, "closes": rule.closes_at}
        yield Diagnostic(code="duty-times-reversed", spot=entry.spot("duty", index, "closes_at"), values=values)
    if rule.starts.day is None:
        spot = entry.spot("duty", index, "starts")
        yield Diagnostic(code="duty-starts-incomplete", spot=spot, values={"value": str(rule.starts)})
    if not rule.by_day and not rule.by_month_day:
        yield Diagnostic(code="duty-without-days", spot=entry.spot("duty", index), values={"value": rule.id})
    for day_index, day in enumerate(rule.by_day):
        is_numbered = len(day) > 2
        if is_numbered != (rule.freq == "monthly"):
            spot = entry.spot("duty", index, "by_day", day_index)
            yield Diagnostic(code="duty-day-for-monthly", spot=spot, values={"value": day, "freq": rule.freq})
    if rule.by_month_day and rule.freq == "weekly":
        yield Diagnostic(code="duty-month-day-for-weekly", spot=entry.spot("duty", index, "by_month_day"))


def _rotation(directory: Directory, entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    """Whoever takes turns sits in the studio. A member who does not exist at all is told once, as a reference."""
    rotation = rule.rotation
    if rotation is None:
        return
    if rotation.starts_with is not None and rotation.starts_with not in rotation.members:
        spot = entry.spot("duty", index, "rotation", "starts_with")
        yield Diagnostic(code="duty-rotation-outsider", spot=spot, values={"value": rotation.starts_with})
    yield from _outsiders(directory, entry, ("duty", index, "rotation", "members"), rotation.members)


def _outsiders(directory: Directory, entry: Entry, path: Path, members: tuple[str, ...]) -> Iterator[Diagnostic]:
    seated = {seat.member for seat in entry.record.members}
    for place, member in enumerate(members):
        if member not in seated and f"member/{member}" in directory.written:
            spot = entry.spot(*path, place)
            yield Diagnostic(code="duty-rotation-outsider", spot=spot, values={"value": member})


def _exceptions(directory: Directory, entry: Entry, index: int, rule: DutyRule) -> Iterator[Diagnostic]:
    for place, exception in enumerate(rule.exceptions):
        path = ("duty", index, "exceptions", place)
        missing = [key for key in _NEEDED[exception.action] if not getattr(exception, key)]
        if exception.date.day is None:
            missing.append("date")
        if exception.to is not None and exception.to.day is None:
            missing.append("to")
        for key in dict.fromkeys(missing):
            values = {"action": exception.action, "key": key}
            yield Diagnostic(code="duty-exception-incomplete", spot=entry.spot(*path), values=values)
        for key in _UNUSED[exception.action]:
            if getattr(exception, key):
                values = {"action": exception.action, "key": key}
                yield Diagnostic(code="duty-exception-unused", spot=entry.spot(*path, key), values=values)
        yield from _outsiders(directory, entry, (*path, "members"), exception.members)
        opens, closes = exception.opens_at or rule.opens_at, exception.closes_at or rule.closes_at
        if closes <= opens and rule.opens_at < rule.closes_at:
            key = "closes_at" if exception.closes_at else "opens_at"
            values = {"opens": opens, "closes": closes}
            yield Diagnostic(code="duty-times-reversed", spot=entry.spot(*path, key), values=values)


_NEEDED: Final = {"move": ("to",), "swap": ("members",), "cancel": ()}
_UNUSED: Final = {
    "move": (),
    "swap": ("to", "opens_at", "closes_at"),
    "cancel": ("to", "opens_at", "closes_at", "members"),
}

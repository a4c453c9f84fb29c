"""What will be different at a studio, and from which day on: planned changes, duty rules, members, its end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from types import MappingProxyType
from typing import Final

from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.directory.day import periods, studio_on
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import AHEAD_DAYS, serving_times
from memberstudios.directory.entries import Entry
from memberstudios.pages import named
from memberstudios.pages.cards import place_text
from memberstudios.pages.days import date_text
from memberstudios.pages.duty_text import current_rules, when_text
from memberstudios.pages.hours_text import hours_sentence
from memberstudios.pages.named import Named
from memberstudios.records.duty import DutyRule
from memberstudios.records.studio import Studio
from memberstudios.words import Words

Line = tuple[PartialDate, str]
"""From when, and what."""

_DAY: Final = timedelta(days=1)
_UNSEEN: Final = ("note", "sources", "assured_date", "address_public", "valid_from", "valid_to")
"""Fields of a change that say nothing to a visitor, or must not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What will be different from a day on, in sentences."""

    date: PartialDate
    lines: tuple[str, ...]


def upcoming(directory: Directory, words: Words, studio: Studio) -> tuple[ChangeView, ...]:
    """What comes after the directory's day, the next first: what is planned, however far off; what only ends or begins by
    a date in its record, as far as sessions are shown.
    """
    entry = directory.entry("studio", studio.id)
    if entry is None:
        return ()
    lines = chain(
        _planned(directory, words, entry),
        _turns_of_duty(directory, words, entry),
        _members(directory, words, entry),
        _end(directory, words, entry),
    )
    found: dict[PartialDate, list[str]] = {}
    for start, line in sorted(lines, key=lambda pair: pair[0].first):
        found.setdefault(start, []).append(line)
    return tuple(ChangeView(date=start, lines=tuple(dict.fromkeys(told))) for start, told in found.items())


def _planned(directory: Directory, words: Words, entry: Entry) -> Iterator[Line]:
    """What `changes` says, each field in a line."""
    for change in entry.record.changes:
        start = partial_date(change.from_)
        seen = [key for key in change.fields if key not in _UNSEEN]
        if start.first <= directory.day or not seen:
            continue
        later = studio_on(entry, start.first)
        for key in seen:
            label, value = words(f"fields.studio.{key}.title"), _value(directory, words, later, key)
            yield start, words("studio.change_to" if value else "studio.change_some", label=label, value=value)


def _turns_of_duty(directory: Directory, words: Words, entry: Entry) -> Iterator[Line]:
    """The days on which a rule begins or the last one ends, but for those on which a planned change says so."""
    for begins, ends, studio in periods(entry):
        days = {rule.starts.first for rule in studio.duty}
        days |= {rule.ends.last + _DAY for rule in studio.duty if rule.ends is not None and rule.ends.last < date.max}
        for day in sorted(days):
            if begins < day <= ends and _is_near(directory, day):
                rules = tuple(rule for rule in current_rules(studio.duty, day) if rule.starts.first <= day)
                label, value = words("fields.studio.duty.title"), _rules(words, rules)
                yield _on(day), words("studio.change_to" if rules else "studio.change_none", label=label, value=value)


def _members(directory: Directory, words: Words, entry: Entry) -> Iterator[Line]:
    """Who begins to sit there or leaves."""
    studio: Studio = entry.record
    for id_ in dict.fromkeys(seat.member for seat in studio.members):
        member = directory.entry("member", id_)
        for first, last in () if member is None else serving_times(directory, studio, id_):
            name = "" if member is None else member.record.name
            if first > date.min and first <= last and _is_near(directory, first):
                yield _on(first), words("studio.change_joins", name=name)
            if first <= last < date.max and _is_near(directory, last + _DAY):
                yield _on(last + _DAY), words("studio.change_leaves", name=name)


def _end(directory: Directory, words: Words, entry: Entry) -> Iterator[Line]:
    """The day after which it is in no list, and what stands in its place."""
    studio: Studio = entry.record
    if (
        studio.valid_to is None
        or studio.valid_to.last >= date.max
        or not _is_near(directory, studio.valid_to.last + _DAY)
    ):
        return
    yield _on(studio.valid_to.last + _DAY), words("studio.change_ends")
    if successor := named.studio(directory, words, studio.replaced_by):
        yield _on(studio.valid_to.last + _DAY), words("studio.change_successor", name=successor[0])


def _is_near(directory: Directory, day: date) -> bool:
    return directory.day < day <= directory.day + timedelta(days=AHEAD_DAYS)


def _on(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _rules(words: Words, rules: Iterable[DutyRule]) -> str:
    return words("hours_text.row_separator").join(when_text(words, rule) for rule in rules)


def _value(directory: Directory, words: Words, later: Studio, key: str) -> str:
    """The new value in words, empty where it would take more than a line."""
    if key in _TEXTS:
        return str(getattr(later, key))
    write = _IN_WORDS.get(key)
    return "" if write is None else write(directory, words, later)


def _name(found: Named | None) -> str:
    return "" if found is None else found[0]


_TEXTS: Final = ("name", "short_name", "brand", "duty_text", "hours_text", "contact_text", "email")
_IN_WORDS: Final[Mapping[str, Callable[[Directory, Words, Studio], str]]] = MappingProxyType(
    {
        "address": lambda directory, _, later: place_text(directory, later),
        "division": lambda directory, _, later: place_text(directory, later),
        "directions": lambda _, __, later: (later.directions or "") if later.address_public else "",
        "phone": lambda _, words, later: words("days.separator").join(later.phone),
        "hours": lambda _, words, later: "" if later.hours is None else hours_sentence(words, later.hours),
        "duty": lambda _, words, later: _rules(words, later.duty),
        "status": lambda _, words, later: words(f"status.{later.status}"),
        "owner": lambda directory, _, later: _name(named.organization(directory, later.owner)),
        "host": lambda directory, _, later: _name(named.organization(directory, later.host)),
        "closed_on": lambda _, words, later: "" if later.closed_on is None else date_text(words, later.closed_on),
    }
)

"""What will be different at a studio, and from which day on: planned changes, duty rules, members, its end."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate, later, partial_date, written
from memberstudios.directory.day import periods, studio_on
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import AHEAD_DAYS, RECEIVES, Time, serving_times, times_of
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

_UNSEEN: Final = ("note", "sources", "assured_date", "address_public", "valid_from", "valid_to")
"""Fields of a change that say nothing to a visitor, or must not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What will be different from a day on, in sentences."""

    date: PartialDate
    lines: tuple[str, ...]


def upcoming(directory: Directory, words: Words, studio: Studio) -> tuple[ChangeView, ...]:
    """What comes after the directory's day, the next first: what is planned, however far off; what only ends or begins by
    a date in its record, as far as sessions are shown. Nothing of a studio that is gone.
    """
    if studio.status == "closed" or not _turns(directory, studio):
        return ()
    entry = directory.entry("studio", studio.id)
    if entry is None:
        return ()
    times = times_of(entry)
    people = list(_members(directory, words, times))
    lines = chain(
        _planned(directory, words, entry, {start for start, _ in people}),
        _turns_of_duty(directory, words, times),
        people,
        _ends(directory, words, entry),
    )
    found: dict[PartialDate, list[str]] = {}
    for start, line in sorted(lines, key=lambda pair: pair[0].first):
        found.setdefault(start, []).append(line)
    return tuple(ChangeView(date=start, lines=tuple(dict.fromkeys(told))) for start, told in found.items())


def _turns(directory: Directory, studio: Studio) -> bool:
    """Whether any day ahead is known on which something of a studio, or of who sits there, begins or has ended."""
    today = directory.day.toordinal()
    keys = (f"studio/{studio.id}", *(f"member/{seat.member}" for seat in studio.members))
    return any(day > today for key in keys for day in directory.turning.get(key, ()))


def _planned(directory: Directory, words: Words, entry: Entry, told: Container[PartialDate]) -> Iterator[Line]:
    """What `changes` says, each field in a line; who sits there only on days of which nothing more exact is `told`."""
    for change in entry.record.changes:
        start = partial_date(change.from_)
        seen = [key for key in change.fields if key not in _UNSEEN]
        if start.first <= directory.day or not seen:
            continue
        then = studio_on(entry, start.first)
        for key in seen:
            if key == "members" and written(start.first) in told:
                continue
            label, value = words(f"fields.studio.{key}.title"), _value(directory, words, then, key)
            yield start, words("studio.change_to" if value else "studio.change_some", label=label, value=value)


def _turns_of_duty(directory: Directory, words: Words, times: Iterable[Time]) -> Iterator[Line]:
    """The days on which a rule begins or ends, but for those on which a planned change says so."""
    for begins, ends, studio in times:
        if studio.status not in RECEIVES:
            continue
        days = {rule.starts.first for rule in studio.duty}
        days |= {later(rule.ends.last, 1) for rule in studio.duty if rule.ends is not None}
        for day in sorted(days):
            if begins < day <= ends and _is_near(directory, day):
                before, rules = (_holding(studio, one) for one in (later(day, -1), day))
                key = "change_none" if not rules else "change_to" if before else "change_starts"
                label, value = words("fields.studio.duty.title"), _rules(words, rules)
                yield written(day), words(f"studio.{key}", label=label, value=value)


def _holding(studio: Studio, day: date) -> tuple[DutyRule, ...]:
    return tuple(rule for rule in current_rules(studio.duty, day) if rule.starts.first <= day)


def _members(directory: Directory, words: Words, times: Sequence[Time]) -> Iterator[Line]:
    """Who begins to sit there or leaves, whether their seat, their term or a planned change says so."""
    last_day = max((ends for _, ends, _ in times), default=date.max)
    for id_ in dict.fromkeys(seat.member for _, _, studio in times for seat in studio.members):
        member = directory.entry("member", id_)
        name = "" if member is None else member.record.name
        for first, last in _joined(serving_times(directory, times, id_)):
            if first > date.min and _is_near(directory, first):
                yield written(first), words("studio.change_joins", name=name)
            if last < last_day and _is_near(directory, later(last, 1)):
                yield written(later(last, 1)), words("studio.change_leaves", name=name)


def _joined(spans: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Spans of days, those that overlap or follow one another made one."""
    whole: tuple[date, date] | None = None
    for first, last in sorted(spans):
        if whole is not None and first <= later(whole[1], 1):
            whole = (whole[0], max(whole[1], last))
            continue
        if whole is not None:
            yield whole
        whole = (first, last)
    if whole is not None:
        yield whole


def _ends(directory: Directory, words: Words, entry: Entry) -> Iterator[Line]:
    """The day after which it is in no list, and what stands in its place."""
    for begins, ends, studio in periods(entry):
        day = date.max if studio.valid_to is None else later(studio.valid_to.last, 1)
        if begins <= day <= ends and _is_near(directory, day):
            yield written(day), words("studio.change_ends")
            if successor := named.studio(directory, words, studio.replaced_by):
                yield written(day), words("studio.change_successor", name=successor[0])


def _is_near(directory: Directory, day: date) -> bool:
    return directory.day < day <= later(directory.day, AHEAD_DAYS)


def _rules(words: Words, rules: Iterable[DutyRule]) -> str:
    return words("hours_text.row_separator").join(when_text(words, rule) for rule in rules)


def _value(directory: Directory, words: Words, then: Studio, key: str) -> str:
    """The new value in words, empty where it would take more than a line."""
    if key in _TEXTS:
        return str(getattr(then, key))
    write = _IN_WORDS.get(key)
    return "" if write is None else write(directory, words, then)


def _name(found: Named | None) -> str:
    return "" if found is None else found[0]


_TEXTS: Final = ("name", "short_name", "brand", "duty_text", "hours_text", "contact_text", "email")
_IN_WORDS: Final[Mapping[str, Callable[[Directory, Words, Studio], str]]] = MappingProxyType(
    {
        "address": lambda directory, _, then: place_text(directory, then),
        "division": lambda directory, _, then: place_text(directory, then),
        "directions": lambda _, __, then: (then.directions or "") if then.address_public else "",
        "phone": lambda _, words, then: words("days.separator").join(then.phone),
        "hours": lambda _, words, then: "" if then.hours is None else hours_sentence(words, then.hours),
        "duty": lambda _, words, then: _rules(words, then.duty),
        "status": lambda _, words, then: words(f"status.{then.status}"),
        "owner": lambda directory, _, then: _name(named.organization(directory, then.owner)),
        "host": lambda directory, _, then: _name(named.organization(directory, then.host)),
        "visit": lambda _, words, then: words(f"studio.change_visit.{then.visit or 'regular'}"),
        "closed_on": lambda _, words, then: "" if then.closed_on is None else date_text(words, then.closed_on),
    }
)

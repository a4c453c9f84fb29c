"""What a studio is and will be: whose it is, since when, and what is about to change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from memberstudios.base.dates import PartialDate, partial_date
from memberstudios.directory.day import studio_on
from memberstudios.directory.directory import Directory
from memberstudios.pages import named
from memberstudios.pages.cards import place_text
from memberstudios.pages.days import date_text
from memberstudios.pages.duty_text import when_text
from memberstudios.pages.hours_text import hours_sentence
from memberstudios.pages.named import Named
from memberstudios.records.studio import Studio
from memberstudios.words import Words

_DAYS = ("approved", "established", "unveiled", "closed_on")
_UNSEEN = ("note", "sources", "assured_date", "address_public", "valid_from", "valid_to")
"""Fields of a change that say nothing to a visitor, or must not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What others are to the studio: 主办单位, and who that is."""

    label: str
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What will be different from a day on: labels, and the new value where it can be said shortly."""

    date: PartialDate
    items: tuple[tuple[str, str], ...]


def relations(directory: Directory, words: Words, studio: Studio) -> tuple[Relation, ...]:
    """Everyone and everything the studio belongs to, each kind that is known."""
    parent = named.studio(directory, words, studio.parent)
    known: dict[str, tuple[Named, ...]] = {
        "owner": named.organizations(directory, (studio.owner,)),
        "special_committee": named.organizations(directory, (studio.special_committee,)),
        "host": named.organizations(directory, (studio.host,)),
        "backers": named.organizations(directory, studio.backers),
        "parent": () if parent is None else (parent,),
        "sectors": named.sectors(directory, studio.sectors),
        "serves": tuple(named.area_or_text(directory, text) for text in studio.serves),
        "aliases": tuple((name, "") for name in (studio.short_name, *studio.aliases) if name and name != studio.name),
    }
    return tuple(Relation(label=words(f"studio.relation.{key}"), names=names) for key, names in known.items() if names)


def days(words: Words, studio: Studio) -> tuple[tuple[str, PartialDate], ...]:
    """Approved, established, unveiled, closed: those that are known, earliest first."""
    known = ((key, getattr(studio, key)) for key in _DAYS)
    dated = sorted(((key, day) for key, day in known if day is not None), key=lambda pair: pair[1].first)
    return tuple((words(f"studio.day.{key}"), day) for key, day in dated)


def upcoming(directory: Directory, words: Words, studio: Studio) -> tuple[ChangeView, ...]:
    """Planned changes after the directory's day, the next first."""
    entry = directory.entry("studio", studio.id) if studio.changes else None
    if entry is None:
        return ()
    ahead = sorted(((partial_date(change.from_), change) for change in studio.changes), key=lambda pair: pair[0].first)
    return tuple(
        ChangeView(date=start, items=_items(directory, words, studio_on(entry, start.first), change.fields))
        for start, change in ahead
        if start.first > directory.day and any(key not in _UNSEEN for key in change.fields)
    )


def _items(directory: Directory, words: Words, later: Studio, fields: dict[str, object]) -> tuple[tuple[str, str], ...]:
    keys = [key for key in fields if key not in _UNSEEN]
    return tuple((words(f"fields.studio.{key}.title"), _value(directory, words, later, key)) for key in keys)


def _value(directory: Directory, words: Words, later: Studio, key: str) -> str:
    """The new value in words, empty where it would take more than a line."""
    if key in _TEXTS:
        return str(getattr(later, key))
    write = _IN_WORDS.get(key)
    return "" if write is None else write(directory, words, later)


def _duty(_: Directory, words: Words, later: Studio) -> str:
    return words("hours_text.row_separator").join(when_text(words, rule) for rule in later.duty)


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
        "duty": _duty,
        "status": lambda _, words, later: words(f"status.{later.status}"),
        "owner": lambda directory, _, later: _name(named.organization(directory, later.owner)),
        "host": lambda directory, _, later: _name(named.organization(directory, later.host)),
        "closed_on": lambda _, words, later: "" if later.closed_on is None else date_text(words, later.closed_on),
    }
)

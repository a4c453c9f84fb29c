"""Calendar files (RFC 5545, and names and refreshing of RFC 7986). Knows no duty: events are finished values.

`icalendar` would take 2.7 ms a file, which is 27 s for ten thousand studios; tests read what is made here with it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal
from zoneinfo import ZoneInfo

from memberstudios.base.coordinates import Position
from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later

PRODUCT: Final = "-//Member Studios//Duty//ZH"
_OCTETS: Final = 75
_LONGEST: Final = 4
"""Octets of a character in UTF-8, at most."""
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None, "\t": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event on one day in the calendar's zone: `opens` and `closes` such as 09:00; texts may be empty.

    Without `opens` it takes whole days, up to and with `until`; without `closes` it is a moment. `uid` stays the same whatever changes, `sequence` grows with each change, `stamp` is the day of the newest.
    """

    uid: str
    sequence: int
    stamp: date
    day: date
    opens: str
    closes: str
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
    summary: str
    description: str = ""
    location: str = ""
    position: Position | None = None
    url: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A calendar of events that `event_text` made; `first` and `last` bound the days that its zone must know."""

    name: str
    description: str
    url: str
    zone: str
    first: date
    last: date
    events: tuple[str, ...]


def make_calendar(calendar: Calendar) -> bytes:
    """The file's bytes: lines end with CRLF and are at most 75 octets long."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(calendar.name)}",
        f"X-WR-CALNAME:{_text(calendar.name)}",
        f"X-WR-TIMEZONE:{calendar.zone}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    if calendar.description:
        head += [f"DESCRIPTION:{_text(calendar.description)}", f"X-WR-CALDESC:{_text(calendar.description)}"]
    if calendar.url:
        head.append(f"URL:{calendar.url}")
    zone = _zone(calendar.zone, calendar.first, calendar.last)
    return (_folded(head) + zone + "".join(calendar.events) + "END:VCALENDAR\r\n").encode()


def event_text(event: Event, zone: str) -> str:
    """The lines of an event, as they stand in every calendar that holds it."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{_day(event.stamp)}T000000Z",
        *_times(event, zone),
        f"STATUS:{event.status}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_text(event.summary)}",
    ]
    if event.description:
        lines.append(f"DESCRIPTION:{_text(event.description)}")
    if event.location:
        lines.append(f"LOCATION:{_text(event.location)}")
    if event.position is not None:
        lines.append(f"GEO:{event.position.lat};{event.position.lng}")
    if event.url:
        lines.append(f"URL:{event.url}")
    lines.append("END:VEVENT")
    return _folded(lines)


def _times(event: Event, zone: str) -> Iterator[str]:
    """When it begins and ends; the end of whole days is the day after the last (RFC 5545, 3.6.1)."""
    if not event.opens:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        yield f"DTEND;VALUE=DATE:{_day(later(event.until or event.day, 1))}"
        return
    yield f"DTSTART;TZID={zone}:{_moment(event.day, event.opens)}"
    if event.closes:
        yield f"DTEND;TZID={zone}:{_moment(event.day, event.closes)}"


def _text(text: str) -> str:
    """TEXT of RFC 5545: escaped, without control characters."""
    return _UNWRITABLE.sub("", text).translate(_ESCAPED)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(day: date, time: str) -> str:
    return f"{_day(day)}T{time.replace(':', '')}00"


def _folded(lines: list[str]) -> str:
    return "".join([line + "\r\n" if len(line) * _LONGEST <= _OCTETS else _fold(line) for line in lines])


@lru_cache(1 << 10)
def _fold(line: str) -> str:
    """A line in pieces of at most 75 octets; no character is torn apart. The lines of one studio's events are alike."""
    data = line.encode()
    pieces, at, room = [], 0, _OCTETS
    while len(data) - at > room:
        end = at + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(data[at:end])
        at, room = end, _OCTETS - 1
    return b"\r\n ".join([*pieces, data[at:]]).decode() + "\r\n"


@lru_cache(64)
def _zone(name: str, first: date, last: date) -> str:
    """The zone's component: the offset that holds on the first day, and each change of it up to the last."""
    zone = ZoneInfo(name)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    before = datetime(first.year, first.month, first.day, tzinfo=zone)
    lines += _observance(before, before.replace(tzinfo=None), before)
    for moment in _changes(zone, first, last):
        onset = moment.astimezone(UTC).replace(tzinfo=None) + (before.utcoffset() or timedelta())
        lines += _observance(moment, onset, before)
        before = moment
    return _folded([*lines, "END:VTIMEZONE"])


def _observance(moment: datetime, start: datetime, before: datetime) -> list[str]:
    """What holds from a moment on; `start` is what clocks showed then, in the offset before it."""
    kind = "DAYLIGHT" if moment.dst() else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_offset(before)}",
        f"TZOFFSETTO:{_offset(moment)}",
        f"TZNAME:{moment.tzname()}",
        f"END:{kind}",
    ]


def _offset(moment: datetime) -> str:
    return f"{moment:%z}"


def _changes(zone: ZoneInfo, first: date, last: date) -> Iterator[datetime]:
    """The moments between two days at which the zone's offset changes."""
    at = datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
    end = datetime(last.year, last.month, last.day, tzinfo=zone).astimezone(UTC) + timedelta(days=1)
    while at < end:
        later = at + timedelta(days=1)
        if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            yield _change(zone, at, later)
        at = later


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """The second at which the offset of `late` begins."""
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == early.astimezone(zone).utcoffset():
            early = middle
        else:
            late = middle
    return late.astimezone(zone)

"""Whether one can go now, in one sentence, from the dates of a page and a clock. `assets/js/visit.js` says the same in the
browser, where the clock is; `tests/cases/visit_now.json` is the table of both. Pages themselves never name "today".
"""

from datetime import date
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.words import Words

Meeting = tuple[str, str, str, str, str]
"""Day, from, to, how (held, moved, cancelled, holiday), and the day that the rule gives: ISO 8601."""
Week = tuple[tuple[tuple[str, str], ...] | None, ...]
"""Opening hours from Monday; None where they are not known."""

STALE_DAYS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a page holds: `made` is the day on which it was made, `sessions` are in the order of their days.

    Of `unusual` days opening hours are not known: days off, working weekends, and years such as 2027 as a whole.
    """

    made: str
    visit: str
    sessions: tuple[Meeting, ...]
    hours: Week | None
    unusual: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`state` as in `templates/macros/tag.html`. Without state and title what the page itself says stays as it is."""

    state: str = ""
    title: str = ""
    note: str = ""


def visit_now(words: Words, page: Visit, day: str, time: str) -> Told:
    """The sentence for a day and a time such as 09:30 in the site's zone."""
    said = _Sentences(words, day)
    told = _on_duty(said, page, time) or _open_or_ahead(said, page, time)
    if told.title and page.visit == "appointment-required":
        told = Told(state="appointment", title=said("appointment"), note=said.both(told.title, told.note))
    days = (date.fromisoformat(day) - date.fromisoformat(page.made)).days
    if days >= STALE_DAYS:
        told = Told(state=told.state, title=told.title, note=said.both(told.note, said("stale", days=days)))
    return told


class _Sentences:
    """The words of `browser.yaml` that this needs, as they are said on a day."""

    def __init__(self, words: Words, today: str) -> None:
        self._words = words
        self.today = today

    def __call__(self, key: str, **values: object) -> str:
        return self._words(f"browser.now_{key}", **values)

    def both(self, first: str, second: str) -> str:
        return self("sentences", first=first, second=second) if first and second else first or second

    def times(self, opens: str, closes: str) -> str:
        return self("times", opens=clock(opens), closes=clock(closes)).replace(" ", "\N{NO-BREAK SPACE}")

    def when(self, meeting: Meeting) -> str:
        day, opens, closes, *_ = meeting
        return self("when", day=self.day("day", day), times=self.times(opens, closes))

    def day(self, key: str, day: str, beside: str = "") -> str:
        """A day in words; the year only where it is another one than that of `beside`, or of today."""
        on = date.fromisoformat(day)
        month, weekday = self("months").split(" ")[on.month - 1], self("weekdays").split(" ")[on.weekday()]
        text = self(key, month=month, day=str(on.day), weekday=weekday)
        return text if day[:4] == (beside or self.today)[:4] else self("of_year", year=str(on.year), text=text)


def clock(time: str) -> str:
    """9:00 of 09:00."""
    return time.removeprefix("0")


def _on_duty(said: _Sentences, page: Visit, time: str) -> Told | None:
    """Somebody receives people now, or later today."""
    today = [one for one in page.sessions if _is_held(one) and one[0] == said.today]
    current = next((one for one in today if one[1] <= time < one[2]), None)
    if current is not None:
        return Told(state="duty", title=said("on_duty", closes=clock(current[2])))
    later = next((one for one in today if time < one[1]), None)
    return None if later is None else Told(state="later", title=said("today", opens=clock(later[1])))


def _open_or_ahead(said: _Sentences, page: Visit, time: str) -> Told:
    coming = _ahead(said, page.sessions)
    if _is_open(page, said.today, time):
        return Told(state="open", title=said("open"), note=coming.title if coming else "")
    if coming is not None:
        return coming
    return Told(state="appointment", title=said("no_fixed_time")) if page.visit == "no-fixed-time" else Told()


def _ahead(said: _Sentences, sessions: tuple[Meeting, ...]) -> Told | None:
    """What comes after today, and what was changed about it."""
    today = said.today
    coming = next((one for one in sessions if _is_held(one) and one[0] > today), None)
    text = "" if coming is None else said("next", when=said.when(coming))
    changes = [
        one for one in sessions if one[3] != "held" and one[4] >= today and (one[3] != "moved" or one[0] > today)
    ]
    changed = min(changes, key=lambda one: one[4], default=None)
    if changed is None or (coming is not None and coming != changed and coming[4] <= changed[4]):
        return None if coming is None else Told(state="later", title=text)
    day, opens, closes, how, nominal = changed
    from_ = said("this_day") if nominal == today else said.day("date", nominal)
    if how == "moved":
        to = said.day("day_of_month", day, day) if day[:7] == nominal[:7] else said.day("day", day)
        key = "retimed" if day == nominal else "moved"
        title = said(key, day=from_, to=to, times=said.times(opens, closes))
        return Told(state="changed", title=title, note=text if coming is not None and coming != changed else "")
    title = said(how, day=from_)
    return Told(state="cancelled", title=title if coming is None else said("then", first=title, when=said.when(coming)))


def _is_open(page: Visit, today: str, time: str) -> bool:
    """Whether the door is open now. Of days off and working weekends nobody knows."""
    if page.hours is None or today.startswith(page.unusual):
        return False
    spans = page.hours[date.fromisoformat(today).weekday()] or ()
    return any(opens <= time < closes for opens, closes in spans)


def _is_held(meeting: Meeting) -> bool:
    return meeting[3] in ("held", "moved")

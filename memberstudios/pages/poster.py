"""A poster for a studio's door: this month's and next month's duty, what one can come for, whom to call."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import later
from memberstudios.directory.directory import Directory
from memberstudios.directory.sessions import Session
from memberstudios.pages import addresses
from memberstudios.pages.cards import place_text
from memberstudios.pages.duty_lines import SessionLine, awaited, month_lines, studio_duty, visit_text
from memberstudios.pages.duty_text import duty_sentence
from memberstudios.pages.hours_text import hours_told
from memberstudios.pages.site_shell import base_url
from memberstudios.pages.studio_changes import ChangeView, upcoming
from memberstudios.pages.studio_contact import phones
from memberstudios.records.studio import Studio
from memberstudios.render.code import Code, make_code
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

CODE: Final = "poster_code"
"""The name of codes among what is derived from studios: each is made once, whatever the day."""

_FULL, _CROWDED = 10, 19
"""From so many lines in a month on, they are set smaller, to stay on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioCode:
    """The code that leads to a studio's page; None on a site that does not know its own address."""

    code: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterMonth:
    """The sessions of a month: 2026年12月; `note` says what is not sure of it."""

    title: str
    note: str
    lines: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterView:
    """What hangs on the door. Everything but name and months may be empty."""

    name: str
    path: str
    place: str
    duty: str
    hours: str
    phones: tuple[str, ...]
    whose_phone: str
    services: tuple[str, ...]
    months: tuple[PosterMonth, ...]
    visit: str
    """What one must do before coming, empty where one may simply come."""
    changes: tuple[ChangeView, ...]
    """What changes within the two months."""
    code: Code | None

    @property
    def density(self) -> str:
        """How small it must be set: `full` and `crowded`, or empty where there is room."""
        lines = max((sum(2 if line.note else 1 for line in month.lines) for month in self.months), default=0)
        return "crowded" if lines >= _CROWDED else "full" if lines >= _FULL else ""


def keys(directory: Directory) -> Iterator[str]:
    """Every listed studio that gives a time of any kind, and so has something to hang up."""
    yield from directory.links.studios_with_times


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`print/<studio>.html` of a studio that is listed and receives people."""
    studio = directory.studios[key]
    path = addresses.poster_of(directory, key)
    if path is None:
        return
    found = phones(directory, words, studio)
    view = PosterView(
        name=studio.name,
        path=addresses.studio(key),
        place=place_text(directory, studio),
        duty=duty_sentence(directory, words, studio),
        hours=hours_told(words, studio),
        phones=tuple(number for number, _ in found.numbers),
        whose_phone="" if found.whose is None else found.whose[0],
        services=tuple(service.name for service in studio.services),
        months=_months(directory, words, studio),
        visit=visit_text(words, studio),
        changes=_changes(directory, words, studio),
        code=_code(directory, key),
    )
    page = Page(
        path=path,
        title=words("poster.title", name=studio.name),
        section="studios",
        crumbs=((studio.name, addresses.studio(key)),),
        styles=("css/poster.css",),
        index=False,
    )
    yield html(page, "poster.html", view)


def make_studio_code(directory: Directory, _words: Words | None, id_: str) -> StudioCode:
    """The code of a studio that has a poster."""
    base = base_url(directory.site.base_url)
    if base is None or id_ not in directory.links.studios_with_times:
        return StudioCode(code=None)
    return StudioCode(code=make_code(base + addresses.studio(id_)))


def _code(directory: Directory, id_: str) -> Code | None:
    found: StudioCode = directory.made(CODE, "studio", partial(make_studio_code, directory, None))[id_]
    return found.code


def _months(directory: Directory, words: Words, studio: Studio) -> tuple[PosterMonth, ...]:
    """The month of the day and the next one, if the studio has any session."""
    sessions = studio_duty(directory, studio.id).sessions
    if not sessions:
        return ()
    months = (directory.day.replace(day=1), _following(directory.day))
    return tuple(_month(directory, words, sessions, month) for month in months)


def _month(directory: Directory, words: Words, sessions: tuple[Session, ...], first: date) -> PosterMonth:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    shown = [one for one in sessions if first <= one.day <= last]
    return PosterMonth(
        title=words("format.date_month", year=first.year, month=first.month, day=None),
        note=awaited(words, shown),
        lines=month_lines(directory, words, shown, first),
    )


def _changes(directory: Directory, words: Words, studio: Studio) -> tuple[ChangeView, ...]:
    """What changes within the two months."""
    last = later(_following(_following(directory.day)), -1)
    return tuple(change for change in upcoming(directory, words, studio) if change.date.first <= last)


def _following(day: date) -> date:
    """The first day of the next month."""
    return later(day.replace(day=1), 31).replace(day=1)

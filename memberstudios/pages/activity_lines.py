"""Activities as entries of a list: those to come first, then the newest, those without a date last."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses, named
from memberstudios.pages.named import Named
from memberstudios.records.work import Activity
from memberstudios.words import Words

LINE: Final = "activity_line"
"""The name of these among what is derived from activities."""
SHOWN: Final = 10
"""Activities on the page of a studio; one with more has a list of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """An activity. `kind` and `state` are the record's words, `kind_name` and `tag` what people read, empty for what says nothing.

    `opens` and `closes` are empty where no time is known; `series` is the key of its series, as ties have it.
    """

    id: str
    title: str
    path: str
    kind: str
    kind_name: str
    state: str
    tag: str
    date: PartialDate | None
    end_date: PartialDate | None
    opens: str
    closes: str
    place: str
    studios: tuple[Named, ...]
    summary: str
    outcome: str
    series: str
    told: PartialDate | None
    """The day on which it became known, as far as the record says."""

    @property
    def last(self) -> PartialDate | None:
        """The day or period in which it ends."""
        return self.end_date or self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Activities:
    """Activities of somebody or something: those to come, the next one first; and all others, newest first."""

    coming: tuple[ActivityLine, ...]
    past: tuple[ActivityLine, ...]

    def __len__(self) -> int:
        return len(self.coming) + len(self.past)


def line_shelf(directory: Directory, words: Words) -> Shelf[ActivityLine]:
    """Of every activity; made when asked for, where they are not kept from an earlier build."""
    return directory.made(LINE, "activity", partial(make_line, directory, words))


def make_line(directory: Directory, words: Words, id_: str) -> ActivityLine:
    """The line of an activity, from its record."""
    activity = directory.activities[id_]
    studios = (named.studio(directory, words, one) for one in activity.studios)
    return ActivityLine(
        id=id_,
        title=activity.title,
        path=addresses.activity(id_),
        kind=activity.kind or "",
        kind_name=words(f"work.kind.{activity.kind}") if activity.kind and activity.kind != "other" else "",
        state=activity.state,
        tag="" if activity.state == "done" else words(f"work.state.{activity.state}"),
        date=activity.date,
        end_date=activity.end_date,
        opens=activity.opens_at or "",
        closes=activity.closes_at or "",
        place=activity.place or "",
        studios=tuple(name for name in studios if name is not None),
        summary=activity.summary or "",
        outcome=activity.outcome or "",
        series=activity.series or "",
        told=_told(directory, activity),
    )


def _told(directory: Directory, activity: Activity) -> PartialDate | None:
    held = (activity.end_date or activity.date) if activity.state == "done" else None
    sources = (directory.sources[id_].date for id_ in activity.sources if id_ in directory.sources)
    return held or activity.announced or activity.assured_date or next(filter(None, sources), activity.date)


def activities(directory: Directory, words: Words, ids: Iterable[str], beside: str = "") -> Activities:
    """The activities of `ids`; `beside` is the path of the page they stand on, which need not be named there."""
    shelf = line_shelf(directory, words)
    found = [shelf[id_] for id_ in ids if id_ in directory.activities]
    return in_order(directory, words, (_without(line, beside) for line in found))


def _without(line: ActivityLine, path: str) -> ActivityLine:
    if not path or all(own != path for _, own in line.studios):
        return line
    return replace(line, studios=tuple(studio for studio in line.studios if studio[1] != path))


def in_order(directory: Directory, words: Words, lines: Iterable[ActivityLine]) -> Activities:
    """Lines parted into those to come and all others. What was planned for a day that has passed says so."""
    coming: list[ActivityLine] = []
    past: list[ActivityLine] = []
    for line in lines:
        if line.state != "planned":
            past.append(line)
        elif line.last is None or line.last.last >= directory.day:
            coming.append(line)
        else:
            past.append(replace(line, state="passed", tag=words("work.state.passed")))
    coming.sort(key=lambda line: (line.date is None, line.date.first.toordinal() if line.date else 0, line.opens))
    past.sort(key=lambda line: 0 if line.date is None else -line.date.first.toordinal())
    return Activities(coming=tuple(coming), past=tuple(past))


def by_year(lines: Sequence[ActivityLine]) -> tuple[tuple[int, tuple[ActivityLine, ...]], ...]:
    """Lines under their years, in the order in which they come; 0 for those without a date."""
    years: dict[int, list[ActivityLine]] = {}
    for line in lines:
        years.setdefault(line.date.year if line.date else 0, []).append(line)
    return tuple((year, tuple(found)) for year, found in years.items())


def list_of_studio(directory: Directory, id_: str) -> str:
    """The path of a studio's own list; empty where its page shows them all."""
    has_more = len(directory.links.activities_of_studio.get(id_, ())) > SHOWN and id_ in directory.studios
    return addresses.activities_of_studio(id_) if has_more else ""

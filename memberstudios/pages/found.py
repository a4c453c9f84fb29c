"""What finds a studio, a topic or a news item, and what the finder shows of it: made of each record alone."""

from collections.abc import Iterator
from functools import partial

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.day import periods
from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import RECEIVES
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses
from memberstudios.pages.duty_lines import coming
from memberstudios.pages.duty_text import duty_sentence
from memberstudios.pages.hours_text import hours_told
from memberstudios.pages.topic_lines import SOLVED
from memberstudios.pages.visit_times import visit_times
from memberstudios.records.studio import Studio
from memberstudios.render.points import ONLINE, PHONE, PointRow
from memberstudios.render.search import FoundPage, StudioWords
from memberstudios.words import Words

STUDIO, TOPIC, NEWS = "found_studio", "found_topic", "found_news"
"""The names of these among what is derived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStudio:
    """`row` without its area's place, `area` is the area's id; `words` is what else finds it."""

    area: str
    row: PointRow
    words: StudioWords


def found_studio(directory: Directory, words: Words, id_: str) -> FoundStudio:
    """What the finder knows of a studio that holds."""
    studio = directory.studios[id_]
    placed = directory.place_of(studio)
    access = studio.access
    row = PointRow(
        id=id_,
        name=studio.name,
        place=None,
        address=studio.address or "" if studio.address_public else "",
        position=None if placed is None else placed.position,
        precision="" if placed is None else placed.precision,
        status=studio.status,
        form=studio.form,
        base=studio.base or "",
        step_free=(access.step_free if access is not None else None) or "",
        matters=tuple(dict.fromkeys(service.matter for service in studio.services if service.matter)),
        sectors=tuple(dict.fromkeys(_sectors(directory, studio))),
        times=_times(directory, studio),
        when=_when(directory, words, studio),
        reach=_reach(studio),
    )
    return FoundStudio(area=studio.division or "", row=row, words=_words(directory, studio))


def _sectors(directory: Directory, studio: Studio) -> Iterator[str]:
    """The national names of its sectors, by which those of different committees are one; else their own."""
    for id_ in studio.sectors:
        if id_ in directory.sectors:
            sector = directory.sectors[id_]
            yield from sector.national or (sector.name,)


def _times(directory: Directory, studio: Studio) -> tuple[str, ...]:
    entry = directory.entry("studio", studio.id)
    if entry is None or not (studio.duty or studio.hours or studio.changes):
        return ()
    return visit_times(periods(entry), coming(directory, studio.id), directory.day)


def _when(directory: Directory, words: Words, studio: Studio) -> str:
    """When one can go, in words: duty, then opening hours. Empty where nothing is known, or nobody can go."""
    if studio.status != "open":
        return ""
    times = {"duty": duty_sentence(directory, words, studio), "open": hours_told(words, studio)}
    told = (words(f"found.{key}", when=when) for key, when in times.items() if when)
    return words("hours_text.row_separator").join(told)


def _reach(studio: Studio) -> int:
    if studio.status not in RECEIVES:
        return 0
    is_online = studio.is_online or bool(studio.channels)
    return (PHONE if studio.phone else 0) + (ONLINE if is_online else 0)


def _words(directory: Directory, studio: Studio) -> StudioWords:
    other = (studio.short_name, studio.brand, *studio.aliases)
    sectors = (directory.sectors[id_].name for id_ in studio.sectors if id_ in directory.sectors)
    seated = (directory.members.get(seat.member) for seat in studio.members if directory.sits(seat.from_, seat.to))
    public = (member for member in seated if member is not None and directory.is_public(member))
    return StudioWords(
        names=_each_once(name for name in (*other, *sectors) if name and name != studio.name),
        people=_each_once(member.name for member in public if directory.sits(member.from_, member.to)),
        services=_each_once(service.name for service in studio.services),
        phones=studio.phone,
    )


def _each_once(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def found_topic(directory: Directory, words: Words, id_: str) -> FoundPage:  # noqa: ARG001 - as all that is derived
    """A topic that led to something, at the page that tells of it; without a path where it is not to be found."""
    topic = directory.topics[id_]
    path = addresses.topic(id_) if topic.result or topic.reached in SOLVED else ""
    return FoundPage(title=topic.title, text=topic.result or "", path=path, matter=topic.matter or "")


def news_shelf(directory: Directory, words: Words) -> Shelf[FoundPage]:
    """Of every news item; made when asked for, where it is not kept from an earlier build."""
    return directory.made(NEWS, "news", partial(found_news, directory, words))


def found_news(directory: Directory, words: Words, id_: str) -> FoundPage:  # noqa: ARG001 - as all that is derived
    """A news item."""
    item = directory.news[id_]
    return FoundPage(title=item.title, text=item.summary, path=addresses.news(id_), date=str(item.date))

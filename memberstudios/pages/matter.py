"""Matters: what residents come about, and for each where to go with it and what became of such things."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import StudioCard, brief
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.topic_lines import TopicLine, topics
from memberstudios.records.bodies import Matter
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_TOPICS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterRow:
    """A matter as an entry of the index; `words` are what people call it."""

    name: str
    path: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersView:
    """The index of matters."""

    matters: tuple[MatterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A studio that deals with the matter, and what it says of it."""

    studio: StudioCard
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """One matter: `words` are what people call it, `topics` what became of such things, `topics_left` how many more."""

    name: str
    words: str
    count: int
    offers: tuple[Offer, ...]
    pager: Pager | None
    topics: tuple[TopicLine, ...]
    topics_left: int


def keys(directory: Directory) -> Iterator[str]:
    """The index (empty), and each matter; nothing where there are none."""
    if len(directory.matters):
        yield ""
        yield from directory.matters


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`matters/index.html`, or the page of a matter."""
    if key:
        yield from _matter(directory, words, directory.matters[key])
        return
    page = Page(
        path=addresses.MATTERS,
        title=words("matter.index_title"),
        description=words("matter.index_description", title=directory.site.title),
        section="studios",
        crumbs=((words("matter.index_up"), addresses.STUDIOS),),
        is_landmark=True,
    )
    yield html(
        page, "matters.html", MattersView(matters=tuple(_row(directory, words, m) for m in directory.matters.values()))
    )


def _row(directory: Directory, words: Words, matter: Matter) -> MatterRow:
    return MatterRow(
        name=matter.name,
        path=addresses.matter(matter.id),
        words=words("days.separator").join(matter.words),
        count=len(_studios(directory, matter)),
    )


def _studios(directory: Directory, matter: Matter) -> tuple[str, ...]:
    return directory.listed(directory.links.studios_of_matter.get(matter.id, ()))


def _matter(directory: Directory, words: Words, matter: Matter) -> Iterator[Output]:
    studios = _studios(directory, matter)
    raised = topics(directory, words, directory.links.topics_of_matter.get(matter.id, ()))
    for number, (path, shown, pager) in enumerate(paged(addresses.matter(matter.id), studios), 1):
        page = Page(
            path=path,
            title=words("matter.title", name=matter.name),
            description=words("matter.description", name=matter.name, count=len(studios)),
            section="studios",
            crumbs=((words("matter.index_up"), addresses.STUDIOS), (words("matter.index_crumb"), addresses.MATTERS)),
            index=number == 1,
        )
        view = MatterView(
            name=matter.name,
            words=words("days.separator").join(matter.words),
            count=len(studios),
            offers=tuple(_offer(directory, words, matter, id_) for id_ in shown),
            pager=pager,
            topics=raised[:_TOPICS_SHOWN] if number == 1 else (),
            topics_left=max(0, len(raised) - _TOPICS_SHOWN),
        )
        yield html(page, "matter.html", view)


def _offer(directory: Directory, words: Words, matter: Matter, id_: str) -> Offer:
    studio = brief(directory, words, id_)
    services = ((name, summary) for of, name, summary in studio.services if of == matter.id)
    said = (words("matter.service", name=name, summary=summary) if summary else name for name, summary in services)
    return Offer(studio=studio.card, services=tuple(said))

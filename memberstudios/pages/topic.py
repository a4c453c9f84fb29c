"""The page of a topic: who raised it, each step on its way, the proposal it became, and the result. Never a resident's name."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import Activities, activities
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.named import Named
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.pages.topic_lines import TopicLine, line_shelf
from memberstudios.pages.topic_story import Moment, moments, months_taken
from memberstudios.records.work import Proposal
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """The proposal a topic became; its days stand on the time line."""

    title: str
    number: str
    submitted_to: Named | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic. `origin` and `origin_path` say who raised it; `months` how long it took, 0 where that is not known."""

    line: TopicLine
    origin: str
    origin_path: str
    months: int
    moments: tuple[Moment, ...]
    proposal: ProposalView | None
    studios: tuple[StudioCard, ...]
    activities: Activities
    news: tuple[Named, ...]
    provenance: Provenance


def keys(directory: Directory) -> Iterator[str]:
    """Each topic."""
    yield from directory.topics


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`topics/<id>.html`."""
    topic = directory.topics[key]
    line = line_shelf(directory, words)[key]
    page = Page(
        path=line.path,
        title=topic.title,
        description=topic.result or words("topic.page_description", state=line.state_name or words("topic.unknown")),
        section="topics",
        crumbs=((words("topic.index_title"), addresses.TOPICS),),
    )
    links = directory.links
    view = TopicView(
        line=line,
        origin=words(f"work.origin.{topic.origin}") if topic.origin else "",
        origin_path=addresses.topics_of_origin(topic.origin) if topic.origin else "",
        months=months_taken(topic),
        moments=moments(directory, words, topic),
        proposal=_proposal(directory, words, topic.proposal),
        studios=cards(directory, words, topic.studios),
        activities=activities(directory, words, links.activities_of_topic.get(key, ())),
        news=named.news(directory, links.news_of_topic.get(key, ())),
        provenance=provenance(directory, topic, "topic"),
    )
    yield html(page, "topic.html", view)


def _proposal(directory: Directory, words: Words, proposal: Proposal | None) -> ProposalView | None:
    if proposal is None:
        return None
    number = proposal.number or ""
    return ProposalView(
        title=proposal.title,
        number=words("work.number", number=number) if number.isdecimal() else number,
        submitted_to=named.organization_or_text(directory, proposal.submitted_to) if proposal.submitted_to else None,
    )

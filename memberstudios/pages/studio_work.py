"""What a studio does and what came of it: topics, activities, pairings, and whether it meets what is asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.named import Named
from memberstudios.records.studio import Studio
from memberstudios.records.work import Proposal, Topic
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStepView:
    """One step: the state it led to, in words, and the paper that shows it (title, site path, address elsewhere)."""

    state: str
    date: PartialDate | None
    text: str
    document: str
    path: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """The proposal a topic became; `dates` are label and day, in the order in which they come."""

    title: str
    number: str
    submitted_to: Named | None
    dates: tuple[tuple[str, PartialDate], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A matter raised. `state` and `origin` in words, empty when not known."""

    title: str
    state: str
    origin: str
    matter: Named | None
    raised_on: PartialDate | None
    steps: tuple[TopicStepView, ...]
    proposal: ProposalView | None
    result: str
    news: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingView:
    """A partner, and since when."""

    partner: Named
    kind: str
    since: PartialDate | None
    until: PartialDate | None
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetItem:
    """One item of a framework; `met` in words, `is_met` for the mark beside it."""

    name: str
    met: str
    is_met: bool
    date: PartialDate | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetFramework:
    """A framework and how far the studio meets it."""

    name: str
    items: tuple[MetItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """A news item of this directory."""

    title: str
    path: str
    date: PartialDate


def topics(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[TopicView, ...]:
    """The topics of `ids`, the one that moved last first; those without any date come last, in their order."""
    known = [directory.topics[id_] for id_ in ids if id_ in directory.topics]
    known.sort(key=lambda topic: -max((day.first.toordinal() for day in _days(topic)), default=0))
    return tuple(_topic(directory, words, topic) for topic in known)


def _days(topic: Topic) -> list[PartialDate]:
    return [day for day in (topic.raised_on, *(step.date for step in topic.steps)) if day is not None]


def _topic(directory: Directory, words: Words, topic: Topic) -> TopicView:
    return TopicView(
        title=topic.title,
        state=words(f"work.topic.{topic.state}") if topic.state else "",
        origin=words(f"work.origin.{topic.origin}") if topic.origin else "",
        matter=named.matter(directory, topic.matter),
        raised_on=topic.raised_on,
        steps=tuple(_step(directory, words, topic, at) for at in range(len(topic.steps))),
        proposal=None if topic.proposal is None else _proposal(directory, words, topic.proposal),
        result=topic.result or "",
        news=_news_names(directory, directory.links.news_of_topic.get(topic.id, ())),
    )


def _step(directory: Directory, words: Words, topic: Topic, at: int) -> TopicStepView:
    step = topic.steps[at]
    document = directory.documents.get(step.document or "")
    file = document.file if document is not None else None
    return TopicStepView(
        state=words(f"work.topic.{step.state}"),
        date=step.date,
        text=step.text or "",
        document="" if document is None else document.title,
        path=addresses.document_file(file) if file in directory.contents.files and file else "",
        url="" if document is None else document.url or "",
    )


def _proposal(directory: Directory, words: Words, proposal: Proposal) -> ProposalView:
    days = {"filed_on": proposal.filed_on, "case_opened": proposal.case_opened, "answered_on": proposal.answered_on}
    return ProposalView(
        title=proposal.title,
        number=_number(words, proposal.number or ""),
        submitted_to=named.organization_or_text(directory, proposal.submitted_to) if proposal.submitted_to else None,
        dates=tuple((words(f"work.proposal.{key}"), day) for key, day in days.items() if day is not None),
    )


def _number(words: Words, number: str) -> str:
    """第12号 of 12; as the office wrote it where it wrote more than digits."""
    return words("work.number", number=number) if number.isdecimal() else number


def pairings(directory: Directory, ids: Iterable[str]) -> tuple[PairingView, ...]:
    """The pairings of `ids`."""
    return tuple(
        PairingView(
            partner=named.organization_or_text(directory, pairing.partner),
            kind=pairing.kind or "",
            since=pairing.since,
            until=pairing.until,
            summary=pairing.summary or "",
        )
        for id_ in ids
        if (pairing := directory.pairings.get(id_)) is not None
    )


def compliance(directory: Directory, words: Words, studio: Studio) -> tuple[MetFramework, ...]:
    """What the studio meets of each framework, items in the order of the studio's record."""
    frameworks: dict[str, list[MetItem]] = {}
    for line in studio.compliance:
        framework = directory.frameworks.get(line.framework)
        name = next((item.name for item in framework.items if item.id == line.item), None) if framework else None
        item = MetItem(
            name=name or line.item,
            met=words(f"studio.met.{line.met}"),
            is_met=line.met == "yes",
            date=line.date,
            evidence=line.evidence or "",
        )
        frameworks.setdefault(framework.name if framework else line.framework, []).append(item)
    return tuple(MetFramework(name=name, items=tuple(items)) for name, items in frameworks.items())


def news_lines(directory: Directory, ids: Iterable[str]) -> tuple[NewsLine, ...]:
    """The news items of `ids`, newest first as the links hold them."""
    items = (directory.news[id_] for id_ in ids)
    return tuple(NewsLine(title=item.title, path=addresses.news(item.id), date=item.date) for item in items)


def _news_names(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    return tuple((line.title, line.path) for line in news_lines(directory, ids))

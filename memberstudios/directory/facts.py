"""What counting asks of a record: a few plain values of studios, activities and topics, made of each record alone.

They are kept between builds, so that whoever counts all records need not fetch them. Knows no day and no words.
"""

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioFacts:
    """`base` is empty where it is not known; `opened` is the day it was founded, else unveiled."""

    id: str
    name: str
    form: str
    base: str
    status: str
    opened: PartialDate | None
    closed: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFacts:
    """`kind` is empty where it is not known."""

    id: str
    title: str
    state: str
    kind: str
    date: PartialDate | None
    studios: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFacts:
    """`state` and `origin` are empty where they are not known; `result` is what came of it, empty where nothing is said.

    `filed`, `opened` and `answered` are of its proposal; one that became a proposal may have none of them on record. A topic is solved that reached `resolved`, and was not taken up
    again since; `solved` is the day of that step, if it has one.
    """

    id: str
    title: str
    state: str
    origin: str
    raised: PartialDate | None
    is_solved: bool
    solved: PartialDate | None
    result: str
    is_proposal: bool
    filed: PartialDate | None
    opened: PartialDate | None
    answered: PartialDate | None
    step_dates: tuple[PartialDate, ...]
    studios: tuple[str, ...]
    sources: tuple[str, ...]


def studio_facts(studio: Studio) -> StudioFacts:
    """The facts of a studio."""
    return StudioFacts(
        id=studio.id,
        name=studio.name,
        form=studio.form,
        base=studio.base or "",
        status=studio.status,
        opened=studio.established or studio.unveiled,
        closed=studio.closed_on,
    )


def activity_facts(activity: Activity) -> ActivityFacts:
    """The facts of an activity."""
    return ActivityFacts(
        id=activity.id,
        title=activity.title,
        state=activity.state,
        kind=activity.kind or "",
        date=activity.date,
        studios=activity.studios,
        sources=activity.sources,
    )


def topic_facts(topic: Topic) -> TopicFacts:
    """The facts of a topic."""
    state = topic.reached or ""
    was_resolved = any(step.state == "resolved" for step in topic.steps)
    proposal = topic.proposal
    return TopicFacts(
        id=topic.id,
        title=topic.title,
        state=state,
        origin=topic.origin or "",
        raised=topic.raised_on,
        is_solved=state == "resolved" or (state == "closed" and was_resolved),
        solved=topic.solved,
        result=topic.result or "",
        is_proposal=proposal is not None or "proposed" in (state, *(step.state for step in topic.steps)),
        filed=proposal.filed_on if proposal else None,
        opened=proposal.case_opened if proposal else None,
        answered=proposal.answered_on if proposal else None,
        step_dates=tuple(step.date for step in topic.steps if step.date is not None),
        studios=topic.studios,
        sources=topic.sources,
    )

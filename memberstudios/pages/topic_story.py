"""A topic as a story: every step and every day of its proposal, in the order of their days."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import named
from memberstudios.pages.named import Named
from memberstudios.records.work import Proposal, Topic
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One point of the time line: what happened, when, in which words, and the paper that shows it."""

    name: str
    date: PartialDate | None
    text: str
    document: Named | None


def months_taken(topic: Topic) -> int:
    """Whole months, at least one, from the day on which it was raised to the one on which it was resolved; 0 where one of
    the two is not known to the month. That it was closed does not say that anything came of it.
    """
    raised, solved = topic.raised, topic.solved
    if raised is None or solved is None or raised.month is None or solved.month is None:
        return 0
    return max(1, (solved.year - raised.year) * 12 + solved.month - raised.month)


def moments(directory: Directory, words: Words, topic: Topic) -> tuple[Moment, ...]:
    """Every step, and every day of the proposal, in the order of their days; what has no day stays beside its neighbour."""
    found: list[Moment] = []
    if topic.raised_on is not None and all(step.state != "raised" for step in topic.steps):
        found.append(Moment(name=words("work.topic.raised"), date=topic.raised_on, text="", document=None))
    for step in topic.steps:
        date = step.date or (topic.raised_on if step is topic.steps[0] and step.state == "raised" else None)
        document = next(iter(named.documents(directory, (step.document or "",))), None)
        found.append(Moment(name=words(f"work.topic.{step.state}"), date=date, text=step.text or "", document=document))
    for key, day in _days(topic.proposal):
        moment = Moment(name=words(f"work.proposal.{key}"), date=day, text="", document=None)
        later = (at for at, one in enumerate(found) if one.date is not None and one.date.first > day.first)
        found.insert(next(later, len(found)), moment)
    return tuple(found)


def _days(proposal: Proposal | None) -> Iterator[tuple[str, PartialDate]]:
    if proposal is not None:
        days = {"filed_on": proposal.filed_on, "case_opened": proposal.case_opened, "answered_on": proposal.answered_on}
        yield from ((key, day) for key, day in days.items() if day is not None)

"""What studios do, in its order in time: the steps of a topic, the hours of an activity; and series that are told."""

from collections.abc import Iterator
from typing import Final

from memberstudios.base.diagnostic import Diagnostic, Related
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.directory.ties import NUMBER
from memberstudios.records.work import TOPIC_STATES, Activity, Topic, TopicStep

_RANK: Final = {state: rank for rank, state in enumerate(TOPIC_STATES)}
_ENDED: Final = ("resolved", "closed")
_ANEW: Final = ("raised", "accepted")
"""After an end, a topic may begin anew with these."""


def topic_steps(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """Steps stand in the order of time, none before the topic was raised, and none is still to come."""
    topic: Topic = entry.record
    latest: tuple[int, TopicStep] | None = None
    day = directory.day if topic.steps else directory.today  # noted only where it matters
    for index, step in enumerate(topic.steps):
        if step.date is None:
            continue
        spot = entry.spot("steps", index, "date")
        if latest is not None and latest[1].date is not None and step.date.last < latest[1].date.first:
            related = Related(label="report.earlier_step", spot=entry.spot("steps", latest[0], "date"))
            values = {"value": str(step.date), "before": str(latest[1].date)}
            yield Diagnostic(code="topic-steps-disordered", spot=spot, values=values, related=(related,))
        elif topic.raised_on is not None and step.date.last < topic.raised_on.first:
            related = Related(label="report.raised_here", spot=entry.spot("raised_on"))
            values = {"value": str(step.date), "raised": str(topic.raised_on)}
            yield Diagnostic(code="topic-step-before-raised", spot=spot, values=values, related=(related,))
        else:
            latest = index, step
        if step.date.first > day:
            values = {"value": str(step.date), "day": str(day)}
            yield Diagnostic(code="topic-step-in-future", spot=spot, values=values)


def topic_states(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """A topic goes forward, unless it begins anew after its end; and it stands where its last step left it."""
    topic: Topic = entry.record
    for index in range(1, len(topic.steps)):
        before, state = topic.steps[index - 1].state, topic.steps[index].state
        if _RANK[state] < _RANK[before] and not (before in _ENDED and state in _ANEW):
            related = Related(label="report.earlier_step", spot=entry.spot("steps", index - 1, "state"))
            values = {"value": state, "before": before}
            spot = entry.spot("steps", index, "state")
            yield Diagnostic(code="topic-step-backwards", spot=spot, values=values, related=(related,))
    if topic.steps and topic.state is not None and topic.state != topic.steps[-1].state:
        last = len(topic.steps) - 1
        related = Related(label="report.last_step", spot=entry.spot("steps", last, "state"))
        values = {"value": topic.state, "last": topic.steps[last].state}
        yield Diagnostic(code="topic-state-differs", spot=entry.spot("state"), values=values, related=(related,))


def activity_times(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """What was done is over or going on; hours are of one day that is known, and end after they begin."""
    activity: Activity = entry.record
    begins = activity.date
    if begins is not None and activity.state == "done" and begins.first > directory.day:
        values = {"value": str(begins), "day": str(directory.day)}
        yield Diagnostic(code="activity-done-in-future", spot=entry.spot("date"), values=values)
    opens, closes = activity.opens_at, activity.closes_at
    key = "closes_at" if opens is None else "opens_at"
    if opens is None and closes is None:
        return
    if opens is None:
        yield Diagnostic(code="required-field", spot=entry.spot("closes_at"), values={"key": "opens_at"})
    elif closes is not None and closes <= opens:
        values = {"opens": opens, "closes": closes}
        yield Diagnostic(code="activity-times-reversed", spot=entry.spot("closes_at"), values=values)
    if begins is None or begins.day is None or activity.end_date not in (None, begins):
        yield Diagnostic(code="activity-times-without-day", spot=entry.spot(key), values={"key": key})


def empty_series(directory: Directory) -> Iterator[Diagnostic]:
    """A series that no activity names, whatever the day; where every activity could be read."""
    entries = directory.entries
    if "activity" in entries.obscured or entries.refused.get("activity"):
        return
    number = NUMBER["activities_of_series"]
    named = {key for slot in entries.slots("activity") for tie, key in slot.named if tie == number}
    for slot in entries.slots("series"):
        if slot.id not in named:
            yield Diagnostic(code="series-without-activities", spot=slot.spot("id"), values={"value": slot.id})

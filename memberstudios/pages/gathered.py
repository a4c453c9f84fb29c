"""The facts of what belongs to an area, an organization or a studio, so that it can be counted."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from memberstudios.directory.counted import Subject
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts, activity_facts, topic_facts
from memberstudios.directory.shelf import Shelf
from memberstudios.pages.cards import brief, briefs
from memberstudios.pages.people import in_office
from memberstudios.records.studio import RUNNING, Seat
from memberstudios.records.work import Figure
from memberstudios.words import Words

STUDIO, ACTIVITY, TOPIC = "studio_facts", "activity_facts", "topic_facts"
"""The names of facts among what is derived."""
_OWNED: Final = ("owner", "special_committee")


def make_studio(directory: Directory, words: Words, id_: str) -> StudioFacts:
    """The facts of a studio, from its brief: whoever counts is not concerned when anything else of that changes."""
    return brief(directory, words, id_).facts


def make_activity(directory: Directory, _words: Words | None, id_: str) -> ActivityFacts:
    """The facts of an activity, from its record."""
    return activity_facts(directory.activities[id_])


def make_topic(directory: Directory, _words: Words | None, id_: str) -> TopicFacts:
    """The facts of a topic, from its record."""
    return topic_facts(directory.topics[id_])


def studio_shelf(directory: Directory, words: Words) -> Shelf[StudioFacts]:
    """Of every studio; made when asked for, where they are not kept from an earlier build."""
    return directory.made(STUDIO, "studio", partial(make_studio, directory, words))


def activity_shelf(directory: Directory) -> Shelf[ActivityFacts]:
    """Of every activity; made when asked for, where they are not kept from an earlier build."""
    return directory.made(ACTIVITY, "activity", partial(make_activity, directory, None))


def topic_shelf(directory: Directory) -> Shelf[TopicFacts]:
    """Of every topic; made when asked for, where they are not kept from an earlier build."""
    return directory.made(TOPIC, "topic", partial(make_topic, directory, None))


def activities(directory: Directory, ids: Iterable[str]) -> tuple[ActivityFacts, ...]:
    """The facts of the activities of `ids`."""
    shelf = activity_shelf(directory)
    return tuple(shelf[id_] for id_ in ids)


def topics(directory: Directory, ids: Iterable[str]) -> tuple[TopicFacts, ...]:
    """The facts of the topics of `ids`."""
    shelf = topic_shelf(directory)
    return tuple(shelf[id_] for id_ in ids)


def studios(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[StudioFacts, ...]:
    """The facts of the studios of `ids`."""
    shelf = studio_shelf(directory, words)
    return tuple(shelf[id_] for id_ in ids)


def subject(directory: Directory, words: Words, figure: Figure) -> Subject:
    """What belongs to the subject of a figure; seats only where members were counted, because it takes the records."""
    links = directory.links
    if figure.division is not None:
        listed = directory.within.get(figure.division, ())
        held = directory.activities_within.get(figure.division, ())
        raised = directory.topics_within.get(figure.division, ())
    elif figure.organization is not None:
        owned = _owned(directory, words, figure.organization)
        listed = directory.listed(owned)
        own = links.activities_of_organization.get(figure.organization, ())
        held = tuple(dict.fromkeys((*own, *_of(links.activities_of_studio, owned))))
        raised = _of(links.topics_of_studio, owned)
    else:
        one = (figure.studio or "",)
        listed = directory.listed(one)
        held, raised = _of(links.activities_of_studio, one), _of(links.topics_of_studio, one)
    return Subject(
        studios=studios(directory, words, listed),
        seats=_seats(directory, listed) if figure.measure == "members" else (),
        activities=activities(directory, held),
        topics=topics(directory, raised),
    )


def _owned(directory: Directory, words: Words, organization: str) -> tuple[str, ...]:
    """The studios that are an organization's own; those that it only houses or supports are others'."""
    shelf = briefs(directory, words)
    return tuple(
        id_
        for id_ in directory.links.studios_of_organization.get(organization, ())
        if any(of == organization and role in _OWNED for of, role in shelf[id_].roles)
    )


def _of(index: Shelf[tuple[str, ...]], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for id_ in ids for found in index.get(id_, ())))


def _seats(directory: Directory, ids: Iterable[str]) -> tuple[Seat, ...]:
    """The seats in studios that exist, of members whose term is not over."""
    found = (directory.studios[id_] for id_ in ids)
    seats = (seat for studio in found if studio.status in RUNNING for seat in studio.members)
    return tuple(seat for seat in seats if in_office(directory, seat.member))

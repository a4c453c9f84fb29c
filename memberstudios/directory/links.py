"""Who belongs to whom, seen from the other end: a record names its partners, this finds who names it.

All lists hold ids in the order of the directory, each once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memberstudios.records.bodies import Member, Organization
from memberstudios.records.papers import News
from memberstudios.records.studio import Studio
from memberstudios.records.work import Activity, Figure, Pairing, Topic

Index = Mapping[str, tuple[str, ...]]
"""An id, and the ids of those that name it; an id nobody names is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Reverse references. `studios_of_organization` covers owner, host, backers and special committee."""

    studios_of_division: Index
    studios_serving: Index
    studios_of_sector: Index
    studios_of_matter: Index
    studios_of_member: Index
    studios_of_organization: Index
    studios_below: Index
    successors_of: Index
    organizations_below: Index
    members_of_organization: Index
    news_of_studio: Index
    news_of_activity: Index
    news_of_topic: Index
    activities_of_studio: Index
    activities_of_topic: Index
    activities_of_member: Index
    topics_of_studio: Index
    topics_of_matter: Index
    figures_of_studio: Index
    figures_of_organization: Index
    figures_of_division: Index
    pairings_of_studio: Index
    pairings_of_organization: Index


def tie(
    studios: Mapping[str, Studio],
    news: Mapping[str, News],
    *,
    activities: Mapping[str, Activity],
    topics: Mapping[str, Topic],
    figures: Mapping[str, Figure],
    pairings: Mapping[str, Pairing],
    organizations: Mapping[str, Organization],
    members: Mapping[str, Member],
) -> Links:
    """All reverse references among these records."""
    on, items, acts, raised = studios.values(), news.values(), activities.values(), topics.values()
    numbers, pairs = figures.values(), pairings.values()
    return Links(
        studios_of_division=_index((s.id, (s.division,)) for s in on),
        studios_serving=_index((s.id, s.serves) for s in on),
        studios_of_sector=_index((s.id, s.sectors) for s in on),
        studios_of_matter=_index((s.id, (service.matter for service in s.services)) for s in on),
        studios_of_member=_index((s.id, (seat.member for seat in s.members)) for s in on),
        studios_of_organization=_index((s.id, (s.owner, s.host, *s.backers, s.special_committee)) for s in on),
        studios_below=_index((s.id, (s.parent,)) for s in on),
        successors_of=_index((s.id, (s.replaced_by,)) for s in on),
        organizations_below=_index((o.id, (o.parent,)) for o in organizations.values()),
        members_of_organization=_index((m.id, (m.committee,)) for m in members.values()),
        news_of_studio=_index((n.id, n.studios) for n in items),
        news_of_activity=_index((n.id, n.activities) for n in items),
        news_of_topic=_index((n.id, n.topics) for n in items),
        activities_of_studio=_index((a.id, a.studios) for a in acts),
        activities_of_topic=_index((a.id, a.topics) for a in acts),
        activities_of_member=_index((a.id, a.members) for a in acts),
        topics_of_studio=_index((t.id, t.studios) for t in raised),
        topics_of_matter=_index((t.id, (t.matter,)) for t in raised),
        figures_of_studio=_index((f.id, (f.studio,)) for f in numbers),
        figures_of_organization=_index((f.id, (f.organization,)) for f in numbers),
        figures_of_division=_index((f.id, (f.division,)) for f in numbers),
        pairings_of_studio=_index((p.id, (p.studio,)) for p in pairs),
        pairings_of_organization=_index((p.id, (p.partner,)) for p in pairs),
    )


def _index(named: Iterable[tuple[str, Iterable[str | None]]]) -> Index:
    found: dict[str, dict[str, None]] = {}
    for id_, targets in named:
        for target in targets:
            if target is not None:
                found.setdefault(target, {})[id_] = None
    return {target: tuple(ids) for target, ids in found.items()}

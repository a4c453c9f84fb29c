"""Who belongs to whom, seen from the other end: a record names its partners, this finds who names it.

Each record's ties are worked out once, from the record alone. All lists hold ids in the order of the directory, each
once. Whoever adds a field that names a record adds a line here, if pages ask for it from the other end.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.entries import Entry, Slot
from memberstudios.directory.shelf import Shelf
from memberstudios.records.structure import Mark
from memberstudios.records.studio import RUNNING

Index = Shelf[tuple[str, ...]]
"""An id, and the ids of those that name it; an id nobody names is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Reverse references. `studios_of_organization` covers owner, host, backers and special committee.

    `members_named` is by a name. Of `activities_announced` each names itself. `activities_of_series` is by id, or by the
    series' name where no record stands for it.
    `centers_of_source` are divisions and `positions_of_source` studios whose position is from a source.
    Of `studios_running` (open, or at rest for a while), `studios_with_duty`, `studios_with_times` (duty or hours, in any form) and `committees_with_area` each names itself. `users_of_picture` and `users_of_file` are records of all kinds, whatever the day.
    """

    studios_of_division: Index
    studios_serving: Index
    studios_of_sector: Index
    studios_of_matter: Index
    studios_of_member: Index
    studios_of_organization: Index
    studios_with_duty: Index
    studios_with_times: Index
    studios_running: Index
    studios_below: Index
    studios_formerly: Index
    successors_of: Index
    divisions_below: Index
    organizations_below: Index
    organizations_of_division: Index
    committees_with_area: Index
    members_of_organization: Index
    members_named: Index
    sectors_of_organization: Index
    frameworks_of_organization: Index
    documents_of_organization: Index
    activities_of_organization: Index
    topics_of_organization: Index
    news_of_studio: Index
    news_of_activity: Index
    news_of_topic: Index
    activities_of_studio: Index
    activities_of_topic: Index
    activities_of_member: Index
    activities_of_series: Index
    activities_announced: Index
    activities_of_framework: Index
    series_of_organization: Index
    studios_of_framework: Index
    topics_of_studio: Index
    topics_of_matter: Index
    topics_of_document: Index
    figures_of_studio: Index
    figures_of_organization: Index
    figures_of_division: Index
    totals_of_figure: Index
    pairings_of_studio: Index
    pairings_of_organization: Index
    studio_of_source: Index
    figure_of_source: Index
    activity_of_source: Index
    series_of_source: Index
    topic_of_source: Index
    framework_of_source: Index
    pairing_of_source: Index
    document_of_source: Index
    organization_of_source: Index
    division_of_source: Index
    sector_of_source: Index
    news_of_source: Index
    centers_of_source: Index
    positions_of_source: Index
    users_of_picture: Index
    users_of_file: Index


TIES: Final = tuple(field.name for field in fields(Links))
NUMBER: Final[Mapping[str, int]] = MappingProxyType({name: number for number, name in enumerate(TIES)})
_FILES: Final = (NUMBER["users_of_picture"], NUMBER["users_of_file"])
_Getter = Callable[[Any], Iterable[str | None]]


_NAMES: Final[Mapping[str, Mapping[str, _Getter]]] = MappingProxyType(
    {
        "studio": {
            "studios_of_division": lambda s: (s.division,),
            "studios_serving": lambda s: s.serves,
            "studios_of_sector": lambda s: s.sectors,
            "studios_of_matter": lambda s: (service.matter for service in s.services),
            "studios_of_member": lambda s: (seat.member for seat in s.members),
            "studios_of_organization": lambda s: (s.owner, s.host, *s.backers, s.special_committee),
            "studios_with_duty": lambda s: (s.id,) if s.duty else (),
            "studios_with_times": lambda s: (s.id,) if s.duty or s.duty_text or s.hours or s.hours_text else (),
            "studios_running": lambda s: (s.id,) if s.status in RUNNING else (),
            "studios_below": lambda s: (s.parent,),
            "studios_formerly": lambda s: s.former_ids,
            "successors_of": lambda s: (s.replaced_by,),
            "positions_of_source": lambda s: (s.location.source,) if s.location else (),
            "studios_of_framework": lambda s: (claim.framework for claim in s.compliance),
        },
        "division": {
            "divisions_below": lambda d: (d.parent,),
            "centers_of_source": lambda d: (d.center.source,) if d.center else (),
        },
        "organization": {
            "organizations_below": lambda o: (o.parent,),
            "organizations_of_division": lambda o: (o.division,),
            "committees_with_area": lambda o: (o.id,) if o.kind == "committee" and o.division else (),
        },
        "member": {"members_of_organization": lambda m: (m.committee,), "members_named": lambda m: (m.name,)},
        "sector": {"sectors_of_organization": lambda s: (s.committee,)},
        "framework": {"frameworks_of_organization": lambda f: (f.issuer,)},
        "document": {"documents_of_organization": lambda d: (d.issuer,)},
        "news": {
            "news_of_studio": lambda n: n.studios,
            "news_of_activity": lambda n: n.activities,
            "news_of_topic": lambda n: n.topics,
        },
        "activity": {
            "activities_of_organization": lambda a: a.organizers,
            "activities_of_studio": lambda a: a.studios,
            "activities_of_topic": lambda a: a.topics,
            "activities_of_member": lambda a: a.members,
            "activities_of_series": lambda a: (a.series,),
            "activities_announced": lambda a: (a.id,) if a.is_announced else (),
            "activities_of_framework": lambda a: (a.steps.framework,) if a.steps else (),
        },
        "series": {"series_of_organization": lambda s: s.organizers},
        "topic": {
            "topics_of_organization": lambda t: (t.proposal.submitted_to,) if t.proposal else (),
            "topics_of_studio": lambda t: t.studios,
            "topics_of_matter": lambda t: (t.matter,),
            "topics_of_document": lambda t: (step.document for step in t.steps),
        },
        "figure": {
            "figures_of_studio": lambda f: (f.studio,),
            "figures_of_organization": lambda f: (f.organization,),
            "figures_of_division": lambda f: (f.division,),
            "totals_of_figure": lambda f: f.parts,
        },
        "pairing": {
            "pairings_of_studio": lambda p: (p.studio,),
            "pairings_of_organization": lambda p: (p.partner,),
        },
    }
)


def ties(entry: Entry, marks: Iterable[Mark]) -> tuple[tuple[int, str], ...]:
    """What a record names: the number of a tie in `TIES`, and the key there. `marks` are those of `marked_in_time`."""
    record, kind = entry.record, entry.kind
    found = {(NUMBER[name], key): None for name, get in _NAMES.get(kind, {}).items() for key in get(record) if key}
    if (number := NUMBER.get(f"{kind}_of_source")) is not None:
        found |= {(number, source): None for source in record.sources}
    pictures, files = _FILES
    for _, field, text in marks:
        if field.kind in ("picture", "file"):
            found[(pictures if field.kind == "picture" else files, text)] = None
    for _, prose in entry.texts:
        found |= {(pictures, used.name): None for used in prose.pictures}
        found |= {(files, used.name): None for used in prose.files}
    return tuple(found)


def tie(current: Iterable[Slot], written: Iterable[Slot]) -> dict[str, dict[str, tuple[str, ...]]]:
    """All reverse references by the name of the tie: among the records of a day, and of files among all written."""
    found: list[dict[str, dict[str, None]]] = [{} for _ in TIES]
    for slot in current:
        _add(slot, found)
    for number in _FILES:
        found[number].clear()
    for slot in written:
        if any(number in _FILES for number, _ in slot.named):
            _add(slot._replace(named=tuple(pair for pair in slot.named if pair[0] in _FILES)), found)
    return {name: {key: tuple(ids) for key, ids in found[number].items()} for number, name in enumerate(TIES)}


def _add(slot: Slot, found: list[dict[str, dict[str, None]]]) -> None:
    id_ = slot.id
    for number, key in slot.named:
        known = found[number].get(key)
        if known is None:
            found[number][key] = {id_: None}
        else:
            known[id_] = None

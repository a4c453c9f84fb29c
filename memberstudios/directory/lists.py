"""Lists of ids that many pages ask for, put together once: what lies in an area, and what stands beside what."""

from collections.abc import Iterator, Mapping

from memberstudios.directory.areas import AreaTree
from memberstudios.directory.entries import Slot
from memberstudios.directory.ties import NUMBER


def studios_within(
    own: Mapping[str, tuple[str, ...]], studios: Mapping[str, Slot], standing: Mapping[str, bool], areas: AreaTree
) -> dict[str, tuple[str, ...]]:
    """The listed studios by area: first its own (`own`), then those of each area below; those of no known area under ``."""
    found: dict[str, list[str]] = {}
    for place_ in areas.depth_first():
        listed = [id_ for id_ in own.get(place_, ()) if standing[id_]]
        for area in areas.paths[place_] if listed else ():
            found.setdefault(area, []).extend(listed)
    placed = {id_ for area in areas.divisions for id_ in own.get(area, ())}
    found[""] = [id_ for id_ in studios if id_ not in placed and standing[id_]]
    return {area: tuple(ids) for area, ids in found.items()}


def news_within(
    current: Mapping[str, Mapping[str, Slot]], areas: AreaTree, news_of_studio: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The news about studios in an area or below, newest first."""
    rank = {id_: number for number, id_ in enumerate(current["news"])}
    found: dict[str, set[str]] = {}
    division = NUMBER["studios_of_division"]
    for studio, news in news_of_studio.items():
        slot = current["studio"].get(studio)
        for number, place_ in slot.named if slot is not None else ():
            if number == division:
                for area in areas.paths.get(place_, ()):
                    found.setdefault(area, set()).update(news)
    return {area: tuple(sorted(ids, key=rank.__getitem__)) for area, ids in found.items()}


def activities_within(current: Mapping[str, Mapping[str, Slot]], areas: AreaTree) -> dict[str, tuple[str, ...]]:
    """The activities by area: those of studios in it or below; where none is named, of organizations there."""
    return _within(current, areas, "activity", ("activities_of_studio", "activities_of_organization"))


def topics_within(current: Mapping[str, Mapping[str, Slot]], areas: AreaTree) -> dict[str, tuple[str, ...]]:
    """The topics by area: those raised at studios in it or below."""
    return _within(current, areas, "topic", ("topics_of_studio",))


_PLACES = (("studio", NUMBER["studios_of_division"]), ("organization", NUMBER["organizations_of_division"]))


def _within(
    current: Mapping[str, Mapping[str, Slot]], areas: AreaTree, kind: str, by: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """The records of a kind by area, in their order; `by` are the ties to studios and organizations, the first that leads
    to an area counts.
    """
    found: dict[str, list[str]] = {}
    for slot in current[kind].values():
        for tie, (place_kind, division) in zip(by, _PLACES, strict=False):
            bodies = (current[place_kind].get(key) for number, key in slot.named if number == NUMBER[tie])
            places = [place for body in bodies if body is not None for place in _keys(body, division)]
            reached = dict.fromkeys(area for place in places for area in areas.paths.get(place, ()))
            for area in reached:
                found.setdefault(area, []).append(slot.id)
            if reached:
                break
    return {area: tuple(ids) for area, ids in found.items()}


def _keys(slot: Slot, tie: int) -> Iterator[str]:
    return (key for number, key in slot.named if number == tie)


_SUBJECTS = (
    ("division", "figures_of_division"),
    ("organization", "figures_of_organization"),
    ("studio", "figures_of_studio"),
)


def figure_ranks(current: Mapping[str, Mapping[str, Slot]], areas: AreaTree) -> dict[str, int]:
    """The place of each figure among all: by area as the tree has them, there of the area, its organizations, its studios;
    what lies in no known area comes last.
    """
    order = {area: number for number, area in enumerate(areas.depth_first())}
    division_of = dict(_PLACES)
    ranked = []
    for number, slot in enumerate(current["figure"].values()):
        rank = (len(order), len(_SUBJECTS), "")
        for at, (kind, tie) in enumerate(_SUBJECTS):
            for key in _keys(slot, NUMBER[tie]):
                body = current[kind].get(key)
                places = (key,) if kind == "division" else () if body is None else _keys(body, division_of[kind])
                rank = (min((order.get(place, len(order)) for place in places), default=len(order)), at, key)
        ranked.append((*rank, number, slot.id))
    return {id_: place for place, (*_, id_) in enumerate(sorted(ranked))}


def neighbours(ids: list[str]) -> dict[str, tuple[str, str]]:
    """Of each id the one before and the one after it."""
    return {id_: (newer, older) for newer, id_, older in zip(["", *ids], ids, [*ids[1:], ""], strict=False)}

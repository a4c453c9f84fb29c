"""Lists of ids that many pages ask for, put together once: what lies in an area, and what stands beside what."""

from collections.abc import Mapping

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


def neighbours(ids: list[str]) -> dict[str, tuple[str, str]]:
    """Of each id the one before and the one after it."""
    return {id_: (newer, older) for newer, id_, older in zip(["", *ids], ids, [*ids[1:], ""], strict=False)}

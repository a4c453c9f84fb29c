"""A studio as an entry of a list: the same on every page that lists studios."""

from collections.abc import Iterable
from dataclasses import dataclass

from memberstudios.directory.day import has_ended
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.records.studio import Studio
from memberstudios.words import Words

_QUIET_LEVELS = ("province",)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioCard:
    """`tag` and `state` are empty for a studio that simply runs; `place` is where it is, in words."""

    name: str
    path: str
    place: str
    tag: str
    state: str


def cards(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[StudioCard, ...]:
    """The listed studios of `ids` as entries, in that order."""
    return tuple(card(directory, words, studio) for studio in directory.listed(ids))


def card(directory: Directory, words: Words, studio: Studio) -> StudioCard:
    """One studio as an entry."""
    tag, state = standing(directory, words, studio)
    return StudioCard(
        name=studio.name, path=addresses.studio(studio.id), place=place_text(directory, studio), tag=tag, state=state
    )


def standing(directory: Directory, words: Words, studio: Studio) -> tuple[str, str]:
    """Whether a studio runs: its tag's text and state, both empty when it simply does."""
    if has_ended(studio, directory.day):
        return words("status.ended"), "ended"
    if studio.status in ("suspended", "closed", "unknown"):
        return words(f"status.{studio.status}"), studio.status
    if studio.status in ("preparing", "building"):
        return words(f"status.{studio.status}"), "preparing"
    if studio.form == "online-studio" or studio.venue == "online":
        return words("status.online"), "online"
    return "", ""


def place_text(directory: Directory, studio: Studio) -> str:
    """Where a studio is, below the province and each area named once: 邵阳市隆回县 before 北山镇幸福里22号.

    Only the area if the address is not public.
    """
    names = _names(directory, studio.division)
    if studio.address is None or not studio.address_public:
        return "".join(names)
    begins = next((at for at, name in enumerate(names) if studio.address.startswith(name)), len(names))
    return "".join(names[:begins]) + studio.address


def area_text(directory: Directory, area: str | None) -> str:
    """An area and those above it, below the province, run together; a province alone is itself."""
    return "".join(_names(directory, area))


def _names(directory: Directory, area: str | None) -> list[str]:
    path = [directory.areas.divisions[id_] for id_ in directory.areas.paths.get(area or "", ())]
    return [one.name for one in path if one.level not in _QUIET_LEVELS] or [one.name for one in path]

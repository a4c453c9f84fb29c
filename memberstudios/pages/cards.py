"""A studio as an entry of a list: the same on every page that lists studios, made once for all of them."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.directory.facts import StudioFacts, studio_facts
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses
from memberstudios.pages.duty_text import current_rules, when_text
from memberstudios.records.studio import Studio
from memberstudios.words import Words

BRIEF: Final = "brief"
"""The name of briefs among what is derived from studios."""
_QUIET_LEVELS = ("province",)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioCard:
    """`tag` and `state` are empty for a studio that simply runs; `place` is where it is, in words."""

    name: str
    path: str
    place: str
    tag: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioBrief:
    """All that lists and counts ask of a studio, so that they need not ask its record.

    `when` are the days of its first duty rule in words; `says` tells whether it gives times, a contact, an address and
    sources; `services` are its services' names and summaries by matter.
    """

    id: str
    card: StudioCard
    short_name: str
    division: str
    status: str
    form: str
    when: str
    says: tuple[bool, bool, bool, bool]
    services: tuple[tuple[str, str, str], ...]
    roles: tuple[tuple[str, str], ...]
    """The organizations that have a part in it, and which: owner, special_committee, host or backers."""
    facts: StudioFacts
    """What is counted of it."""


def brief(directory: Directory, words: Words, id_: str) -> StudioBrief:
    """The brief of a studio that holds."""
    return briefs(directory, words)[id_]


def briefs(directory: Directory, words: Words) -> Shelf[StudioBrief]:
    """Of every studio; made when asked for, where they are not kept from an earlier build."""
    return directory.made(BRIEF, "studio", partial(make_brief, directory, words))


def listed_briefs(directory: Directory, words: Words) -> Iterator[StudioBrief]:
    """Of every listed studio, in the order of the directory."""
    return directory.of_listed(briefs(directory, words))


def cards(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[StudioCard, ...]:
    """The listed studios of `ids` as entries, in that order."""
    shelf = briefs(directory, words)
    return tuple(shelf[id_].card for id_ in directory.listed(ids))


def card(directory: Directory, words: Words, id_: str) -> StudioCard:
    """One studio as an entry."""
    return brief(directory, words, id_).card


def make_brief(directory: Directory, words: Words, id_: str) -> StudioBrief:
    """The brief of a studio, from its record."""
    studio = directory.studios[id_]
    rules = current_rules(studio.duty, directory.day) if studio.duty else ()
    tag, state = standing(directory, words, studio)
    return StudioBrief(
        id=id_,
        card=StudioCard(
            name=studio.name, path=addresses.studio(id_), place=place_text(directory, studio), tag=tag, state=state
        ),
        short_name=studio.short_name or "",
        division=studio.division or "",
        status=studio.status,
        form=studio.form,
        when=when_text(words, rules[0]) if rules else "",
        says=(
            bool(studio.duty or studio.duty_text or studio.hours or studio.hours_text),
            bool(studio.phone or studio.email or studio.contact_text),
            bool(studio.address),
            bool(studio.sources),
        ),
        services=tuple((service.matter or "", service.name, service.summary or "") for service in studio.services),
        roles=tuple(_roles(studio)),
        facts=studio_facts(studio),
    )


def _roles(studio: Studio) -> Iterator[tuple[str, str]]:
    parts = (("owner", studio.owner), ("special_committee", studio.special_committee), ("host", studio.host))
    yield from ((id_, role) for role, id_ in parts if id_ is not None)
    yield from ((id_, "backers") for id_ in studio.backers)


def standing(directory: Directory, words: Words, studio: Studio) -> tuple[str, str]:
    """Whether a studio runs: its tag's text and state, both empty when it simply does."""
    if not directory.is_listed(studio):
        return words("status.ended"), "ended"
    if studio.status in ("suspended", "closed", "unknown"):
        return words(f"status.{studio.status}"), studio.status
    if studio.status in ("preparing", "building"):
        return words(f"status.{studio.status}"), "preparing"
    if studio.is_online:
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

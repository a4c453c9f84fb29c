"""Whether a studio meets what a framework asks of it, item by item, with the evidence that its record names."""

from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses
from memberstudios.pages.named import Named
from memberstudios.records.studio import Studio
from memberstudios.words import Words

CLAIMS: Final = "claims"
"""The name of claims among what is derived from studios."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a studio's record says of an item of a framework."""

    framework: str
    item: str
    met: str
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a studio's record says of frameworks."""

    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetItem:
    """One item of a framework; `met` in words, `is_met` for the mark beside it."""

    name: str
    met: str
    is_met: bool
    date: PartialDate | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetFramework:
    """A framework and how far the studio meets it."""

    name: str
    path: str
    items: tuple[MetItem, ...]


def compliance(directory: Directory, words: Words, studio: Studio) -> tuple[MetFramework, ...]:
    """What the studio meets of each framework, items in the order of the studio's record."""
    frameworks: dict[Named, list[MetItem]] = {}
    for line in studio.compliance:
        framework = directory.frameworks.get(line.framework)
        name = next((item.name for item in framework.items if item.id == line.item), None) if framework else None
        item = MetItem(
            name=name or line.item,
            met=words(f"studio.met.{line.met}"),
            is_met=line.met == "yes",
            date=line.date,
            evidence=line.evidence or "",
        )
        path = addresses.framework(line.framework) if framework else ""
        frameworks.setdefault((framework.name if framework else line.framework, path), []).append(item)
    return tuple(MetFramework(name=name, path=path, items=tuple(items)) for (name, path), items in frameworks.items())


def claim_shelf(directory: Directory, words: Words) -> Shelf[Claims]:
    """The claims of every studio; made when asked for, where they are not kept from an earlier build."""
    return directory.made(CLAIMS, "studio", partial(make_claims, directory, words))


def make_claims(directory: Directory, words: Words, id_: str) -> Claims:  # noqa: ARG001 - as all that is derived
    """The claims of a studio, from its record."""
    lines = directory.studios[id_].compliance
    return Claims(tuple(Claim(line.framework, line.item, line.met, line.date) for line in lines))

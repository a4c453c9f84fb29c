"""What a studio is: whose it is, and since when."""

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import named
from memberstudios.pages.named import Named
from memberstudios.records.studio import Studio
from memberstudios.words import Words

_DAYS = ("approved", "established", "unveiled", "closed_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What others are to the studio: 主办单位, and who that is."""

    label: str
    names: tuple[Named, ...]


def relations(directory: Directory, words: Words, studio: Studio) -> tuple[Relation, ...]:
    """Everyone and everything the studio belongs to, each kind that is known."""
    parent = named.studio(directory, words, studio.parent)
    known: dict[str, tuple[Named, ...]] = {
        "owner": named.organizations(directory, (studio.owner,)),
        "special_committee": named.organizations(directory, (studio.special_committee,)),
        "host": named.organizations(directory, (studio.host,)),
        "backers": named.organizations(directory, studio.backers),
        "parent": () if parent is None else (parent,),
        "sectors": named.sectors(directory, studio.sectors),
        "serves": tuple(named.area_or_text(directory, text) for text in studio.serves),
        "aliases": tuple((name, "") for name in (studio.short_name, *studio.aliases) if name and name != studio.name),
    }
    return tuple(Relation(label=words(f"studio.relation.{key}"), names=names) for key, names in known.items() if names)


def days(words: Words, studio: Studio) -> tuple[tuple[str, PartialDate], ...]:
    """Approved, established, unveiled, closed: those that are known, earliest first."""
    known = ((key, getattr(studio, key)) for key in _DAYS)
    dated = sorted(((key, day) for key, day in known if day is not None), key=lambda pair: pair[1].first)
    return tuple((words(f"studio.day.{key}"), day) for key, day in dated)

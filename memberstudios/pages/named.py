"""Names that lead to their page: organizations, areas, sectors, studios, or plain text where a record holds that."""

from collections.abc import Iterable

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import card
from memberstudios.words import Words

Named = tuple[str, str]
"""A name and the site path of its page, empty where it has none."""


def organization(directory: Directory, id_: str | None) -> Named | None:
    """The organization of an id; None where there is none."""
    found = directory.organizations.get(id_ or "")
    return None if found is None else (found.name, addresses.organization(found.id))


def organizations(directory: Directory, ids: Iterable[str | None]) -> tuple[Named, ...]:
    """The known organizations of `ids`, in that order."""
    return tuple(name for id_ in ids if (name := organization(directory, id_)) is not None)


def organization_or_text(directory: Directory, text: str) -> Named:
    """The organization that `text` names, else the text itself."""
    return organization(directory, text) or (text, "")


def area(directory: Directory, id_: str | None) -> Named | None:
    """The area of an id; None where there is none."""
    found = directory.divisions.get(id_ or "")
    return None if found is None else (found.name, addresses.area(found.id))


def area_or_text(directory: Directory, text: str) -> Named:
    """The area that `text` names, else the text itself."""
    return area(directory, text) or (text, "")


def sectors(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The known sectors of `ids`, in that order."""
    return tuple((directory.sectors[id_].name, addresses.sector(id_)) for id_ in ids if id_ in directory.sectors)


def studio(directory: Directory, words: Words, id_: str | None) -> Named | None:
    """The studio of an id; None where there is none."""
    if id_ is None or id_ not in directory.standing:
        return None
    return card(directory, words, id_).name, addresses.studio(id_)


def matter(directory: Directory, id_: str | None) -> Named | None:
    """The matter of an id; None where there is none."""
    found = directory.matters.get(id_ or "")
    return None if found is None else (found.name, addresses.matter(found.id))


def series(directory: Directory, key: str | None) -> Named | None:
    """The series of a key, which is an id or a name; None where there is none."""
    if not key:
        return None
    record = directory.series.get(key)
    if record is None and f"series/{key}" in directory.written:  # it has not begun
        return None
    return (key if record is None else record.title), addresses.series(key)


def topics(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The known topics of `ids`, in that order."""
    return tuple((directory.topics[id_].title, addresses.topic(id_)) for id_ in ids if id_ in directory.topics)


def activities(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The known activities of `ids`, in that order."""
    known = (id_ for id_ in ids if id_ in directory.activities)
    return tuple((directory.activities[id_].title, addresses.activity(id_)) for id_ in known)


def frameworks(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The known frameworks of `ids`, in that order."""
    known = (id_ for id_ in ids if id_ in directory.frameworks)
    return tuple((directory.frameworks[id_].name, addresses.framework(id_)) for id_ in known)


def documents(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The known documents of `ids`, in that order."""
    known = (id_ for id_ in ids if id_ in directory.documents)
    return tuple((directory.documents[id_].title, addresses.document(id_)) for id_ in known)


def news(directory: Directory, ids: Iterable[str]) -> tuple[Named, ...]:
    """The news items of `ids`, in that order."""
    return tuple((directory.news[id_].title, addresses.news(id_)) for id_ in ids if id_ in directory.news)

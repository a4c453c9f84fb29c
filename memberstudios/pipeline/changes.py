"""What a directory consists of, as plain values, and what of it is not as it was: all that decides what is made again."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import field
from typing import Any

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.directory.ties import TIES
from memberstudios.directory.trace import ALL, ORDER, Changed
from memberstudios.pipeline.files import FILES, PICTURES

Named = tuple[tuple[int, str], ...]
_NONE: tuple[bytes, Named] = (b"", ())


@dataclass(slots=True)
class Nodes:
    """Everything that can be looked at in a directory, by space and key: a digest, or the plain value itself.

    `current` are the records that hold, by kind and id, each with what it names: from that the ties follow.
    """

    current: dict[str, dict[str, tuple[bytes, Named]]] = field(default_factory=dict)
    spaces: dict[str, dict[str, Any]] = field(default_factory=dict)


def nodes_of(directory: Directory, versions: Mapping[str, bytes]) -> Nodes:
    """The nodes of a directory; `versions` are digests of its pictures and documents by path."""
    written: dict[str, bytes] = {}
    for slot in directory.entries:
        written.setdefault(f"{slot.kind}/{slot.id}", slot.digest)
    pictures = directory.contents.pictures.items()
    spaces: dict[str, dict[str, Any]] = {
        "written": written,
        "day": {"": directory.today.isoformat()},
        "picture": {name: (picture.sources, versions.get(PICTURES + name)) for name, picture in pictures},
        "file": {name: versions.get(FILES + name) for name in directory.contents.files},
        "standing": dict(directory.standing.items()),
        "ended": dict(directory.ended.items()),
        "turning": dict(directory.turning.items()),
        "within": dict(directory.within.items()),
        "news_within": dict(directory.news_within.items()),
        "activities_within": dict(directory.activities_within.items()),
        "topics_within": dict(directory.topics_within.items()),
        "figure_ranks": dict(directory.figure_ranks.items()),
        "neighbours": dict(directory.neighbours.items()),
        "users_of_picture": dict(directory.links.users_of_picture.items()),
        "users_of_file": dict(directory.links.users_of_file.items()),
    }
    current = {
        kind: {id_: (slot.digest, slot.named) for id_, slot in slots.items()}
        for kind, slots in directory.current.items()
    }
    directory.trace.take()
    return Nodes(current=current, spaces=spaces)


def changes(before: Nodes, after: Nodes) -> Changed:
    """The keys of all that is new, gone or different, by space."""
    found: Changed = {}
    for space in before.spaces.keys() | after.spaces.keys():
        found[space] = differing(before.spaces.get(space, {}), after.spaces.get(space, {}))
    for kind in before.current.keys() | after.current.keys():
        old, new = before.current.get(kind, {}), after.current.get(kind, {})
        found[kind] = differing(old, new)
        if ORDER in found[kind] and _order(old, new) != _order(new, old):
            moved = {pair for _, named in (*old.values(), *new.values()) for pair in named}
            _note(found, moved)
        else:
            for id_ in found[kind] - {ALL, ORDER}:
                _note(found, _named_otherwise(old.get(id_, _NONE)[1], new.get(id_, _NONE)[1]))
    return {space: keys for space, keys in found.items() if keys}


def differing(old: Mapping[str, Hashable], new: Mapping[str, Hashable]) -> set[str]:
    """The keys whose values differ, and what else is then not the same: all together, and perhaps their order."""
    keys = {key for key, value in new.items() if old.get(key) != value or key not in old}
    keys |= old.keys() - new.keys()
    is_reordered = list(old) != list(new)
    if is_reordered:
        keys.add(ORDER)
    if keys:
        keys.add(ALL)
    return keys


def _order(these: Iterable[str], others: Mapping[str, Any]) -> list[str]:
    return [id_ for id_ in these if id_ in others]


def _named_otherwise(old: Named, new: Named) -> set[tuple[int, str]]:
    """What a record names no more, or only now; and all that it names in another order."""
    common = set(old) & set(new)
    if [pair for pair in old if pair in common] != [pair for pair in new if pair in common]:
        return {*old, *new}
    return set(old) ^ set(new)


def _note(found: Changed, pairs: Iterable[tuple[int, str]]) -> None:
    """Lists of who names what that have changed."""
    for number, key in pairs:
        found.setdefault(TIES[number], set()).update((key, ALL, ORDER))

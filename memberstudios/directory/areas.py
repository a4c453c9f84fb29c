"""The tree of areas: parents, children, and the way from the top; cycles and missing parents do no harm."""

from collections.abc import Iterable, Iterator, Mapping

from memberstudios.base.dataclass import dataclass
from memberstudios.records.bodies import Division


@dataclass(frozen=True, slots=True)
class AreaTree:
    """Divisions in the order they were written; `paths` lead from the top down to the area itself."""

    divisions: Mapping[str, Division]
    children: Mapping[str | None, tuple[str, ...]]
    paths: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(cls, divisions: Iterable[Division]) -> "AreaTree":
        known = {division.id: division for division in divisions}
        children: dict[str | None, list[str]] = {}
        paths = {}
        for division in known.values():
            path = _path(division, known)
            paths[division.id] = path
            children.setdefault(path[-2] if len(path) > 1 else None, []).append(division.id)
        return cls(known, {parent: tuple(ids) for parent, ids in children.items()}, paths)

    def name(self, id_: str) -> str:
        return self.divisions[id_].name

    def depth_first(self, parent: str | None = None) -> Iterator[str]:
        """Every area below `parent`, each before what is below it."""
        waiting = list(reversed(self.children.get(parent, ())))
        while waiting:
            current = waiting.pop()
            yield current
            waiting += reversed(self.children.get(current, ()))


def _path(division: Division, known: Mapping[str, Division]) -> tuple[str, ...]:
    path = [division.id]
    parent = division.parent
    while parent is not None and parent in known:
        if parent in path:  # a cycle, which a rule reports: everything in it is at the top
            return (division.id,)
        path.append(parent)
        parent = known[parent].parent
    return tuple(reversed(path))

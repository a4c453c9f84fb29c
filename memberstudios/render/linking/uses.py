"""Which names some nodes of a template read and set. Knows nothing of what they mean."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from jinja2 import nodes

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """`read` counts every name that is read, `looped` are those read in loops; `assigned` are set other than by loops."""

    read: Counter[str] = field(default_factory=Counter)
    looped: set[str] = field(default_factory=set)
    stored: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)


def uses(tree: Iterable[nodes.Node]) -> Uses:
    """What some nodes do with names, all that is inside them included."""
    found = Uses()
    for node in tree:
        _collect(node, found, is_looped=False)
    return found


def _collect(node: nodes.Node, found: Uses, *, is_looped: bool) -> None:
    if isinstance(node, nodes.Name):
        if node.ctx == "load":
            found.read[node.name] += 1
            if is_looped:
                found.looped.add(node.name)
        elif node.ctx == "store":
            found.stored.add(node.name)
        return
    if isinstance(node, nodes.Assign | nodes.AssignBlock):
        found.assigned.update(uses([node.target]).stored)
    inside = is_looped or isinstance(node, nodes.For)
    for name in node.fields:
        value = getattr(node, name)
        if isinstance(value, list):
            for one in value:
                if isinstance(one, nodes.Node):
                    _collect(one, found, is_looped=inside)
        elif isinstance(value, nodes.Node):
            _collect(value, found, is_looped=inside)


def set_here(tree: Iterable[nodes.Node]) -> frozenset[str]:
    """The names that statements set, those inside scopes of their own left out."""
    found: set[str] = set()
    for node in tree:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            found |= uses([node.target]).stored
        elif isinstance(node, nodes.If):
            found |= set_here([*node.body, *node.else_])
    return frozenset(found)

"""Expressions of templates: what is known of them before a page is made. Knows no statements."""

from collections.abc import Callable

from jinja2 import nodes

from memberstudios.render.linking.uses import uses

Change = Callable[[nodes.Node], nodes.Node]


def rebuilt(node: nodes.Node, change: Change) -> nodes.Node:
    """The same expression, its parts changed and what is then known worked out."""
    if isinstance(node, nodes.Const | nodes.TemplateData):
        return node
    parts = [_changed(getattr(node, name), change) for name in node.fields]
    return _folded(type(node)(*parts, lineno=node.lineno, environment=node.environment))


def _changed(value: object, change: Change) -> object:
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    if isinstance(value, nodes.Expr):
        return change(value)
    if isinstance(value, nodes.Helper):
        parts = [_changed(part, change) for _, part in value.iter_fields()]
        return type(value)(*parts, lineno=value.lineno, environment=value.environment)
    return value


def truth(node: nodes.Node) -> bool | None:
    """Whether a condition holds, as far as that is known without a page."""
    match node:
        case nodes.Const():
            return bool(node.value)
        case nodes.Tuple() | nodes.List() | nodes.Dict():
            return bool(node.items)
        case nodes.Not():
            inside = truth(node.node)
            return None if inside is None else not inside
        case nodes.And() | nodes.Or():
            sides = {truth(node.left), truth(node.right)}
            decisive = isinstance(node, nodes.Or)
            if decisive in sides:
                return decisive
            return None if None in sides else not decisive
    return None


def is_cheap(node: nodes.Node) -> bool:
    """Whether an expression may as well be evaluated twice, anywhere below the place where it stands."""
    match node:
        case nodes.Name():
            return node.name != "loop"
        case nodes.Getattr():
            return is_cheap(node.node)
        case nodes.Getitem():
            return is_cheap(node.node) and is_cheap(node.arg)
        case nodes.Tuple() | nodes.List():
            return "loop" not in uses([node]).read
        case nodes.Dict():
            return not node.items
    return isinstance(node, nodes.Const)


def _folded(node: nodes.Node) -> nodes.Node:
    match node:
        case nodes.CondExpr():
            holds = truth(node.test)
            chosen = node.expr1 if holds else node.expr2
            return node if holds is None or chosen is None else chosen
        case nodes.And() | nodes.Or():
            holds = truth(node.left)
            if holds is None:
                return node
            return node.left if holds == isinstance(node, nodes.Or) else node.right
        case nodes.Getitem(node=nodes.Tuple() | nodes.List() as sequence, arg=nodes.Const(value=int() as at)):
            return sequence.items[at] if -len(sequence.items) <= at < len(sequence.items) else node
    return node

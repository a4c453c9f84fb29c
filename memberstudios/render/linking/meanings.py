"""What the names and words in an expression mean at a place of a template, and new names for values."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field

from jinja2 import nodes

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.expressions import is_cheap, rebuilt
from memberstudios.render.linking.files import Macro, Unlinkable
from memberstudios.render.linking.uses import Uses
from memberstudios.words import Words

Body = list[nodes.Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A place of a template.

    `macros` are those that can be called, `names` what stands for a name; `caller` is what `caller()` shows, None where
    the macro was called without; `inside` are the macros whose bodies are around.
    """

    macros: Mapping[str, Macro]
    names: Mapping[str, nodes.Node] = field(default_factory=dict)
    caller: Body | None = None
    inside: tuple[str, ...] = ()
    has_blocks: bool = False
    keeps_caller: bool = False
    """Whether this is a macro that stays one: Jinja gives it its caller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What stands for each name, and the values of those names that are new."""

    names: dict[str, nodes.Node] = field(default_factory=dict)
    values: dict[str, nodes.Node] = field(default_factory=dict)


class Meanings:
    """Expressions with their names replaced by what they mean, for one linked template or frame; `mark` is in new names."""

    def __init__(self, words: Words, site: Mapping[str, object], mark: str = "") -> None:
        self._words = words
        self._site = site
        self.used_words: dict[str, str] = {}
        self.used_fields: dict[str, str] = {}
        """The plain values, as Python writes them, by the path of their names, such as `shell.title`."""
        self.callers: dict[str, Body] = {}
        """What is shown for the names that stand for a caller."""
        self.new_names: set[str] = set()
        """Names that are set wherever they are read."""
        self._own_names = 0
        self._mark = mark

    def of(self, node: nodes.Node, scope: Scope) -> nodes.Node:
        """The expression as it is outside of its scope. Raises Unlinkable."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr() if (known := self._field(node, scope)) is not None:
                return known
            case nodes.Test(name="defined", node=nodes.Name(name="caller")) if not scope.keeps_caller:
                return nodes.Const(scope.caller is not None)
            case nodes.Call(node=nodes.Name(name="caller")) if not scope.keeps_caller:
                return self._caller(node, scope)
            case nodes.Call(node=nodes.Name(name="t"), args=[_], dyn_args=None, dyn_kwargs=None) if (
                "t" not in scope.names
            ):
                return self._word(node, scope)
        return rebuilt(node, lambda part: self.of(part, scope))

    def new_name(self, name: str) -> nodes.Name:
        """A name that no template has, for a value that is always set before it is read."""
        new = f"{name}__{self._mark}{len(self.new_names)}"
        self.new_names.add(new)
        return nodes.Name(new, "load")

    def own_name(self, name: str) -> nodes.Name:
        """A name that no template has, for what a macro sets itself, if it does."""
        self._own_names += 1
        return nodes.Name(f"{name}__{self._mark}own{self._own_names}", "load")

    def bound(self, pairs: Iterable[tuple[str, nodes.Node]], inside: Uses) -> Bound:
        """What stands for names where `inside` holds: the value itself where that costs nothing, else a new name."""
        bound = Bound()
        for name, value in pairs:
            if name in inside.assigned:
                raise Unlinkable("a parameter that is set")
            if is_cheap(value) or (inside.read[name] < 2 and name not in inside.looped):
                bound.names[name] = value
            else:
                new = self.new_name(name)
                bound.names[name], bound.values[new.name] = new, value
        return bound

    def _name(self, node: nodes.Name, scope: Scope) -> nodes.Node:
        if node.name in scope.names:
            return scope.names[node.name]
        macro = scope.macros.get(node.name)
        return node if macro is None else nodes.Name(macro.id, "load")

    def _field(self, node: nodes.Getattr, scope: Scope) -> nodes.Node | None:
        """A plain value of the site, which is the same on all pages; None for everything else."""
        path: list[str] = []
        inner: nodes.Node = node
        while isinstance(inner, nodes.Getattr):
            path.insert(0, inner.attr)
            inner = inner.node
        if not isinstance(inner, nodes.Name) or inner.name in scope.names or inner.name not in self._site:
            return None
        value = field_of(self._site, [inner.name, *path])
        written = _written(value)
        if written is not None:
            self.used_fields[".".join([inner.name, *path])] = repr(value)
        return written

    def _caller(self, node: nodes.Call, scope: Scope) -> nodes.Node:
        """A call of the caller, by a name that means it wherever the call is passed to."""
        if scope.caller is None or node.args or node.kwargs:
            raise Unlinkable("a caller that is not there, or takes arguments")
        name = f"caller__{self._mark}{len(self.callers)}"
        self.callers[name] = scope.caller
        return nodes.Call(nodes.Name(name, "load"), [], [], None, None)

    def _word(self, node: nodes.Call, scope: Scope) -> nodes.Node:
        """A word whose values are known is known itself; one that does not exist is left for Jinja to complain of."""
        key = self.of(node.args[0], scope)
        values = {pair.key: self.of(pair.value, scope) for pair in node.kwargs}
        known = {name: value.value for name, value in values.items() if isinstance(value, nodes.Const)}
        if isinstance(key, nodes.Const) and known.keys() == values.keys():
            with suppress(LookupError):
                text = self._words(key.value, **known)
                self.used_words[key.value] = self._words(key.value)
                return nodes.Const(text)
        keywords = [nodes.Keyword(name, value) for name, value in values.items()]
        return nodes.Call(node.node, [key], keywords, None, None, lineno=node.lineno)


def field_of(site: Mapping[str, object], path: Sequence[str]) -> object:
    """What a path of names leads to; the path itself, which is no plain value, where it leads to nothing."""
    value = site.get(path[0])
    for name in path[1:]:
        value = getattr(value, name, path)
    return value


def _written(value: object) -> nodes.Node | None:
    """A plain value as a template would write it out."""
    if value is None or type(value) in (str, bool, int, float):
        return nodes.Const(value)
    if type(value) is tuple:
        items = [_written(item) for item in value]
        return None if None in items else nodes.Tuple(items, "load")
    return None


def arguments(macro: Macro, call: nodes.Call) -> Sequence[tuple[str, nodes.Node]]:
    """The value of every parameter. Raises Unlinkable for a call that does not fit, and for what is not written out."""
    names = macro.parameters
    defaults = dict(zip(names[len(names) - len(macro.node.defaults) :], macro.node.defaults, strict=True))
    given = dict(zip(names, call.args, strict=False)) | {pair.key: pair.value for pair in call.kwargs}
    values = {**defaults, **given}
    fits = len(call.args) <= len(names) and len(given) == len(call.args) + len(call.kwargs)
    if call.dyn_args or call.dyn_kwargs or not fits or values.keys() != set(names):
        raise Unlinkable(f"a call of {macro.node.name}")
    return list(values.items())

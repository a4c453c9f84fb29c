"""Expressions of linked templates as Python writes them.

Attributes, items and calls are Python's. Where those fail, or mean something else to Jinja, `Templates` turns to Jinja
itself: a linked template is only ever right or broken, never lenient.
"""

from collections.abc import Callable, Iterable, Mapping
from keyword import iskeyword
from typing import Any, Final

import jinja2
from jinja2 import nodes

from memberstudios.render.linking.files import Unlinkable

_COMPARED: Final = {
    "eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<=", "in": "in", "notin": "not in",
}  # fmt: skip
_BINARY: Final[Mapping[type[nodes.Expr], str]] = {
    nodes.And: "and",
    nodes.Or: "or",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
}
_UNARY: Final[Mapping[type[nodes.Expr], str]] = {nodes.Not: "not ", nodes.Neg: "-", nodes.Pos: "+"}


class Spelling:
    """Writes expressions. `name` gives Python's name for one of the template."""

    def __init__(self, environment: jinja2.Environment, name: Callable[[str], str]) -> None:
        self._environment = environment
        self._name = name
        self.borrowed: dict[str, str] = {}
        """What gives Jinja's filters and tests, by the names that are written for them."""
        self._written: Mapping[type[nodes.Node], Callable[[Any], str]] = {
            nodes.Call: self.call,
            nodes.CondExpr: self._chosen,
            nodes.Compare: self._compare,
            nodes.Concat: self._concat,
            nodes.Const: self._const,
            nodes.Dict: self._dict,
            nodes.Filter: self._filter,
            nodes.Getattr: self._attribute,
            nodes.Getitem: self._item,
            nodes.List: self._list,
            nodes.Name: self._variable,
            nodes.Slice: self._slice,
            nodes.TemplateData: self._data,
            nodes.Test: self._test,
            nodes.Tuple: self._tuple,
            **dict.fromkeys(_BINARY, self._binary),
            **dict.fromkeys(_UNARY, self._unary),
        }

    def of(self, node: nodes.Node) -> str:
        """The expression, in brackets where it needs some. Raises Unlinkable."""
        write = self._written.get(type(node))
        if write is None:
            raise Unlinkable(type(node).__name__)
        return write(node)

    def call(self, node: nodes.Call, *more: str) -> str:
        """A call, with more arguments as they are written."""
        return f"{self.of(node.node)}({self._arguments(node, more)})"

    def _const(self, node: nodes.Const) -> str:
        return repr(node.value)

    def _data(self, node: nodes.TemplateData) -> str:
        return f"Markup__({node.data!r})"

    def _variable(self, node: nodes.Name) -> str:
        return self._name(node.name)

    def _tuple(self, node: nodes.Tuple) -> str:
        return f"({''.join([self.of(item) + ',' for item in node.items])})"

    def _list(self, node: nodes.List) -> str:
        return f"[{', '.join(map(self.of, node.items))}]"

    def _dict(self, node: nodes.Dict) -> str:
        return f"{{{', '.join([f'{self.of(pair.key)}: {self.of(pair.value)}' for pair in node.items])}}}"

    def _attribute(self, node: nodes.Getattr) -> str:
        if iskeyword(node.attr):
            return f"environment__.getattr({self.of(node.node)}, {node.attr!r})"
        return f"{self.of(node.node)}.{node.attr}"

    def _item(self, node: nodes.Getitem) -> str:
        return f"{self.of(node.node)}[{self.of(node.arg)}]"

    def _slice(self, node: nodes.Slice) -> str:
        return ":".join("" if part is None else self.of(part) for part in (node.start, node.stop, node.step))

    def _binary(self, node: nodes.BinExpr) -> str:
        return f"({self.of(node.left)} {_BINARY[type(node)]} {self.of(node.right)})"

    def _unary(self, node: nodes.UnaryExpr) -> str:
        return f"({_UNARY[type(node)]}{self.of(node.node)})"

    def _compare(self, node: nodes.Compare) -> str:
        others = "".join([f" {_COMPARED[other.op]} {self.of(other.expr)}" for other in node.ops])
        return f"({self.of(node.expr)}{others})"

    def _concat(self, node: nodes.Concat) -> str:
        return f"markup_join__(({''.join([self.of(part) + ', ' for part in node.nodes])}))"

    def _chosen(self, node: nodes.CondExpr) -> str:
        other = "Undefined__()" if node.expr2 is None else self.of(node.expr2)
        return f"({self.of(node.expr1)} if {self.of(node.test)} else {other})"

    def _filter(self, node: nodes.Filter) -> str:
        return self._borrowed(node, "filter", self._environment.filters)

    def _test(self, node: nodes.Test) -> str:
        return self._borrowed(node, "test", self._environment.tests)

    def _borrowed(self, node: nodes.Filter | nodes.Test, what: str, known: Mapping[str, Any]) -> str:
        if node.node is None or not node.name.isidentifier() or node.name not in known:
            raise Unlinkable(f"{what} {node.name}")
        value = self.of(node.node)
        if hasattr(known[node.name], "jinja_pass_arg"):  # it asks for what surrounds it
            if node.dyn_args or node.dyn_kwargs:
                raise Unlinkable(f"{what} {node.name}")
            places = "".join([self.of(argument) + ", " for argument in node.args])
            names = self._named(node.kwargs)
            return f"environment__.call_{what}({node.name!r}, {value}, ({places}), {{{names}}}, context__)"
        written = f"{what}__{node.name}"
        self.borrowed[written] = f"environment__.{what}s[{node.name!r}]"
        return f"{written}({value}, {self._arguments(node)})"

    def _arguments(self, node: nodes.Call | nodes.Filter | nodes.Test, more: Iterable[str] = ()) -> str:
        written = [*map(self.of, node.args)]
        if node.dyn_args is not None:
            written.append(f"*{self.of(node.dyn_args)}")
        if any(iskeyword(str(pair.key)) for pair in node.kwargs):
            written.append(f"**{{{self._named(node.kwargs)}}}")
        else:
            written += [f"{pair.key}={self.of(pair.value)}" for pair in node.kwargs]
        if node.dyn_kwargs is not None:
            written.append(f"**{self.of(node.dyn_kwargs)}")
        return ", ".join([*written, *more])

    def _named(self, pairs: Iterable[nodes.Keyword | nodes.Pair]) -> str:
        return ", ".join([f"{pair.key!r}: {self.of(pair.value)}" for pair in pairs])

"""Statements of linked templates as lines of Python.

Names of the template keep their names; those of the function end in two underscores. What a scope sets has a name of its
own, which begins with the value that the name has outside.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from keyword import iskeyword

import jinja2
from jinja2 import nodes
from markupsafe import escape

from memberstudios.render.linking.files import Unlinkable
from memberstudios.render.linking.meanings import Body
from memberstudios.render.linking.spelling import Spelling
from memberstudios.render.linking.uses import set_here, uses


class Writer:
    """Writes statements.

    `top` are the names that are set outside of all scopes, `sure` those that are one value's alone, set wherever they are
    read; `mark` tells new names from others'.
    """

    def __init__(self, environment: jinja2.Environment, top: frozenset[str], sure: frozenset[str], mark: str) -> None:
        self.spelling = Spelling(environment, self._name)
        self.lines: list[str] = []
        self.holes: dict[int, str] = {}
        self.free: set[str] = set()
        """The names that no scope has."""
        self._scopes: list[Mapping[str, str]] = [{name: safe(name) for name in top}]
        self._read: set[str] = set()
        self._sure = sure
        self._mark = mark
        self._new_names = 0
        self._indent = " "
        self._out = "out__"

    def body(self, tree: Iterable[nodes.Node]) -> None:
        """Statements, one after the other."""
        for node in tree:
            self._statement(node)

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                self._output(node)
            case nodes.If():
                self._if(node)
            case nodes.For():
                self._for(node)
            case nodes.Scope():
                with self._scope(node.body):
                    self.body(node.body)
            case nodes.Assign():
                self._line(f"{self._target(node.target)} = {self.spelling.of(node.node)}")
            case nodes.AssignBlock():
                with self._output_to(self._new("out")) as out, self._scope(node.body):
                    self.body(node.body)
                self._line(f"{self._target(node.target)} = Markup__(''.join({out}))")
            case nodes.Macro():
                self._macro(node)
            case nodes.CallBlock(call=nodes.Call() as call):
                name = self._new("caller")
                self._function(name, "", node.body)
                self._show([f"shown__({self.spelling.call(call, f'caller={name}')})"])
            case nodes.Block():
                self.holes[len(self.lines)] = node.name
                self._line("pass")
            case _:
                raise Unlinkable(type(node).__name__)

    def _output(self, node: nodes.Output) -> None:
        parts: list[str] = []
        constants: list[str] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                constants.append(child.data)
            elif isinstance(child, nodes.Const):
                constants.append(str(escape(child.value)))
            else:
                if constants:
                    parts.append(repr("".join(constants)))
                    constants = []
                parts.append(f"shown__({self.spelling.of(child)})")
        if constants:
            parts.append(repr("".join(constants)))
        self._show(parts)

    def _show(self, parts: list[str]) -> None:
        if len(parts) == 1:
            self._line(f"{self._out}.append({parts[0]})")
        elif parts:
            self._line(f"{self._out}.extend(({', '.join(parts)}))")

    def _if(self, node: nodes.If) -> None:
        self._line(f"if {self.spelling.of(node.test)}:")
        self._inside(node.body)
        if node.else_:
            self._line("else:")
            self._inside(node.else_)

    def _for(self, node: nodes.For) -> None:
        sequence = self.spelling.of(node.iter)
        loop, is_empty = self._new("loop"), self._new("is_empty")
        self._scopes.append({"loop": loop})
        target = self._target(node.target)
        if node.test is not None:
            sequence = f"({target} for {target} in {sequence} if {self.spelling.of(node.test)})"
        if node.else_:
            self._line(f"{is_empty} = True")
        head = len(self.lines)
        self._line("for")
        with self._indented():
            if node.else_:
                self._line(f"{is_empty} = False")
            with self._scope(node.body):
                self.body(node.body)
            self._line("pass")
        self._scopes.pop()
        if loop in self._read:
            target, sequence = f"{target}, {loop}", f"LoopContext__({sequence}, environment__.undefined)"
        self.lines[head] += f" {target} in {sequence}:"
        if node.else_:
            self._line(f"if {is_empty}:")
            with self._indented(), self._scope(node.else_):
                self.body(node.else_)

    def _macro(self, node: nodes.Macro) -> None:
        names = [argument.name for argument in node.args]
        if "caller" in uses(node.body).read:
            names.append("caller")
        defaults = dict(zip(names[len(node.args) - len(node.defaults) :], node.defaults, strict=False))
        own = {name: safe(name) for name in names}
        self._scopes.append(own)
        missing_ = {
            written: self.spelling.of(defaults[name]) if name in defaults else f"environment__.undefined(name={name!r})"
            for name, written in own.items()
        }
        parameters = ", ".join([f"{written}=missing__" for written in own.values()])
        given = [f"if {written} is missing__: {written} = {value}" for written, value in missing_.items()]
        self._function(safe(node.name), parameters, node.body, given)
        self._scopes.pop()

    def _function(self, name: str, parameters: str, body: Body, first: Iterable[str] = ()) -> None:
        """A function that gives what statements show."""
        self._line(f"def {name}({parameters}):")
        with self._indented():
            for line in first:
                self._line(line)
            with self._output_to(self._new("out")) as out, self._scope(body):
                self.body(body)
            self._line(f"return Markup__(''.join({out}))")

    def _inside(self, body: Body) -> None:
        with self._indented():
            self.body(body)
            self._line("pass")

    def _target(self, target: nodes.Node) -> str:
        match target:
            case nodes.Name():
                return self._name(target.name)
            case nodes.Tuple():
                return f"({''.join([self._target(part) + ', ' for part in target.items])})"
        raise Unlinkable(type(target).__name__)

    @contextmanager
    def _scope(self, body: Body) -> Iterator[None]:
        """Where what statements set is theirs alone, and undefined until they set it."""
        own: dict[str, str] = {}
        for name in sorted(set_here(body) - self._sure):
            outer = self._name(name) if self._has(name) else f"environment__.undefined(name={name!r})"
            own[name] = self._new(name)
            self._line(f"{own[name]} = {outer}")
        self._scopes.append(own)
        yield
        self._scopes.pop()

    @contextmanager
    def _indented(self) -> Iterator[None]:
        self._indent += " "
        yield
        self._indent = self._indent[1:]

    @contextmanager
    def _output_to(self, out: str) -> Iterator[str]:
        outer, self._out = self._out, out
        self._line(f"{out} = []")
        yield out
        self._out = outer

    def _line(self, text: str) -> None:
        self.lines.append(self._indent + text)

    def _new(self, name: str) -> str:
        self._new_names += 1
        return f"{name}__{self._mark}{self._new_names}"

    def _has(self, name: str) -> bool:
        return any(name in scope for scope in self._scopes)

    def _name(self, name: str) -> str:
        for scope in reversed(self._scopes):
            if name in scope:
                self._read.add(scope[name])
                return scope[name]
        self.free.add(name)
        return safe(name)


def safe(name: str) -> str:
    """Python's name for one of a template."""
    return f"{name}__" if iskeyword(name) else name

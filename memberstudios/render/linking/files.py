"""The files of templates, parsed once: their bodies, and the macros that each may call by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

import jinja2
from jinja2 import nodes

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.uses import Uses, uses


class Unlinkable(Exception):
    """A template does what only Jinja itself can; the text says what."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Macro:
    """A macro and the file that it is written in; `id` is its name in linked templates."""

    id: str
    node: nodes.Macro
    file: File

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        return tuple(argument.name for argument in self.node.args)

    @cached_property
    def uses(self) -> Uses:
        """What the body does with names."""
        return uses(self.node.body)

    @cached_property
    def outer_names(self) -> frozenset[str]:
        """The names that the macro reads from outside, its file's own left out."""
        own = {*self.parameters, *self.uses.stored, *self.file.macros, *self.file.constants, "caller", "loop"}
        return frozenset({*self.uses.read, *uses(self.node.defaults).read} - own)


@dataclass(frozen=True, kw_only=True, eq=False)
class File:
    """A parsed file; `body` is without its imports and macros, `macros` are all that it may call."""

    name: str
    body: list[nodes.Node] = field(default_factory=list)
    macros: dict[str, Macro] = field(default_factory=dict)
    imports: list[File] = field(default_factory=list)

    @cached_property
    def constants(self) -> dict[str, nodes.Node]:
        """What the file sets at its top, for its macros."""
        return {
            node.target.name: node.node
            for node in self.body
            if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name)
        }

    def with_imports(self) -> Iterator[str]:
        """The names of this file and of all that it imports, some perhaps more than once."""
        yield self.name
        for file in self.imports:
            yield from file.with_imports()


class Files:
    """The files by name, from their texts."""

    def __init__(self, environment: jinja2.Environment, sources: Mapping[str, str]) -> None:
        self._environment = environment
        self._sources = sources
        self._files: dict[str, File] = {}
        self._making: list[str] = []
        self.macros: dict[str, Macro] = {}
        """All macros by their ids."""

    def file(self, name: str) -> File:
        """Raises Unlinkable for a file that does not exist, and jinja2.TemplateSyntaxError."""
        if name not in self._files:
            if name not in self._sources or name in self._making:
                raise Unlinkable(name)
            self._making.append(name)
            try:
                self._files[name] = self._parsed(name)
            finally:
                self._making.pop()
        return self._files[name]

    def _parsed(self, name: str) -> File:
        file = File(name=name)
        body = self._environment.parse(self._sources[name], name, f"templates/{name}").body
        found = uses(body)
        if any("__" in used for used in (*found.read, *found.stored)):
            raise Unlinkable("two underscores, which mark the names that linking makes")
        for node in body:
            if isinstance(node, nodes.FromImport):
                self._import(file, node)
            elif isinstance(node, nodes.Macro):
                macro = Macro(id=f"macro__{len(self.macros)}", node=node, file=file)
                self.macros[macro.id] = file.macros[node.name] = macro
            else:
                file.body.append(node)
        return file

    def _import(self, file: File, node: nodes.FromImport) -> None:
        imported = self.file(named(node.template))
        if node.with_context:
            raise Unlinkable("an import with context")
        file.imports.append(imported)
        for entry in node.names:
            name, alias = (entry, entry) if isinstance(entry, str) else entry
            if name not in imported.macros:
                raise Unlinkable(name)
            file.macros[alias] = imported.macros[name]


def named(template: nodes.Node) -> str:
    """The name of a template that is written out. Raises Unlinkable."""
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        return template.value
    raise Unlinkable("a template whose name is not written out")

"""Python from a linked template: Jinja's own generator, without what only unlinked templates need.

Attributes, items and calls are Python's. Where those fail, or mean something else to Jinja, `Templates` turns to Jinja
itself: a linked template is only ever right or broken, never lenient.
"""

from keyword import iskeyword
from types import CodeType

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from memberstudios.render.linking.linker import Linked


def shown(value: object) -> str:
    """A value as text of a page, escaped unless it is markup: `markupsafe.escape` for what is only joined."""
    if type(value) is str:
        is_special = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return escape(value) if is_special else value
    return value if type(value) is Markup else escape(value)


def generated(environment: jinja2.Environment, name: str, linked: Linked, note: object) -> CodeType:
    """A module with a generator `root(context)`, and `note` as its `made_from`; it needs `shown` as a global."""
    generator = _Generator(environment, name, None)
    generator.sure = linked.sure_names
    generator.visit(linked.template)
    source = f"{generator.stream.getvalue()}\nmade_from = {note!r}\n"  # type: ignore[attr-defined]  # a StringIO here
    return compile(source, f"<linked {name}>", "exec", dont_inherit=True)


class _Generator(CodeGenerator):
    sure: frozenset[str] = frozenset()
    """Names that are set wherever they are read."""

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if node.ctx == "load" and node.name in self.sure:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(pair.key) for pair in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for part in (*node.args, *node.kwargs):
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, *_: object) -> None:
        self.write("shown(")

"""Python from linked templates: a function for each, which joins the texts of a page."""

from collections.abc import Iterable, Mapping
from types import CodeType

import jinja2
from jinja2 import nodes
from jinja2.runtime import LoopContext, Undefined, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.linker import Linked
from memberstudios.render.linking.statements import Writer, safe
from memberstudios.render.linking.uses import set_here


def shown(value: object) -> str:
    """A value as text of a page, escaped unless it is markup: `markupsafe.escape` for what is only joined."""
    if type(value) is str:
        is_special = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return escape(value) if is_special else value
    return value if type(value) is Markup else escape(value)


def surroundings(environment: jinja2.Environment) -> dict[str, object]:
    """What the modules of linked templates name."""
    return {
        "environment__": environment,
        "LoopContext__": LoopContext,
        "Markup__": Markup,
        "Undefined__": Undefined,
        "markup_join__": markup_join,
        "missing__": missing,
        "shown__": shown,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """Lines of Python, `holes` those that blocks take; `given` and `borrowed` are what they need to have by name."""

    lines: list[str]
    holes: Mapping[int, str]
    given: frozenset[str]
    borrowed: Mapping[str, str]


class Generator:
    """Writes linked templates, what many have in common once."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._frames: dict[tuple[int, frozenset[str]], _Text] = {}

    def code(self, name: str, linked: Linked, note: object) -> CodeType:
        """A module with a function `root(context__)` that gives a page, and `note` as its `made_from`.

        Raises Unlinkable. `surroundings` are its globals.
        """
        top, sure = set_here([*linked.before, *linked.frame.body]), linked.sure_names
        before = self._written([*linked.kept_macros, *linked.before], top, sure, "s")
        key = (id(linked.frame), top)
        if key not in self._frames:
            self._frames[key] = self._written(linked.frame.body, top, sure, "f")
        frame = self._frames[key]
        blocks = {block: self._written(body, top, sure, f"{block}_") for block, body in linked.blocks.items()}
        parts = [before, frame, *blocks.values()]
        given = sorted(frozenset().union(*(part.given for part in parts)) & linked.known_names)
        borrowed = {name: how for part in parts for name, how in part.borrowed.items()}
        lines = [
            "def root(context__):",
            " out__ = []",
            *(f" {safe(name)} = context__[{name!r}]" for name in given),
            *(f" {written} = {how}" for written, how in sorted(borrowed.items())),
            *before.lines,
        ]
        for number, line in enumerate(frame.lines):
            lines += blocks[frame.holes[number]].lines if number in frame.holes else [line]
        lines += (f" {macro.name} = None" for macro in linked.kept_macros)  # one that calls itself holds itself
        lines += [" return ''.join(out__)", f"made_from = {note!r}", ""]
        return compile("\n".join(lines), f"<linked {name}>", "exec", dont_inherit=True)

    def _written(self, body: Iterable[nodes.Node], top: frozenset[str], sure: frozenset[str], mark: str) -> _Text:
        writer = Writer(self._environment, top, sure, mark)
        writer.body(body)
        return _Text(
            lines=writer.lines, holes=writer.holes, given=frozenset(writer.free), borrowed=writer.spelling.borrowed
        )

"""A page's template with all that it draws in, as one flat template: the same output, nothing to look up.

Blocks and includes stand where they are shown. A macro's body stands where the macro is called, its parameters replaced
by what they are given there, and `caller()` by the body of the call. Words without placeholders and plain values of the
site are constants, and conditions on what is known are decided.
"""

from collections.abc import Mapping

from jinja2 import nodes

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.bodies import Bodies
from memberstudios.render.linking.files import File, Files, Unlinkable, named
from memberstudios.render.linking.meanings import Body, Meanings, Scope
from memberstudios.render.linking.uses import Uses, uses
from memberstudios.words import Words

_BESIDE_BLOCKS = (nodes.Extends, nodes.Block, nodes.Assign, nodes.Output)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A flat template, and all that it was made from; `sure_names` are set wherever they are read."""

    template: nodes.Template
    files: frozenset[str]
    words: Mapping[str, str]
    fields: Mapping[str, str]
    sure_names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What templates can name: `given` by every page, `shared` by macros too; `site` are those whose fields are fixed."""

    words: Words
    site: Mapping[str, object]
    given: frozenset[str]
    shared: frozenset[str]


def link(files: Files, world: World, name: str) -> Linked:
    """The flat template.

    Raises Unlinkable, and jinja2.TemplateSyntaxError.
    """
    chain = _chain(files, name)
    known = world.given | world.shared
    meanings = Meanings(world.words, world.site)
    bodies = Bodies(files, meanings, _blocks(chain), known, world.shared)
    for file in chain:
        bodies.opened(file)
    macros = {called: macro for file in reversed(chain) for called, macro in file.macros.items()}
    before = [node for file in chain[:-1] for node in file.body if isinstance(node, nodes.Assign)]
    body = bodies.body([*before, *chain[-1].body], Scope(macros=macros, has_blocks=True))
    kept = _kept_macros(files, bodies, body)
    sure_names = known | meanings.new_names
    found = uses([*kept, *body])
    _check_names(found, kept, sure_names)
    whole = {name: repr(value) for name, value in world.site.items() if name in found.read}
    page = meanings.new_name("page")
    parts = [nodes.AssignBlock(nodes.Name(page.name, "store"), None, [*kept, *body]), nodes.Output([page])]
    return Linked(
        template=nodes.Template([nodes.Scope(parts)], lineno=1),
        files=frozenset(bodies.used_files),
        words=meanings.used_words,
        fields={**meanings.used_fields, **whole},
        sure_names=sure_names | {page.name},
    )


def _chain(files: Files, name: str) -> list[File]:
    """The page's file and those that it extends, the base last."""
    chain: list[File] = []
    following: str | None = name
    while following is not None:
        file = files.file(following)
        extends = [node for node in file.body if isinstance(node, nodes.Extends)]
        if file in chain or (extends and not all(isinstance(node, _BESIDE_BLOCKS) for node in file.body)):
            raise Unlinkable(following)
        chain.append(file)
        following = named(extends[0].template) if extends else None
    return chain


def _blocks(chain: list[File]) -> Mapping[str, nodes.Block]:
    """The blocks by name, each as the file nearest to the page has it."""
    found: dict[str, nodes.Block] = {}
    for file in chain:
        for block in nodes.Template(file.body).find_all(nodes.Block):
            found.setdefault(block.name, block)
    return found


def _kept_macros(files: Files, bodies: Bodies, body: Body) -> list[nodes.Macro]:
    """The macros that stay macros: those that call themselves, or whose text is needed as a value."""
    kept: dict[str, nodes.Macro] = {}
    waiting = list(uses(body).read)
    while waiting:
        macro = files.macros.get(waiting.pop())
        if macro is None or macro.id in kept:
            continue
        own = {name: nodes.Name(name, "load") for name in (*macro.parameters, *macro.uses.assigned)}
        names = {**bodies.outside(macro), **own}
        scope = Scope(macros=macro.file.macros, names=names, inside=(macro.id,), keeps_caller=True)
        inside = bodies.body(macro.node.body, scope)
        kept[macro.id] = nodes.Macro(macro.id, macro.node.args, macro.node.defaults, inside, lineno=macro.node.lineno)
        waiting += uses(inside).read
    return list(kept.values())


def _check_names(found: Uses, kept: list[nodes.Macro], known: frozenset[str]) -> None:
    """Raises Unlinkable for a name that means nothing, so that Jinja complains of it."""
    own = {name for macro in kept for name in (macro.name, *(argument.name for argument in macro.args))}
    unknown = found.read.keys() - found.stored - own - known - {"caller", "loop"}
    if unknown:
        raise Unlinkable(", ".join(sorted(unknown)))

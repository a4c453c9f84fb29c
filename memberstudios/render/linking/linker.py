"""A page's template with all that it draws in, as one flat template: the same output, nothing to look up.

Blocks and includes stand where they are shown. A macro's body stands where the macro is called, its parameters replaced
by what they are given there, and `caller()` by the body of the call. Words without placeholders and plain values of the
site are constants, and conditions on what is known are decided.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain as joined

from jinja2 import nodes

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.bodies import Bodies
from memberstudios.render.linking.files import File, Files, Unlinkable, named
from memberstudios.render.linking.meanings import Body, Meanings, Scope
from memberstudios.render.linking.uses import Uses, uses
from memberstudios.words import Words

_BESIDE_BLOCKS = (nodes.Extends, nodes.Block, nodes.Assign, nodes.Output)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What templates can name: `given` by every page, `shared` by macros too; `site` are those whose fields are fixed."""

    words: Words
    site: Mapping[str, object]
    given: frozenset[str]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frame:
    """What is around the blocks, which stand in `body` by name alone; many templates have the same."""

    body: Body
    uses: Uses
    bodies: Bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A flat template, and all that it was made from: `blocks` stand in the frame, `before` is set ahead of it.

    `sure_names` are set wherever they are read.
    """

    frame: Frame
    before: Body
    blocks: Mapping[str, Body]
    kept_macros: Sequence[nodes.Macro]
    known_names: frozenset[str]
    sure_names: frozenset[str]
    files: frozenset[str]
    words: Mapping[str, str]
    fields: Mapping[str, str]


class Linker:
    """Links the templates of a world, one by one."""

    def __init__(self, files: Files, world: World) -> None:
        self._files = files
        self._world = world
        self._known = world.given | world.shared
        self._frames: dict[str, Frame] = {}

    def link(self, name: str) -> Linked:
        """The flat template.

        Raises Unlinkable, and jinja2.TemplateSyntaxError.
        """
        chain = _chain(self._files, name)
        frame = self._frame(chain[-1])
        bodies = self._bodies(chain, _blocks(chain), "")
        macros = {called: macro for file in reversed(chain) for called, macro in file.macros.items()}
        scope = Scope(macros=macros, has_blocks=True)
        before = bodies.body(
            [node for file in chain[:-1] for node in file.body if isinstance(node, nodes.Assign)], scope
        )
        shown = [node for node in frame.body if isinstance(node, nodes.Block)]
        blocks = {node.name: bodies.body([node], scope) for node in shown}
        own = uses([*before, *joined.from_iterable(blocks.values())])
        kept, inside = self._kept_macros(bodies, {*frame.uses.read, *own.read})
        read = {*frame.uses.read, *own.read, *inside.read}
        self._check_names(read, frame.uses.stored | own.stored | inside.stored, kept)
        meanings = (frame.bodies.meanings, bodies.meanings)
        return Linked(
            frame=frame,
            before=before,
            blocks=blocks,
            kept_macros=kept,
            known_names=self._known,
            sure_names=frozenset(frame.bodies.meanings.new_names | bodies.meanings.new_names),
            files=frozenset(frame.bodies.used_files | bodies.used_files),
            words={key: text for one in meanings for key, text in one.used_words.items()},
            fields={
                **{key: text for one in meanings for key, text in one.used_fields.items()},
                **{name: repr(value) for name, value in self._world.site.items() if name in read},
            },
        )

    def _frame(self, file: File) -> Frame:
        if file.name not in self._frames:
            bodies = self._bodies([file], None, "frame")
            body = bodies.body(file.body, Scope(macros=file.macros, has_blocks=True))
            self._frames[file.name] = Frame(body=body, uses=uses(body), bodies=bodies)
        return self._frames[file.name]

    def _bodies(self, chain: Sequence[File], blocks: Mapping[str, nodes.Block] | None, mark: str) -> Bodies:
        meanings = Meanings(self._world.words, self._world.site, mark)
        bodies = Bodies(self._files, meanings, blocks, self._known, self._world.shared)
        for file in chain:
            bodies.opened(file)
        return bodies

    def _kept_macros(self, bodies: Bodies, read: Iterable[str]) -> tuple[list[nodes.Macro], Uses]:
        """The macros that stay macros: those that call themselves, or whose text is needed as a value."""
        kept: dict[str, nodes.Macro] = {}
        waiting = sorted(read)
        while waiting:
            macro = self._files.macros.get(waiting.pop())
            if macro is None or macro.id in kept:
                continue
            own = {name: nodes.Name(name, "load") for name in (*macro.parameters, *macro.uses.assigned)}
            names = {**bodies.outside(macro), **own}
            scope = Scope(macros=macro.file.macros, names=names, inside=(macro.id,), keeps_caller=True)
            inside = bodies.body(macro.node.body, scope)
            kept[macro.id] = nodes.Macro(
                macro.id, macro.node.args, macro.node.defaults, inside, lineno=macro.node.lineno
            )
            waiting += sorted(uses(inside).read)
        return list(kept.values()), uses(kept.values())

    def _check_names(self, read: set[str], set_names: set[str], kept: Iterable[nodes.Macro]) -> None:
        """Raises Unlinkable for a name that means nothing, so that Jinja complains of it."""
        own = {name for macro in kept for name in (macro.name, *(argument.name for argument in macro.args))}
        unknown = read - set_names - own - self._known - {"caller", "loop"}
        if unknown:
            raise Unlinkable(", ".join(sorted(unknown)))


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

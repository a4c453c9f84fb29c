"""The statements of a template with what they draw in: blocks, includes, and the bodies of macros where they are called.

Every name that is bound on the way is new, so that none hides another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jinja2 import nodes

from memberstudios.render.linking.expressions import truth
from memberstudios.render.linking.files import File, Files, Macro, Unlinkable, named
from memberstudios.render.linking.meanings import Body, Bound, Meanings, Scope, arguments
from memberstudios.render.linking.uses import Uses, uses


class Bodies:
    """Links statements.

    `blocks` is what each block shows, None where blocks stay by name alone; `known` are the names that every page's template has, `shared` those that
    imported macros have too.
    """

    def __init__(
        self,
        files: Files,
        meanings: Meanings,
        blocks: Mapping[str, nodes.Block] | None,
        known: frozenset[str],
        shared: frozenset[str],
    ) -> None:
        self._files = files
        self.meanings = meanings
        self._blocks = blocks
        self._known = known
        self._shared = shared
        self._pages: set[str] = set()
        self.used_files: set[str] = set()

    def opened(self, file: File) -> File:
        """A file whose body is part of the page: its macros see what the page sees."""
        self._pages.add(file.name)
        self.used_files.update(file.with_imports())
        return file

    def body(self, tree: Iterable[nodes.Node], scope: Scope) -> Body:
        """Statements, linked; outputs that follow each other become one. Raises Unlinkable."""
        found: Body = []
        for node in tree:
            for part in self._statement(node, scope):
                if isinstance(part, nodes.Output) and found and isinstance(found[-1], nodes.Output):
                    found[-1] = nodes.Output([*found[-1].nodes, *part.nodes], lineno=found[-1].lineno)
                else:
                    found.append(part)
        return found

    def outside(self, macro: Macro) -> Mapping[str, nodes.Node]:
        """What a macro sees of its own file. Raises Unlinkable where it sees nothing, and Jinja has to complain."""
        self.used_files.update(macro.file.with_imports())
        if macro.file.name in self._pages:
            return {}
        if not macro.outer_names <= self._shared:
            raise Unlinkable(f"{macro.node.name}: {sorted(macro.outer_names - self._shared)}")
        return macro.file.constants

    def _statement(self, node: nodes.Node, scope: Scope) -> Body:
        inner = replace(scope, has_blocks=False) if scope.has_blocks else scope
        match node:
            case nodes.Output():
                found = [part for child in node.nodes for part in self._shown(self.meanings.of(child, scope), scope)]
            case nodes.If():
                found = self._if(node, inner)
            case nodes.For(recursive=False):
                found = self._for(node, inner)
            case nodes.CallBlock(args=[]):
                found = self._call_block(node, inner)
            case nodes.Assign():
                value = self.meanings.of(node.node, scope)
                found = [nodes.Assign(self._target(node.target, scope), value, lineno=node.lineno)]
            case nodes.AssignBlock(filter=None):
                body = self.body(node.body, inner)
                found = [nodes.AssignBlock(self._target(node.target, scope), None, body, lineno=node.lineno)]
            case nodes.Include(ignore_missing=False, with_context=True) if not scope.inside:
                found = self._include(node, inner)
            case nodes.Block(required=False) if scope.has_blocks:
                found = self._block(node, scope)
            case _:
                raise Unlinkable(type(node).__name__)
        return found

    def _block(self, node: nodes.Block, scope: Scope) -> Body:
        if self._blocks is None:
            return [nodes.Block(node.name, [], node.scoped, node.required)]
        return self._closed(self._blocks[node.name].body, scope)

    def _if(self, node: nodes.If, scope: Scope) -> Body:
        test = self.meanings.of(node.test, scope)
        holds = truth(test)
        else_ = node.else_
        if node.elif_:
            first, *others = node.elif_
            else_ = [nodes.If(first.test, first.body, others, node.else_, lineno=first.lineno)]
        if holds is not None:
            return self.body(node.body if holds else else_, scope)
        return [nodes.If(test, self.body(node.body, scope), [], self.body(else_, scope), lineno=node.lineno)]

    def _for(self, node: nodes.For, scope: Scope) -> Body:
        sequence = self.meanings.of(node.iter, scope)
        inside = uses(node.body if node.test is None else [node.test, *node.body])
        if "caller" in inside.read and scope.caller and "loop" in uses(scope.caller).read:
            raise Unlinkable("a loop around the loop of a caller")
        if isinstance(sequence, nodes.Tuple | nodes.List) and "loop" not in inside.read and not node.else_:
            return [part for item in sequence.items for part in self._turn(node, item, inside, scope)]
        names = {name: self.meanings.new_name(name) for name in uses([node.target]).stored}
        inner = replace(scope, names={**scope.names, **names})
        parts = (
            self._target(node.target, inner),
            sequence,
            self.body(node.body, inner),
            self.body(node.else_, scope),
            None if node.test is None else self.meanings.of(node.test, inner),
            node.recursive,
        )
        return [nodes.For(*parts, lineno=node.lineno)]

    def _turn(self, node: nodes.For, item: nodes.Node, inside: Uses, scope: Scope) -> Body:
        """One turn of a loop over a sequence that is written out."""
        match node.target, item:
            case nodes.Name(name=name), _:
                pairs = [(name, item)]
            case nodes.Tuple(items=targets), nodes.Tuple(items=parts):
                names = [target.name for target in targets if isinstance(target, nodes.Name)]
                if not len(names) == len(targets) == len(parts):
                    raise Unlinkable("a loop over what has other parts")
                pairs = list(zip(names, parts, strict=True))
            case _:
                raise Unlinkable("a loop over what has no parts")
        body: list[nodes.Node] = (
            node.body if node.test is None else [nodes.If(node.test, node.body, [], [], lineno=node.lineno)]
        )
        bound = self.meanings.bound(pairs, inside)
        inner = replace(scope, names={**scope.names, **bound.names})
        found = [*self._set(bound, scope), *self.body(body, inner)]
        return [nodes.Scope(found)] if inside.assigned or bound.values else found

    def _include(self, node: nodes.Include, scope: Scope) -> Body:
        file = self.opened(self._files.file(named(node.template)))
        return self._closed(file.body, replace(scope, macros={**scope.macros, **file.macros}))

    def _target(self, target: nodes.Node, scope: Scope) -> nodes.Node:
        """What is set, by its new name if it has one."""
        match target:
            case nodes.Tuple():
                return nodes.Tuple([self._target(part, scope) for part in target.items], "store")
            case nodes.Name():
                meant = scope.names.get(target.name, target)
                is_taken = target.name in {*scope.macros, *self._known} and meant is target
                if isinstance(meant, nodes.Name) and not is_taken:
                    return nodes.Name(meant.name, "store")
        raise Unlinkable("what can not be set")

    def _shown(self, node: nodes.Node, scope: Scope) -> Body:
        """What shows an expression."""
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            caller = self.meanings.callers.get(node.node.name)
            inlined = self._inlined(node, None, scope) if caller is None else caller
            if inlined is not None:
                return inlined
        if isinstance(node, nodes.CondExpr) and self._calls_macros(node):
            other = self._shown(node.expr2, scope) if node.expr2 else []
            return [nodes.If(node.test, self._shown(node.expr1, scope), [], other, lineno=node.lineno)]
        return [nodes.Output([node], lineno=node.lineno)]

    def _call_block(self, node: nodes.CallBlock, scope: Scope) -> Body:
        call = self.meanings.of(node.call, scope)
        body = self.body(node.body, replace(scope, caller=None, keeps_caller=False))  # Jinja shows it no caller either
        inlined = self._inlined(call, body, scope)
        return [nodes.CallBlock(call, [], [], body, lineno=node.lineno)] if inlined is None else inlined

    def _inlined(self, call: nodes.Node, caller: Body | None, scope: Scope) -> Body | None:
        """The body of a macro as this call of it shows it; None where it has to stay a call."""
        if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
            return None
        macro = self._files.macros.get(call.node.name)
        if macro is None or macro.id in scope.inside:
            return None
        if caller is not None and "caller" not in macro.uses.read:
            raise Unlinkable("a body for a macro that shows none")
        bound = self.meanings.bound(arguments(macro, call), macro.uses)
        own = {name: self.meanings.own_name(name) for name in sorted(macro.uses.assigned)}
        names = {**self.outside(macro), **own, **bound.names}
        inside = (*scope.inside, macro.id)
        inner = Scope(macros=macro.file.macros, names=names, caller=caller, inside=inside)
        body = [*self._set(bound, scope), *self.body(macro.node.body, inner)]
        return [nodes.Scope(body)] if own or bound.values else body

    def _closed(self, tree: list[nodes.Node], scope: Scope) -> Body:
        """Statements whose names end with them."""
        body = self.body(tree, scope)
        return [nodes.Scope(body)] if uses(tree).assigned else body

    def _set(self, bound: Bound, scope: Scope) -> Body:
        """What gives new names their values: a macro's text as it is shown."""
        found: Body = []
        for name, value in bound.values.items():
            target = nodes.Name(name, "store")
            if self._is_text(value):
                found.append(nodes.AssignBlock(target, None, self._shown(value, scope)))
            else:
                found.append(nodes.Assign(target, value))
        return found

    def _is_text(self, node: nodes.Node | None) -> bool:
        """Whether a value is text that a macro shows, the same whether shown now or later."""
        match node:
            case nodes.CondExpr():
                return self._is_text(node.expr1) and self._is_text(node.expr2)
            case nodes.Const(value=str()):
                return True
            case nodes.Call():
                return self._calls_macros(node.node)
        return False

    def _calls_macros(self, node: nodes.Node) -> bool:
        return any(name in self._files.macros or name in self.meanings.callers for name in uses([node]).read)

"""Linked templates as functions, kept from build to build for as long as all that they were made from is the same."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from types import CodeType
from typing import Any, Final

import jinja2
import jinja2.bccache
from jinja2.runtime import Context

from memberstudios.base.dataclass import dataclass
from memberstudios.render.linking.code import Generator, surroundings
from memberstudios.render.linking.files import Files, Unlinkable
from memberstudios.render.linking.linker import Linker, World
from memberstudios.render.linking.meanings import field_of

VERSION: Final = 4
"""Counts up with every change in this package that changes what the same templates give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A template's function, which gives a page; None where only Jinja itself can render it.

    `digest` changes with every text, word and field of the site that the template is made from.
    """

    page: Callable[[Context], str] | None
    digest: str


class Compiled:
    """The templates of an environment, linked one by one as they are needed."""

    def __init__(
        self,
        environment: jinja2.Environment,
        sources: Mapping[str, str],
        world: World,
        cache: jinja2.BytecodeCache | None,
    ) -> None:
        self._environment = environment
        self._sources = sources
        self._world = world
        self._cache = cache
        self._files = Files(environment, sources)
        self._linker = Linker(self._files, world)
        self._generator = Generator(environment)
        self._ready: dict[str, Ready] = {}

    def parse(self) -> None:
        """Parse all files, those left out that have a mistake."""
        for name in self._sources:
            with suppress(Unlinkable, jinja2.TemplateSyntaxError):
                self._files.file(name)

    def ready(self, name: str) -> Ready:
        """A template by name. Raises jinja2.TemplateSyntaxError."""
        if name not in self._ready:
            code = self._code(name)
            self._ready[name] = self._unlinked() if code is None else self._loaded(code)
        return self._ready[name]

    def _code(self, name: str) -> CodeType | None:
        if self._cache is None:
            return self._linked(name)
        bucket = self._cache.get_bucket(self._environment, name, None, f"linked {VERSION}")
        if bucket.code is None or not self._is_current(*self._run(bucket.code)["made_from"]):
            bucket.code = self._linked(name)
            if bucket.code is not None:
                self._cache.set_bucket(bucket)
        return bucket.code

    def _linked(self, name: str) -> CodeType | None:
        try:
            linked = self._linker.link(name)
            files = {file: _digest(self._sources[file]) for file in sorted(linked.files)}
            made_from = (files, dict(sorted(linked.words.items())), dict(sorted(linked.fields.items())))
            return self._generator.code(name, linked, made_from)
        except Unlinkable:
            return None

    def _is_current(self, files: Mapping[str, str], words: Mapping[str, str], fields: Mapping[str, str]) -> bool:
        return (
            all(_digest(self._sources.get(file, "")) == digest for file, digest in files.items())
            and all(self._world.words.texts.get(key) == text for key, text in words.items())
            and all(repr(field_of(self._world.site, path.split("."))) == text for path, text in fields.items())
        )

    def _run(self, code: CodeType) -> dict[str, Any]:
        module: dict[str, Any] = surroundings(self._environment)
        exec(code, module)  # noqa: S102 - generated here, or by an earlier build
        return module

    def _loaded(self, code: CodeType) -> Ready:
        module = self._run(code)
        return Ready(page=module["root"], digest=_digest(repr(module["made_from"])))

    def _unlinked(self) -> Ready:
        everything = (sorted(self._sources.items()), sorted(self._world.words.texts.items()), self._world.site)
        return Ready(page=None, digest=_digest(repr(everything)))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()

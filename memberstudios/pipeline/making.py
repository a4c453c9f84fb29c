"""Bytes for every output of a plan: who makes what kind, and the house's own files. Reads only through trees."""

import json
from collections.abc import Iterator, Mapping

from jinja2 import BytecodeCache

from memberstudios.content.pictures import encode
from memberstudios.directory.directory import Directory
from memberstudios.pages.site_shell import shell
from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.makers import MAKERS
from memberstudios.render.map.frame import MapFrame, frame
from memberstudios.render.map.parts import MapParts
from memberstudios.render.output import Output
from memberstudios.sources.tree import Tree
from memberstudios.words import Words

_ASSETS, _TEMPLATES = "assets/", "templates/"
_UNPUBLISHED = (".md", "lock.json")


class Workshop:
    """Everything that makers need besides the views: templates, assets, words, and the files that are passed on."""

    def __init__(
        self,
        house: Tree,
        records: Tree,
        directory: Directory,
        words: Words,
        maps: Mapping[str, MapParts],
        compiled: BytecodeCache | None = None,
    ) -> None:
        self._records = records
        frames: dict[str, MapFrame] = {}
        composed: dict[str, bytes] = {}
        for name, parts in maps.items():
            frames[name], files = frame(parts, name)
            composed.update(files)
        self.assets = Assets({**_assets(house), **composed, "js/words.js": _browser_words(words)})
        sources = {
            path.removeprefix(_TEMPLATES): house.read(path).decode()
            for path in house.paths()
            if path.startswith(_TEMPLATES)
        }
        self._templates = Templates(sources, words, self.assets, shell(directory, words), frames, compiled)

    def make(self, output: Output) -> bytes:
        """The bytes of one output."""
        if output.maker == "html":
            if output.page is None:
                raise TypeError(output.path)
            return self._templates.page(output.template, output.page, output.view)
        if output.maker == "asset":
            return self.assets.files[output.view]
        if output.maker == "bytes":
            data: bytes = output.view
            return data
        if output.maker == "copy":
            return self._records.read(output.view)
        if output.maker == "picture":
            name, rendition = output.view
            return encode(name, self._records.read(f"content/pictures/{name}"), rendition)
        return MAKERS[output.maker](output.view)

    def asset_outputs(self) -> Iterator[Output]:
        """One output for every asset of the house."""
        for name in self.assets.files:
            yield Output(path=f"assets/{name}", maker="asset", view=name)


def _assets(house: Tree) -> dict[str, bytes]:
    return {
        path.removeprefix(_ASSETS): house.read(path)
        for path in house.paths()
        if path.startswith(_ASSETS) and not path.endswith(_UNPUBLISHED)
    }


def _browser_words(words: Words) -> bytes:
    """The words that scripts say, as a module."""
    texts = dict(words.under("browser"))
    return f"export default {json.dumps(texts, ensure_ascii=False, indent=1)};\n".encode()

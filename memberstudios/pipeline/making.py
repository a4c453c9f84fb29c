"""Bytes for every output of a plan: who makes what kind, and the house's own files. Reads only through trees."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b

from memberstudios.content.pictures import encode
from memberstudios.directory.directory import Directory
from memberstudios.pages.maps import map_options
from memberstudios.pages.site_shell import shell
from memberstudios.pipeline.composed import KeptTemplates, composed_maps
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.kept import STATE, Kept
from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.makers import MAKERS
from memberstudios.render.map.frame import MapFrame, frame
from memberstudios.render.output import Output
from memberstudios.sources.tree import Tree
from memberstudios.words import Words

_ASSETS, _TEMPLATES, _BASE, _MAPS = "assets/", "templates/", "base.html", ""
_UNPUBLISHED = (".md", "lock.json")


class Workshop:
    """Everything that makers need besides the views: templates, assets, words, and the files that are passed on.

    `base` is a digest of all that every page depends on, whatever else it looks at.
    """

    def __init__(self, house: Tree, records: Tree, directory: Directory, words: Words, kept: Kept) -> None:
        self.directory = directory
        self.words = words
        self._records = records
        self._kept = kept
        options = map_options(directory, words)
        around = shell(directory, words)
        self._sources = {path.removeprefix(_TEMPLATES): house.read(path) for path in _below(house, _TEMPLATES)}
        self._house_assets = {
            path.removeprefix(_ASSETS): house.read(path)
            for path in _below(house, _ASSETS)
            if not path.endswith(_UNPUBLISHED)
        }
        self._options = options
        self._shell = around
        self.base = self._digest()

    def _digest(self) -> bytes:
        directory = self.directory
        parts: list[object] = [sorted(self.words.texts.items()), self._shell, directory.site, directory.calendar]
        parts += [[slot.digest for slot in directory.current["division"].values()], sorted(self._options.items())]
        hashed = blake2b(repr(parts).encode(), digest_size=16)
        for files in (self._sources, self._house_assets):
            for name, data in files.items():
                hashed.update(f"{name} {len(data)} ".encode() + data)
        return hashed.digest()

    @cached_property
    def assets(self) -> Assets:
        """The published assets, maps among them."""
        composed = (data for _, files in self._frames.values() for data in files.items())
        return Assets({**self._house_assets, **dict(composed), "js/words.js": _browser_words(self.words)})

    @cached_property
    def _frames(self) -> dict[str, tuple[MapFrame, Mapping[str, bytes]]]:
        maps = composed_maps(self._options, self._kept)
        return {name: frame(parts, name) for name, parts in maps.items()}

    @cached_property
    def _templates(self) -> Templates:
        return self._opened({name: made for name, (made, _) in self._frames.items()}, self.assets)

    @cached_property
    def _bare_templates(self) -> Templates:
        """Good for compiling: what is compiled knows neither assets nor maps."""
        return self._opened({}, Assets({}))

    def _opened(self, frames: Mapping[str, MapFrame], assets: Assets) -> Templates:
        sources = {name: data.decode() for name, data in self._sources.items()}
        return Templates(sources, self.words, assets, self._shell, frames, KeptTemplates(self._kept))

    def prepare(self, jobs: int) -> None:
        """Get ready what several processes are about to use; where no build has left it, all of them make it."""
        names = [name for name in self._sources if "/" not in name and name != _BASE]
        if not self._kept.has(STATE):
            self._bare_templates.parse()
            share_out([_MAPS, *sorted(names, key=self._size_of, reverse=True)], self._warm_up, jobs, worth_forking=2)
        self._templates.prepare(names)

    def _size_of(self, template: str) -> int:
        return len(self._sources[template])

    def _warm_up(self, names: Sequence[str]) -> None:
        """Compose maps and compile templates, and keep them."""
        for name in names:
            if name == _MAPS:
                composed_maps(self._options, self._kept)
            else:
                self._bare_templates.prepare([name])

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


def _below(house: Tree, folder: str) -> list[str]:
    return [path for path in house.paths() if path.startswith(folder)]


def _browser_words(words: Words) -> bytes:
    """The words that scripts say, as a module."""
    texts = dict(words.under("browser"))
    return f"export default {json.dumps(texts, ensure_ascii=False, indent=1)};\n".encode()

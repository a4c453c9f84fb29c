"""Pages of small directories written in the test: records in, what the pages say out."""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime

import pytest

from memberstudios.directory.directory import Directory
from memberstudios.pages.site_shell import shell
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.makers import MAKERS
from memberstudios.render.output import Output
from memberstudios.render.shell import Shell
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree, MemoryTree, Tree
from memberstudios.words import Words
from tests.sites import ROOT, Document

Outputs = Callable[..., Iterator[Output]]
Render = Callable[..., dict[str, Document]]

SITE = "title: 示例市委员工作室"


def every_output(outputs: Callable[..., Iterator[Output]], directory: Directory, words: Words) -> Iterator[Output]:
    """What all units of a kind of page make; a kind without keys is one unit."""
    keys = getattr(sys.modules[outputs.__module__], "keys", None)
    if keys is None:
        yield from outputs(directory, words)
        return
    for key in keys(directory):
        yield from outputs(directory, words, key)


@pytest.fixture(scope="session")
def house() -> Tree:
    """The project's own templates, assets and words."""
    return FolderTree(ROOT, ["templates", "assets", "locales"])


@pytest.fixture(scope="session")
def maker(house: Tree) -> Callable[[Directory, Words], Callable[[Output], bytes]]:
    """What makes the bytes of an output; templates are compiled once for all sites that look the same."""
    files = {path: house.read(path) for path in house.paths()}
    sources = {path.removeprefix("templates/"): data.decode() for path, data in files.items() if path.endswith(".html")}
    named = {path.removeprefix("assets/"): data for path, data in files.items() if path.startswith("assets/")}
    assets = Assets({**named, "js/words.js": b""})
    known: dict[tuple[Shell, str], Templates] = {}

    def maker(directory: Directory, words: Words) -> Callable[[Output], bytes]:
        around = shell(directory, words)
        templates = known.setdefault((around, words.language), Templates(sources, words, assets, around, {}))

        def make(output: Output) -> bytes:
            if output.maker == "bytes":
                data: bytes = output.view
                return data
            if output.page is None:
                return MAKERS[output.maker](output.view)
            return templates.page(output.template, output.page, output.view)

        return make

    return maker


@pytest.fixture
def made(
    house: Tree, maker: Callable[[Directory, Words], Callable[[Output], bytes]]
) -> Callable[..., dict[str, bytes]]:
    """The bytes of a kind of page: records by file (`studios` is `data/studios.yaml`, `news/2026-01-02-x` a Markdown
    file below `content/`), checked as a build checks them."""

    def made(
        outputs: Outputs, records: Mapping[str, str], day: str = "2026-11-25", language: str = "zh-Hans"
    ) -> dict[str, bytes]:
        files = {_path(name): text.encode() for name, text in {"site": SITE, **records}.items()}
        request = Request(day=date.fromisoformat(day), instant=datetime(2026, 11, 25, tzinfo=UTC))
        checked = check_directory(MemoryTree(files), request)
        assert checked.is_publishable, [finding.diagnostic for finding in checked.findings]
        words = read_words(house, language)
        make = maker(checked.directory, words)
        found = every_output(outputs, checked.directory, words)
        return {output.path: make(output) for output in found}

    return made


@pytest.fixture
def pages(made: Callable[..., dict[str, bytes]]) -> Render:
    """What the HTML pages of a kind say and lead to, by path."""

    def pages(outputs: Outputs, records: Mapping[str, str], **options: str) -> dict[str, Document]:
        found = made(outputs, records, **options)
        return {path: Document(data.decode()) for path, data in found.items() if path.endswith(".html")}

    return pages


def _path(name: str) -> str:
    return f"content/{name}.md" if "/" in name else f"data/{name}.yaml"

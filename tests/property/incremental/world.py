"""A small directory as plain values, so that it can be edited in any way and written out again; and what it is built for.

Every step of a test has a whole world of its own: what went wrong is undone by going back to the one before.
"""

import copy
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

from benchmarks import generate
from benchmarks.fiction.yaml_text import Record, Value, item_text, record_text
from memberstudios.records.kinds import KIND_OF, KINDS
from tests.sites import ROOT

LISTS = tuple(kind.name for kind in KINDS if kind.shape == "list")
WRITTEN = ("news", "page")
DAY = date(2026, 11, 22)
BODY = "body"
_HOUSE = ("templates", "assets", "locales")
_FRONT = re.compile(r"---\n(.*?)---\n(.*)\Z", re.DOTALL)

MANNERS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "usual": str,
        "indented": lambda text: re.sub("(?m)^(?=.)", "  ", text),
        "with a number above": lambda text: f"# 号 110105680101001\n{text}",
        "with a torn text": lambda text: f"{text}  note: '一\n- 二 {len(text)}'\n",
    }
)
"""Of a list: as one piece, with a warning, and so that no piece can be read alone."""


@dataclass
class Row:
    """A record and the name of the file below its kind's folder that holds it; empty: the one file of its kind."""

    value: Record
    file: str = ""


@dataclass
class World:
    """All that a build goes by. `house` are files of the house that are not the project's own; None: taken away.

    `manners` are ways in which the files of a kind are written, by kind: see `MANNERS`.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    extra: dict[str, bytes] = field(default_factory=dict)
    house: dict[str, bytes | None] = field(default_factory=dict)
    manners: dict[str, str] = field(default_factory=dict)
    day: date = DAY
    base_url: str | None = None
    jobs: int = 1

    def copy(self) -> "World":
        return copy.deepcopy(self)

    def ids(self, kind: str) -> list[str]:
        return [str(row.value["id"]) for row in self.rows[kind]]

    def files(self) -> dict[str, bytes]:
        """Every file of `data/` and `content/`."""
        found: dict[str, str] = {}
        for kind in KINDS:
            for row in self.rows[kind.name]:
                path = _path(kind.name, row)
                text = item_text(row.value) if kind.shape == "list" else record_text(row.value)
                if kind.shape == "markdown":
                    front = {key: value for key, value in row.value.items() if key not in ("id", BODY)}
                    text = f"---\n{record_text(front)}---\n{row.value[BODY]}"
                found[path] = found.get(path, "") + text
        for kind_, manner in self.manners.items():
            place = KIND_OF[kind_].place
            mine = [path for path in found if path == f"{place}.yaml" or path.startswith(f"{place}/")]
            found |= {path: MANNERS[manner](found[path]) for path in mine}
        written = {path: text.encode() for path, text in found.items()}
        contents = {f"content/{path}": data for path, data in self.contents.items()}
        return {**written, **contents, **self.extra}


def _path(kind: str, row: Row) -> str:
    place = KIND_OF[kind].place
    if kind == "news":
        return f"{place}/{row.value['date']}-{row.value['id']}.md"
    if kind == "page":
        return f"{place}/{row.value['id']}.md"
    return f"{place}/{row.file}.yaml" if row.file else f"{place}.yaml"


@lru_cache(8)
def generated(studios: int, seed: int) -> World:
    """A fictional directory; to be copied, not to be changed."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        root = Path(folder) / "records"
        generate.main(["--studios", str(studios), "--seed", str(seed), "--news", "5", "--out", str(root)])
        world = World(rows={kind.name: list(_rows(root, kind.name)) for kind in KINDS})
        for name in ("pictures", "files"):
            for path in sorted((root / "content" / name).iterdir()):
                world.contents[f"{name}/{path.name}"] = path.read_bytes()
    world.rows["site"][0].value["summary"] = "几个工作室"  # else every size has its own, and its own templates
    return world


def _rows(root: Path, kind: str) -> Iterator[Row]:
    place = root / KIND_OF[kind].place
    if kind in WRITTEN:
        for path in sorted(place.iterdir()):
            yield Row(_written(path))
        return
    values = yaml.load(place.with_suffix(".yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - ours
    yield from map(Row, values if kind in LISTS else [values])


def _written(path: Path) -> Record:
    found = _FRONT.match(path.read_text(encoding="utf-8"))
    assert found is not None
    front = yaml.load(found[1], yaml.CBaseLoader)  # noqa: S506 - ours
    id_ = path.stem[11:] if path.parent.name == "news" else path.stem
    return {"id": id_, **front, BODY: found[2]}


@lru_cache(1)
def own_house() -> Mapping[str, bytes]:
    """The project's own templates, assets and words."""
    folders = (ROOT / name for name in _HOUSE)
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}


def everywhere(value: Value, change: "Mapping[str, str | None]") -> Value | None:
    """A value with texts replaced wherever they are all of a value; a text that becomes None goes, and its key."""
    if isinstance(value, str):
        return change.get(value, value)
    if isinstance(value, list):
        items = (everywhere(item, change) for item in value)
        return [item for item in items if item is not None]
    parts = {key: everywhere(item, change) for key, item in value.items()}
    return {key: item for key, item in parts.items() if item is not None}

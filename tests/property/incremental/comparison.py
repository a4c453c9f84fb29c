"""One directory built twice: with all that is kept from build to build, and from nothing. Both must be the same."""

import shutil
import time
from collections.abc import Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final
from unittest.mock import patch

from memberstudios.content.pictures import Rendition, encode
from memberstudios.directory import shelf
from memberstudios.pages import (
    addresses,
    area,
    coverage,
    feed,
    home,
    matter,
    office,
    organization,
    sitemap,
    sources_list,
)
from memberstudios.pipeline import crew, making
from memberstudios.pipeline import kept as keeping
from memberstudios.pipeline.build import Built, Place, build
from memberstudios.pipeline.check import Request
from memberstudios.pipeline.kept import Kept
from memberstudios.publish import staging
from memberstudios.publish.errors import PublishError
from memberstudios.publish.listing import listing
from memberstudios.publish.office import OfficeFolder
from memberstudios.publish.site import open_site
from memberstudios.sources.tree import FolderTree
from tests.property.incremental.world import World, own_house

_compiled: dict[str, bytes] = {}
"""Compiled templates and maps of this process; no two builds need to make them twice, and both are keyed by all that
goes into them."""


class SharedKept(Kept):
    """What is kept, but templates and maps stay in memory for all; `forgetful` keeps nothing else."""

    forgetful = False

    def get(self, name: str) -> bytes | None:
        if name.startswith(("template-", "map-")):
            return _compiled.get(name)
        return None if self.forgetful else super().get(name)

    def put(self, name: str, body: bytes) -> None:
        if name.startswith(("template-", "map-")):
            _compiled[name] = body
        elif not self.forgetful:
            super().put(name, body)

    def append(self, name: str, offset: int, parts: object) -> None:
        if not self.forgetful:
            super().append(name, offset, parts)  # type: ignore[arg-type]


class ForgetfulKept(SharedKept):
    forgetful = True


@lru_cache(256)
def _encode(name: str, data: bytes, rendition: Rendition) -> bytes:
    return encode(name, data, rendition)


_LIMITS: Final = (
    (addresses, "PAGE_SIZE", 3),
    (area, "_WHOLE_TREE", 4),
    (area, "_NEWS_SHOWN", 2),
    (coverage, "_WHOLE_INDEX", 3),
    (coverage, "_ROWS_SHOWN", 3),
    (feed, "NEWEST", 3),
    (home, "_PLACES", 2),
    (matter, "_TOPICS_SHOWN", 2),
    (office, "_GAPS_SHOWN", 2),
    (office, "_ROWS_SHOWN", 3),
    (organization, "_PEOPLE_SHOWN", 2),
    (shelf, "_KEPT", 3),
    (sitemap, "MAX_ADDRESSES", 25),
    (sources_list, "_NAMED", 2),
)
"""What only large directories reach."""


@contextmanager
def quick():
    """No waiting for the disk, pictures encoded once, processes forked for few records, and small ones taken for large."""
    with (
        patch.object(staging, "_sync", lambda *_: None),
        patch.object(staging, "sync_folder", lambda _: None),
        patch.object(making, "encode", _encode),
        patch.object(crew.share_out, "__defaults__", (12,)),
        patch.object(keeping, "TOO_NEW_NS", 0),
        ExitStack() as limits,
    ):
        for module, name, limit in _LIMITS:
            limits.enter_context(patch.object(module, name, limit))
        yield


@dataclass
class Twin:
    """A folder with a directory, its site and its cache, and beside it a site built from nothing."""

    folder: Path
    version: bytes = b"1"

    def __post_init__(self) -> None:
        self.site, self.cache, self.clean = (self.folder / name for name in ("site", "cache", "clean"))
        self._written: dict[Path, dict[str, bytes]] = {}

    def write(self, world: World) -> None:
        """The world's files, and the house's; what is the same is not touched."""
        self._put(self.folder / "records", world.files())
        house = {**own_house(), **world.house}
        self._put(self.folder / "house", {path: data for path, data in house.items() if data is not None})

    def _put(self, root: Path, files: Mapping[str, bytes]) -> None:
        before = self._written.get(root, {})
        for path in before.keys() - files.keys():
            (root / path).unlink()
        for path, data in files.items():
            if before.get(path) != data:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(data)
        self._written[root] = dict(files)

    def build(self, world: World) -> Built:
        """With what is kept. Waits while workers of a killed build still hold the site."""
        until = time.monotonic() + 10
        while True:
            try:
                return self._build(world, SharedKept(self.cache, self.version), self.site, world.jobs)
            except PublishError as error:
                if error.code != "busy" or time.monotonic() > until:
                    raise
                time.sleep(0.01)

    def build_clean(self, world: World) -> Built:
        for folder in (self.clean, self._office_of(self.clean)):
            shutil.rmtree(folder, ignore_errors=True)
        return self._build(world, ForgetfulKept(self.folder / "no-cache"), self.clean, 1)

    def _build(self, world: World, kept: Kept, out: Path, jobs: int) -> Built:
        request = Request(day=world.day, instant=datetime(2026, 1, 1, tzinfo=UTC), base_url=world.base_url, jobs=jobs)
        house = FolderTree(self.folder / "house", ("templates", "assets", "locales"))
        records = FolderTree(self.folder / "records", ("data", "content"))
        office = OfficeFolder(self._office_of(out), out)
        place = Place(open=lambda: open_site(out, allow_shrink=True), live=lambda: listing(out), office=office)
        return build(house, records, request, kept, place, str)

    @staticmethod
    def _office_of(out: Path) -> Path:
        return out.with_name(f"report-of-{out.name}")

    def _everything(self, out: Path) -> dict[str, bytes]:
        """All files of a site, and of the office's folder."""
        office = contents(self._office_of(out)).items()
        return {**contents(out), **{f"office: {path}": data for path, data in office}}

    def difference(self, world: World) -> tuple[str, bool]:
        """Build both ways: what differs (empty: nothing), and whether the world is one that can be published."""
        old = contents(self.site)
        built, clean = self.build(world), self.build_clean(world)
        if list(built.findings) != list(clean.findings):
            return f"other findings: {_more(built, clean)} and clean {_more(clean, built)}", False
        if clean.published is None:
            stands = built.published is None and contents(self.site) == old
            return "" if stands else "published with errors", False
        if built.published is None or (built.studios, built.pages) != (clean.studios, clean.pages):
            return f"other counts: {built} and clean {clean}", True
        kept, wanted = self._everything(self.site), self._everything(self.clean)
        wrong = sorted(path for path in kept.keys() | wanted.keys() if kept.get(path) != wanted.get(path))
        return f"{len(wrong)} files differ: {_told(wrong, kept, wanted)}" if wrong else "", True


def _more(one: Built, other: Built) -> list[str]:
    return [f"{found.diagnostic.code} {found.place}" for found in one.findings if found not in other.findings]


def _told(wrong: list[str], kept: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> str:
    named = [path for path in wrong if path != "checksums.txt"][:3]
    return "; ".join(f"{path} {_apart(kept.get(path), wanted.get(path))}" for path in named)


def _apart(kept: bytes | None, wanted: bytes | None) -> str:
    if kept is None or wanted is None:
        return "is missing" if kept is None else "should not be there"
    at = next((at for at, pair in enumerate(zip(kept, wanted, strict=False)) if pair[0] != pair[1]), len(kept))
    old, new = (data[max(0, at - 60) : at + 60].decode("utf-8", "replace") for data in (kept, wanted))
    return f"has {old!r} for {new!r}"


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site, its marker too."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

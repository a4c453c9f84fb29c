"""Eleventy: news and texts as its own Markdown templates, every other page from a paginated template."""

import shutil
from pathlib import Path

from benchmarks.contestant import CLEAN, Contestant
from benchmarks.peers import install, shared
from benchmarks.peers.records import Read

_HEAD = "---\ntitle: '{title}'\n---\n"


class Eleventy(Contestant):
    """Eleventy, which makes everything at each run."""

    def __init__(self) -> None:
        super().__init__("Eleventy", (CLEAN,))

    def missing(self) -> str:
        return "" if install.ELEVENTY.exists() else "Eleventy is not installed: python3 benchmarks/peers/install.py"

    def write(self, root: Path, read: Read, folder: Path) -> None:
        del root  # the records say everything
        records = read()
        shutil.copytree(shared.SITES / "eleventy", folder, ignore=shutil.ignore_patterns("package*.json"))
        shutil.copytree(shared.SITES / "shared", folder / "includes", dirs_exist_ok=True)
        shared.write_records(records, folder / "data")
        shared.write_static(records, folder)
        for section, articles in (("news", records.news), ("pages", records.pages)):
            shared.write_articles(articles, folder / "src" / section, _HEAD)

    def command(self, folder: Path) -> list[str]:
        return ["node", str(install.ELEVENTY.resolve()), "--quiet", f"--config={folder / 'eleventy.config.mjs'}"]

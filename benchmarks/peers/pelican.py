"""Pelican: news and texts as its own articles and pages, every other page from a plugin."""

import shutil
from pathlib import Path

from benchmarks.contestant import CLEAN, Contestant
from benchmarks.peers import install, shared
from benchmarks.peers.records import Read

_HEAD = "Title: {title}\nDate: {date}\nSummary: {summary}\n\n"
_HEAD_OF_TEXT = "Title: {title}\n\n"


class Pelican(Contestant):
    """Pelican, which makes everything at each run."""

    def __init__(self) -> None:
        super().__init__("Pelican", (CLEAN,))

    def missing(self) -> str:
        return "" if install.PELICAN.is_file() else "Pelican is not installed: python3 benchmarks/peers/install.py"

    def write(self, root: Path, read: Read, folder: Path) -> None:
        del root  # the records say everything
        records = read()
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(shared.SITES / "pelican", folder, ignore=ignored)
        shutil.copytree(shared.SITES / "shared", folder / "theme" / "templates", dirs_exist_ok=True)
        shared.write_records(records, folder / "data")
        shared.write_static(records, folder / "content")
        shutil.copytree(folder / "content" / "assets", folder / "assets")
        shared.write_articles(records.news, folder / "content" / "news", _HEAD)
        shared.write_articles(records.pages, folder / "content" / "pages", _HEAD_OF_TEXT)

    def command(self, folder: Path) -> list[str]:
        return [str(install.PELICAN), "--quiet", "--settings", str(folder / "pelicanconf.py")]

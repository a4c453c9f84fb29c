"""What takes part in a measurement: how it writes its sources, builds them, forgets the last build, and is edited.

Knows no site generator and nothing of measuring.
"""

import shutil
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.peers.records import Read

CASES: Final = (
    "clean",
    "nothing changed",
    "one studio edited",
    "one studio renamed",
    "one news item edited",
    "one template edited",
)
CLEAN, NOTHING, STUDIO, RENAMED, NEWS, TEMPLATE = CASES


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is edited: the id of a studio, the id of a news item, and its file in the generated directory."""

    studio: str
    news: str
    news_file: str


class Contestant(ABC):
    """One way to make the site. In `cases` are those that say something: most engines make everything each time."""

    def __init__(self, name: str, cases: tuple[str, ...]) -> None:
        self.name = name
        self.cases = cases

    def missing(self) -> str:
        """Why it cannot take part; empty when it can."""
        return ""

    @abstractmethod
    def write(self, root: Path, read: Read, folder: Path) -> None:
        """Write its sources into a new folder; `root` is the generated directory that `read` reads."""

    @abstractmethod
    def command(self, folder: Path) -> list[str]:
        """What builds the site."""

    def output(self, folder: Path) -> Path:
        """Where the site is then."""
        return folder / "public"

    def forget(self, folder: Path) -> None:
        """Remove the site and whatever the last build kept."""
        shutil.rmtree(self.output(folder), ignore_errors=True)

    def edit(self, folder: Path, case: str, chosen: Chosen, word: str) -> None:
        """Make the edit of a case, with a word that was not there before."""
        raise NotImplementedError(f"{self.name} has no case {case} in {folder}: {chosen}, {word}")

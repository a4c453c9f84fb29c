"""Sites built by the command line, as a person builds them, and what can be asked of their files."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
DAY = "2026-11-25"


def run(*arguments: object, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own; output and exit code."""
    command = [sys.executable, "-W", "error", "-m", "memberstudios.cli", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", env={**os.environ, **(environment or {})}, check=False
    )


def build(root: Path, out: Path, *options: object, environment: Mapping[str, str] | None = None) -> Path:
    """Build the directory at `root`; fails with what was said when it does not work."""
    result = run("build", "--root", root, "--out", out, "--as-of", DAY, *options, environment=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def files(site: Path) -> dict[str, bytes]:
    """Every published file by its path; the publisher's own marker is none."""
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if not path.startswith(".")}


class Document(HTMLParser):
    """What a page points to, what can be pointed to in it, and the words that people and programs find in it."""

    _POINTERS = ("href", "src", "action", "data-points")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.linked: list[str] = []
        """The texts of its JSON-LD."""
        self._element = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element = tag
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in self._POINTERS and value is not None:
                self.targets.append(value)
            elif name == "srcset" and value:
                self.targets += [part.split()[0] for part in value.split(",")]

    def handle_endtag(self, tag: str) -> None:
        self._element = "" if tag == self._element else self._element

    def handle_data(self, data: str) -> None:
        (self.linked if self._element == "script" else self.words).append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def documents(site: Path) -> Iterator[tuple[str, Document]]:
    """Every HTML page by its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Document(path.read_text(encoding="utf-8"))

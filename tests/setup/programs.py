"""Which programs the tests need beside Python packages, where they are, and what to say when one is missing.

Standard library only: set-up runs before anything is installed. Must not install anything.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.peers import install

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
NODE_MODULES = TESTS / "node_modules"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MISSING: Mapping[str, str] = {
    "chromium": "no Chromium: install chromium or google-chrome, or run `make setup` as root or with a network",
    "font": "no Chinese font: install fonts-noto-cjk, or run `make setup` as root",
    "axe": "no axe-core: install Node.js with npm, then run `make setup`",
    "vnu": "no HTML checker: install Node.js with npm, and Java, then run `make setup`",
    "java": "no Java, which the HTML checker needs: install default-jre-headless, or run `make setup` as root",
    "hugo": "no Hugo to compare builds with: run `python3 benchmarks/peers/install.py hugo` with a network",
    "nginx": "no nginx: install nginx, or run `make setup` as root",
}


def find(name: str) -> Path | None:
    """Where a thing of `MISSING` is, or None."""
    if name == "chromium":
        return _chromium()
    if name == "font":
        return _chinese_font()
    if name in {"axe", "vnu"}:
        path = {"axe": AXE, "vnu": VNU}[name]
        return path if path.is_file() else None
    if name == "hugo":
        return install.HUGO if install.HUGO.is_file() else None
    return _on_path(name, f"/usr/sbin/{name}")


def is_required() -> bool:
    """Whether a missing browser is a failure and not a reason to skip: where nobody reads the reason."""
    return os.environ.get("CI") == "true"


def _on_path(*names: str) -> Path | None:
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def _chromium() -> Path | None:
    """A browser on PATH, else the newest that Playwright has fetched (its headless shell does not print)."""
    if path := _on_path(*CHROMIUM_NAMES):
        return path
    fetched = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or "~/.cache/ms-playwright").expanduser()
    found = [path for path in fetched.glob("chromium-*/chrome-*/chrome") if os.access(path, os.X_OK)]
    return max(found, key=lambda path: path.parents[1].stat().st_mtime, default=None)


def _chinese_font() -> Path | None:
    """A file that fontconfig would take for Chinese."""
    if not shutil.which("fc-list"):
        return None
    command = ["fc-list", ":lang=zh-cn", "file"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    files = sorted(line.rstrip(": ") for line in listed.splitlines() if line.strip())
    return Path(files[0]) if files else None

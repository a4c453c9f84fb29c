"""`python3 -m tests.setup`: make sure that tests have what they need, and say plainly what could not be had.

Tests whose program is missing skip with the same reason; in CI a missing Chromium is a failure.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.peers import install as peers
from memberstudios.bootstrap import environment, install
from tests.setup import fetch
from tests.setup.programs import MISSING, ROOT, find, is_required

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def main() -> int:
    """Return 0 when tests can run, whatever had to be left out; otherwise an exit code."""
    root = str(ROOT)
    if problem := install.set_up(root, REQUIREMENTS):
        return problem
    python = Path(environment.python_of(root))
    _provide("font", lambda: fetch.debian("fonts-noto-cjk", "fontconfig"))
    _provide(
        "chromium",
        lambda: not fetch.is_ubuntu() and fetch.debian("chromium"),
        lambda: fetch.playwright_chromium(python),
    )
    _provide("nginx", lambda: fetch.debian("nginx-light") or fetch.debian("nginx"))
    _provide("java", lambda: fetch.debian("default-jre-headless"))
    _provide("hugo", lambda: peers.install("hugo"))
    fetch.node_packages()
    missing = [name for name in MISSING if find(name) is None]
    for name in missing:
        print(f"setup: {MISSING[name]}")
    return 1 if "chromium" in missing and is_required() else 0


def _provide(name: str, *ways: Callable[[], bool]) -> None:
    for way in ways:
        if find(name) is not None:
            return
        way()


if __name__ == "__main__":
    sys.exit(main())

"""Getting what is missing: Debian's packages when root, Playwright's browser, npm's packages.

Every function tries, and says whether it worked; nothing here ends the set-up.
Must not know which test needs what.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.setup.programs import NODE_MODULES, ROOT, TESTS

LONGEST_S = 420
STAMP = NODE_MODULES / ".installed"


def debian(*packages: str) -> bool:
    """Install packages with apt-get, if this is Debian or a child of it and we are root."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    settings = {"DEBIAN_FRONTEND": "noninteractive"}
    return _run(install, settings) or (_run(["apt-get", "update"], settings) and _run(install, settings))


def is_ubuntu() -> bool:
    """Ubuntu's chromium is a snap in disguise, which no container can install."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=ubuntu" in "\n" + release.read_text("utf-8")


def playwright_chromium(python: Path) -> bool:
    """Fetch the Chromium that belongs to the installed Playwright."""
    with_system_libraries = ["--with-deps"] if os.name == "posix" and os.geteuid() == 0 else []
    return _run([str(python), "-m", "playwright", "install", *with_system_libraries, "chromium"])


def node_packages() -> bool:
    """Install exactly what `tests/package-lock.json` names; no script of a package is run."""
    digest = hashlib.sha256((TESTS / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text("ascii") == digest:
        return True
    npm = shutil.which("npm")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm is None or not _run([npm, "ci", "--prefix", str(TESTS), *options]):
        return False
    STAMP.write_text(digest, "ascii")
    return True


def _run(command: Sequence[str], settings: Mapping[str, str] | None = None) -> bool:
    """Run a program quietly; when it fails, show the last it said."""
    print(f"  {' '.join(command[:4])} …", flush=True)
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=LONGEST_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"    {error}")
        return False
    if done.returncode:
        print("".join(f"    {line}\n" for line in done.stdout.splitlines()[-4:]), end="")
    return done.returncode == 0

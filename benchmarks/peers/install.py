"""Installs what the benchmarks compare with into a folder of its own: `python3 benchmarks/peers/install.py [NAME …]`.

Versions and hashes are pinned in `locks/` and in the `package-lock.json` of `sites/`; nothing goes into the project's
own environment. Of folium, which the project has, these are the browser libraries that its pages ask for. One that cannot be had is named, and the others are installed all the same. Standard library only.
"""

import hashlib
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent / ".peers"
HUGO = PEERS / "hugo" / "bin" / "hugo"
PELICAN = PEERS / "pelican" / "bin" / "pelican"
ELEVENTY = PEERS / "eleventy" / "node_modules" / ".bin" / "eleventy"
FOLIUM = PEERS / "folium" / "node_modules"
NAMES = ("hugo", "pelican", "eleventy", "folium")
_OF_NPM = frozenset({"eleventy", "folium"})
_STAMP = ".installed"


def main(names: Sequence[str]) -> int:
    """Install the peers named, or all; 0 when all of them are there."""
    failed = [name for name in names or NAMES if not install(name)]
    for name in failed:
        print(f"{name} could not be installed; benchmarks go on without it")
    return 1 if failed else 0


def install(name: str) -> bool:
    """Bring one peer to what its lock says; whether it is there."""
    lock = HERE / "sites" / name / "package-lock.json" if name in _OF_NPM else HERE / "locks" / f"{name}.txt"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = PEERS / name / _STAMP
    if stamp.is_file() and stamp.read_text("ascii") == digest:
        return True
    shutil.rmtree(PEERS / name, ignore_errors=True)
    done = _from_npm(name, lock) if name in _OF_NPM else _from_pypi(name, lock)
    if done:
        stamp.write_text(digest, "ascii")
    return done


def _from_pypi(name: str, lock: Path) -> bool:
    venv.create(PEERS / name, with_pip=True)
    python = PEERS / name / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    if not _run([str(python), "-m", "pip", "install", *options, "--requirement", str(lock)]):
        return False
    if name == "hugo":  # the wheel's command is a Python script that starts the real one; time that one alone
        found = sorted((PEERS / name).glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        if not found:
            return False
        HUGO.unlink(missing_ok=True)
        HUGO.symlink_to(found[0])
    return True


def _from_npm(name: str, lock: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    folder = PEERS / name
    folder.mkdir(parents=True)
    for file in (lock, lock.with_name("package.json")):
        shutil.copy2(file, folder)
    return _run([npm, "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])


def _run(command: Sequence[str]) -> bool:
    print(f"  {' '.join(command[:4])} …", flush=True)
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError as error:
        print(f"    {error}")
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

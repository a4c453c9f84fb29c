"""Fetch the third-party browser files again: `python3 tools/vendor.py`. Needs npm; a build never runs this.

It packs each package at its pinned version, takes only the files listed here, writes pictures that a style sheet
carries inside itself (`data:`) to files beside it, since the site's security policy admits none, and records every
file's digest in `assets/vendor/lock.json`. Running it twice changes nothing; a test checks the digests.
"""

import base64
import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

TARGET: Final = Path(__file__).resolve().parent.parent / "assets" / "vendor"
DATA_URL: Final = re.compile(rb"""url\(\s*(["']?)data:image/(png|gif|svg\+xml);base64,([A-Za-z0-9+/=]+)\1\s*\)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is taken from a package: the path inside it, and the path it gets below its own folder here."""

    name: str
    version: str
    licence: str
    files: tuple[tuple[str, str], ...]


PACKAGES: Final = (
    Package(
        name="leaflet",
        version="1.9.4",
        licence="BSD-2-Clause",
        files=(
            ("LICENSE", "LICENSE"),
            ("dist/leaflet.js", "leaflet.js"),
            ("dist/leaflet.css", "leaflet.css"),
            ("dist/images/layers.png", "images/layers.png"),
            ("dist/images/layers-2x.png", "images/layers-2x.png"),
            ("dist/images/marker-icon.png", "images/marker-icon.png"),
        ),
    ),
)


def main() -> None:
    """Fetch, write and lock all packages."""
    entries = []
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            for path, data in sorted(taken(package, Path(folder)).items()):
                file = TARGET / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
                entries.append(entry(package.name, package.version, package.licence, path, data))
    lock(entries)


def lock(entries: Sequence[Mapping[str, str]]) -> None:
    """Put lines into the lock file, in place of those that it has of the same packages."""
    file = TARGET / "lock.json"
    names = {one["name"] for one in entries}
    others = [one for one in json.loads(file.read_text(encoding="utf-8")) if one["name"] not in names]
    whole = sorted([*others, *entries], key=lambda one: one["file"])
    file.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")


def taken(package: Package, folder: Path) -> dict[str, bytes]:
    """The package's files by their path below `assets/vendor/`."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}"]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    files: dict[str, bytes] = {}
    with tarfile.open(archive) as tar:
        for inside, name in package.files:
            member = tar.extractfile(f"package/{inside}")
            if member is None:
                raise SystemExit(f"{package.name}: no file {inside}")
            files |= without_data_urls(f"{package.name}/{name}", member.read())
    return files


def without_data_urls(path: str, data: bytes) -> dict[str, bytes]:
    """The file, its inner pictures as files named after their content, and no reference to a map of its source."""
    files: dict[str, bytes] = {}

    def write(match: re.Match[bytes]) -> bytes:
        picture = base64.b64decode(match[3])
        name = f"images/{hashlib.sha256(picture).hexdigest()[:12]}.{match[2].decode().removesuffix('+xml')}"
        files[str(PurePosixPath(path).parent / name)] = picture
        return b'url("' + name.encode() + b'")'

    if path.endswith(".css"):
        data = DATA_URL.sub(write, data)
    files[path] = re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", data) if path.endswith(".js") else data
    return files


def entry(name: str, version: str, licence: str, path: str, data: bytes) -> dict[str, str]:
    """A line of the lock file."""
    digest = hashlib.sha256(data).hexdigest()
    return {"name": name, "version": version, "licence": licence, "file": path, "sha256": digest}


if __name__ == "__main__":
    main()

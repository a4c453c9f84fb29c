"""A small complete site, kept as files: every change of output shows as a difference for a person to accept.

`tests/golden/records` is the directory, `tests/golden/site` what is expected of it, byte by byte. Of stylesheets,
scripts and pictures only the names are kept (`files.txt`), and of their addresses no version: they change for reasons
of their own. `make accept` writes the expected files anew.
"""

import difflib
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests import sites

GOLDEN = Path(__file__).parents[1] / "golden"
KEPT = {".html", ".json", ".geojson", ".csv", ".xml", ".map"}
NAMES = "files.txt"
VERSION = re.compile(rb"\?v=[0-9a-f]+")


def kept(site: Path) -> dict[str, bytes]:
    """What is compared of a site."""
    files = sites.files(site)
    found = {
        path: VERSION.sub(b"?v=", data)
        for path, data in files.items()
        if not path.startswith("assets/") and (Path(path).suffix in KEPT or path == "robots.txt")
    }
    return found | {NAMES: "".join(f"{path}\n" for path in sorted(files)).encode()}


def accept(found: Mapping[str, bytes]) -> None:
    shutil.rmtree(GOLDEN / "site", ignore_errors=True)
    for path, data in found.items():
        target = GOLDEN / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def difference(path: str, expected: bytes, found: bytes) -> str:
    """How one file differs, as a person reads it."""
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (expected, found))
    lines = difflib.unified_diff(before, after, f"expected/{path}", f"built/{path}", lineterm="", n=1)
    return "\n".join(lines) or f"{path}: only line ends or the byte order mark differ"


def test_the_small_site_is_the_expected_one(golden_site: Path) -> None:
    found = kept(golden_site)
    if os.environ.get("ACCEPT") == "1":
        accept(found)
    expected = sites.files(GOLDEN / "site")
    told = [f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
    told += [f"new: {path}" for path in sorted(found.keys() - expected.keys())]
    told += [
        difference(path, expected[path], found[path])
        for path in sorted(expected.keys() & found.keys())
        if expected[path] != found[path]
    ]
    assert not told, "\n\n".join(told) + "\n\nIf all of this is right: make accept"


def test_names_without_consent_stay_beside_the_studio(golden_site: Path) -> None:
    said = {path for path, document in sites.documents(golden_site) if "何二" in document.text}
    assert said == {"studios/liuyin.html", "print/liuyin.html"}
    assert not (golden_site / "members/he-er.html").exists()

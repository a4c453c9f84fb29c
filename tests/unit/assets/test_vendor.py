"""The third-party browser files under `assets/vendor/`."""

import hashlib
import json
import re
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[3] / "assets" / "vendor"
LOCK = json.loads((VENDOR / "lock.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", LOCK, ids=lambda entry: entry["file"])
def test_file_is_the_one_that_was_locked(entry):
    assert hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_every_file_is_locked():
    files = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert files == {entry["file"] for entry in LOCK} | {"lock.json"}


def test_every_package_brings_its_licence():
    for name in {entry["name"] for entry in LOCK}:
        assert (VENDOR / name / "LICENSE").read_text(encoding="utf-8").strip()


def test_style_sheets_need_nothing_from_elsewhere():
    for style in VENDOR.rglob("*.css"):
        targets = re.findall(r"""url\(["']?([^)"']+)""", style.read_text(encoding="utf-8"))
        assert targets
        assert not [target for target in targets if re.match(r"data:|[a-z]+:|//", target)]

"""What tests of every kind share: one Chromium for the whole run, and a way to ask for other programs."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import sites
from tests.setup.programs import CHROMIUM_ARGUMENTS, MISSING, find, is_required

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def program() -> Callable[[str], Path]:
    """Where a program of `tests.setup.programs.MISSING` is; skips the test where it could not be had."""

    def program(name: str) -> Path:
        path = find(name)
        if path is None and name == "chromium" and is_required():
            pytest.fail(MISSING[name])
        if path is None:
            pytest.skip(MISSING[name])
        return path

    return program


@pytest.fixture(scope="session")
def chromium(program: Callable[[str], Path]) -> "Iterator[Browser]":
    """The one browser of this run; every test opens its own context in it."""
    executable = program("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def default_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default directory, built; not to be changed."""
    return sites.build(sites.ROOT, tmp_path_factory.mktemp("default") / "site")


@pytest.fixture(scope="session")
def generated_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional directory of 60 studios in which every field is used; not to be changed."""
    root = tmp_path_factory.mktemp("generated") / "records"
    command = [sys.executable, "benchmarks/generate.py", "--studios", "60", "--out", str(root)]
    subprocess.run(command, cwd=sites.ROOT, check=True, stdout=subprocess.DEVNULL)
    return root


@pytest.fixture(scope="session")
def generated_site(generated_records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That directory, built; not to be changed."""
    return sites.build(generated_records, tmp_path_factory.mktemp("generated-site") / "site")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional city, built from a copy as the small directory is; not to be changed."""
    folder = tmp_path_factory.mktemp("demo-city")
    shutil.copytree(sites.ROOT / "examples/demo-city", folder / "records")
    return sites.build(folder / "records", folder / "site")


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small directory of tests/golden/records, built from a copy: a build leaves its cache beside the records."""
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(sites.ROOT / "tests/golden/records", folder / "records")
    return sites.build(folder / "records", folder / "site")

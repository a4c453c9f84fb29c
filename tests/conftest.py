"""What tests of every kind share: one Chromium for the whole run, and a way to ask for other programs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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

"""A served folder, and a page that forgives nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hosting import served
from tests.browser.watching import watched


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder until the end of the run: `address = serve(folder)`."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of 390 × 844; its test fails on whatever `watched` notices.

    What is expected is announced: `@pytest.mark.says("regular expression")`.
    """
    expected = [str(marker.args[0]) for marker in request.node.iter_markers("says")]
    with watched(chromium, expected=expected) as page:
        yield page

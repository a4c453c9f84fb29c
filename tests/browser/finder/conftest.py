"""The finder's invented sites, served."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.finder import site


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site with 29 studios in five cities."""
    return serve(site.build(tmp_path_factory.mktemp("few"), *site.few()))


@pytest.fixture(scope="session", params=[1_000, 10_000])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site with a thousand studios, then ten thousand."""
    return serve(site.build(tmp_path_factory.mktemp("many"), *site.many(request.param)))


@pytest.fixture(scope="session")
def shared_out(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site whose data is in several files, as that of more than thirty thousand studios."""
    return serve(site.build(tmp_path_factory.mktemp("shared"), *site.many(12_000), large=1_000))

"""The data files of whole sites are what their package says."""

from pathlib import Path

import pytest

from tests import data_package, sites


@pytest.mark.parametrize("name", ["default_site", "generated_site", "demo_site"])
def test_package_is_true_for_every_row(name: str, request: pytest.FixtureRequest):
    site: Path = request.getfixturevalue(name)
    assert data_package.problems(sites.files(site)) == []

from datetime import UTC, date, datetime

import pytest

from memberstudios.pages.site_shell import content_security_policy, shell
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.records.site import BaseMap
from memberstudios.render.shell import CSP
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree
from tests.sites import ROOT


@pytest.fixture(scope="module")
def default_shell():
    request = Request(day=date(2026, 11, 25), instant=datetime(2026, 11, 25, tzinfo=UTC))
    directory = check_directory(FolderTree(ROOT, ["data", "content"]), request).directory
    return shell(directory, read_words(FolderTree(ROOT, ["locales"]), "zh-Hans"))


def test_default_directory_credits_those_who_made_its_positions(default_shell):
    assert "GeoNames（CC BY 4.0）" in default_shell.credits[0]
    assert "china-region 0.0.11（MIT）" in default_shell.credits[0]


def test_written_pages_stand_in_the_footer_in_their_order(default_shell):
    labels = [label for label, _ in default_shell.footer_links]
    written = ["委员是谁，能帮什么", "无障碍说明", "隐私说明"]
    assert [label for label in labels if label in written] == written


def test_navigation_names_what_exists(default_shell):
    assert [key for _, _, key in default_shell.navigation] == ["home", "studios", "topics", "news"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://tiles.example.org/{z}/{x}/{y}.png", "https://tiles.example.org"),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", "https://*.tiles.example.org"),
        ("https://t{s}.example.org:8443/{z}/{x}/{y}.png", "https://*.example.org:8443"),
    ],
)
def test_tiles_add_their_host_to_pictures_alone(url, host):
    policy = content_security_policy(BaseMap(kind="tiles", url=url))
    assert f"img-src 'self' {host};" in policy
    assert policy.replace(f" {host}", "") == CSP


def test_drawn_map_asks_no_other_host():
    assert content_security_policy(BaseMap()) == CSP

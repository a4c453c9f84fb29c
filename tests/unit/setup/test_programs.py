"""Finding what tests need, and failing rather than skipping where nobody reads reasons."""

import os

import pytest

from tests.setup import fetch, programs


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine with nothing on its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_nothing_is_found_on_a_bare_machine(bare):
    assert [programs.find(name) for name in ("chromium", "font", "java")] == [None, None, None]


def test_a_browser_on_path_comes_before_a_fetched_one(bare):
    fetched = program(bare / "browsers" / "chromium-1" / "chrome-linux" / "chrome")
    assert programs.find("chromium") == fetched
    installed = program(bare / "bin" / "google-chrome")
    assert programs.find("chromium") == installed


@pytest.mark.parametrize(("value", "required"), [("true", True), ("", False), ("false", False)])
def test_only_in_ci_is_a_browser_required(monkeypatch, value, required):
    monkeypatch.setenv("CI", value)
    assert programs.is_required() is required


def test_without_npm_the_node_packages_are_done_without(bare, monkeypatch):
    monkeypatch.setattr(fetch, "STAMP", bare / "no-stamp")
    assert fetch.node_packages() is False


def test_without_root_debian_is_left_alone(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert fetch.debian("chromium") is False


def test_program_that_fails_shows_its_last_words(capfd):
    assert fetch._run(["sh", "-c", "echo one; echo no such package; exit 5"]) is False
    assert "no such package" in capfd.readouterr().out

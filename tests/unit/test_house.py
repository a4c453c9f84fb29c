"""The house itself: pins are whole and name no host, every exception has a reason, every target its line of help."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_host(name):
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(i|f|-index|-extra|-find)", text, re.MULTILINE)
    for pin in re.split(r"\n(?=[a-z])", text.strip()):
        assert re.match(r"[a-z0-9.\[\]-]+==[^ ]+ ", pin), pin.splitlines()[0]
        assert "--hash=sha256:" in pin, pin.splitlines()[0]


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_everything_asked_for_is_pinned(name):
    asked = re.findall(r"^[A-Za-z][\w.-]*", (ROOT / f"{name}.in").read_text("utf-8"), re.MULTILINE)
    pinned = re.findall(r"^([a-z0-9.-]+)==", (ROOT / f"{name}.txt").read_text("utf-8"), re.MULTILINE)
    assert {name.lower() for name in asked} <= set(pinned)


def test_packages_of_npm_have_digests_and_no_host():
    lock = json.loads((ROOT / "tests" / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages)


def test_every_exception_from_a_check_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lint = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.flake8-builtins]")]
    without = [line for line in lint.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line) and "#" not in line]
    assert without == []


def test_warnings_are_errors_and_types_are_strict():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert settings["pytest"]["filterwarnings"] == ["error"]
    assert settings["mypy"]["strict"] is True
    assert settings["ruff"]["lint"]["select"] == ["ALL"]


def test_every_target_has_a_line_of_help():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert set(targets.split()) == set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))

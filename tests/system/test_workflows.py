"""The files for GitHub and GitLab: right by their published schemas, and careful with what they may do."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CHECK = ROOT / ".github/workflows/check.yml"
PUBLISH = ROOT / ".github/workflows/publish.yml"
GITLAB = ROOT / "deploy/gitlab-ci.yml"


def _read(path: Path) -> Any:
    """As text only: with other loaders the key `on` is true."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (CHECK, "vendor.github-workflows"),
        (PUBLISH, "vendor.github-workflows"),
        (GITLAB, "vendor.gitlab-ci"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_file_follows_its_published_schema(path, schema):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    if schema == "vendor.gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_nothing_may_be_written_unless_a_job_asks(path):
    assert _read(path)["permissions"] == {"contents": "read"}


def test_only_the_deployment_may_write():
    writing = {
        (path.name, name): {right for right, level in job.get("permissions", {}).items() if level == "write"}
        for path in (CHECK, PUBLISH)
        for name, job in _read(path)["jobs"].items()
        if "write" in job.get("permissions", {}).values()
    }

    assert writing == {("publish.yml", "deploy"): {"pages", "id-token"}}


def test_proposals_from_forks_run_without_secrets():
    workflow = _read(CHECK)

    assert set(workflow["on"]) == {"pull_request", "workflow_dispatch"}
    assert "secrets." not in CHECK.read_text("utf-8")


def test_forks_do_not_publish():
    assert "!github.event.repository.fork" in _read(PUBLISH)["jobs"]["build"]["if"]


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_actions_are_official_and_of_one_version(path):
    used = re.findall(r"uses: *(\S+)", path.read_text("utf-8"))

    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action) for action in used), used


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_no_expression_reaches_a_shell(path):
    """What others may have written, such as the name of a branch, would be run as a command there."""
    steps = [step for job in _read(path)["jobs"].values() for step in job["steps"]]

    assert all("${{" not in step.get("run", "") for step in steps)


@pytest.mark.parametrize("path", [CHECK, PUBLISH], ids=lambda path: path.name)
def test_no_job_keeps_the_token_or_runs_for_hours(path):
    for job in _read(path)["jobs"].values():
        assert int(job["timeout-minutes"]) <= 45
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_the_site_is_built_after_a_change_and_every_night_one_at_a_time():
    workflow = _read(PUBLISH)

    assert workflow["on"]["push"]["branches"] == ["main"]
    assert workflow["on"]["schedule"] == [{"cron": "10 16 * * *"}]
    assert workflow["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}


def test_checks_show_their_findings_where_the_mistake_is():
    assert "build.py check --format github" in CHECK.read_text("utf-8")
    assert "build.py check --format gitlab" in GITLAB.read_text("utf-8")
    assert _read(GITLAB)["records"]["artifacts"]["reports"] == {"codequality": "code-quality.json"}
    assert _read(GITLAB)["records"]["artifacts"]["when"] == "always"

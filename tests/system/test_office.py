"""A build writes the office's list beside the records, after the site and never into it."""

import gc
import shutil

import pytest

from memberstudios import cli
from memberstudios.publish import office as folder

NAMES = {"index.html", "gaps.csv", "attention.csv"}


@pytest.fixture(autouse=True)
def collector():
    yield
    gc.enable()


@pytest.fixture
def root(tmp_path):
    data = tmp_path / "records/data"
    data.mkdir(parents=True)
    (data / "site.yaml").write_text("title: 示例名录\nbase_url: https://example.org/\n", encoding="utf-8")
    (data / "studios.yaml").write_text("- {id: one, name: 第一工作室}\n", encoding="utf-8")
    return tmp_path / "records"


def build(root, *more):
    return cli.run(["--root", str(root), "--as-of", "2026-11-25", "--jobs", "1", *more])


def names(root):
    found = {path.name for path in (root / "report").glob("*")}
    return found - {folder.MARKER}


def rename_studio(root):
    (root / "data/studios.yaml").write_text("- {id: one, name: 改名的工作室}\n", encoding="utf-8")


def test_it_lies_beside_the_records_wherever_the_site_is(root, tmp_path):
    assert build(root, "--out", str(tmp_path / "elsewhere")) == 0
    assert names(root) == NAMES
    site = {path.name for path in (tmp_path / "elsewhere").rglob("*")}
    assert "attention.csv" not in site
    assert "attention.csv" not in (tmp_path / "elsewhere/checksums.txt").read_text("utf-8")


def test_it_follows_the_records(root):
    assert build(root) == 0
    rename_studio(root)
    assert build(root) == 0
    assert "改名的工作室" in (root / "report/attention.csv").read_text("utf-8")


@pytest.mark.parametrize("is_changed", [False, True])
def test_what_was_deleted_or_changed_comes_back(root, is_changed):
    assert build(root) == 0
    wanted = (root / "report/gaps.csv").read_bytes()
    if is_changed:
        (root / "report/gaps.csv").write_bytes(b"changed")
    else:
        shutil.rmtree(root / "report")
    assert build(root) == 0
    assert names(root) == NAMES
    assert (root / "report/gaps.csv").read_bytes() == wanted


def test_with_errors_nothing_is_written(root):
    (root / "data/studios.yaml").write_text("- {id: one}\n", encoding="utf-8")
    assert build(root) == 1
    assert not (root / "report").exists()


def test_a_site_around_it_is_refused(root, capsys):
    assert build(root, "--out", str(root / "report")) == 3
    assert "会被公开" in capsys.readouterr().err
    assert names(root) == set()


def test_a_list_that_cannot_be_written_leaves_the_new_site_and_comes_with_the_next_build(root, capsys):
    assert build(root) == 0
    (root / "report/attention.csv").unlink()
    (root / "report/attention.csv").mkdir()
    rename_studio(root)
    assert build(root) == 0
    assert "新的网站已经换上" in capsys.readouterr().err
    assert "改名的工作室" in (root / "site/studios/one.html").read_text("utf-8")
    (root / "report/attention.csv").rmdir()
    assert build(root) == 0
    assert "改名的工作室" in (root / "report/attention.csv").read_text("utf-8")
    assert "改名的工作室" in (root / "report/index.html").read_text("utf-8")

"""The command line from outside: what it makes, what it says, how it ends."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from tests import sites

BROKEN = """\
- id: broken
  name: 坏记录
  phone：0739-5312345
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A directory of two studios."""
    data = tmp_path / "records/data"
    data.mkdir(parents=True)
    (data / "site.yaml").write_text("title: 示例名录\nbase_url: https://example.org/\n", encoding="utf-8")
    (data / "studios.yaml").write_text(
        "- {id: one, name: 第一工作室}\n- {id: two, name: 第二工作室, former_ids: [old-two]}\n", encoding="utf-8"
    )
    return data.parent


def test_default_directory_has_a_page_for_each_of_its_studios(default_site: Path):
    pages = {path.stem for path in (default_site / "studios").glob("*.html")} - {"index"}
    assert len(pages) == 27


def test_every_address_of_the_design_is_there(default_site: Path):
    expected = """index.html find.html studios/index.html areas/index.html areas/611000.html sectors/index.html
        organizations/index.html news/index.html news/shaoyang.html news/feed.xml pages/about.html
        pages/accessibility.html pages/privacy.html 404.html sitemap.xml robots.txt checksums.txt data/studios.geojson
        data/studios.json data/studios.csv"""
    assert [path for path in expected.split() if not (default_site / path).is_file()] == []


def test_the_closing_line_counts_studios_pages_and_changes(small: Path):
    first = sites.run("build", "--root", small, "--as-of", sites.DAY)
    assert "2 个工作室" in first.stdout
    again = sites.run("build", "--root", small, "--as-of", sites.DAY)
    assert "变动 0 个文件" in again.stdout
    assert again.stderr == ""


def test_build_is_the_default_command(small: Path):
    result = sites.run("--root", small)
    assert result.returncode == 0
    assert (small / "site/index.html").is_file()


def test_an_edit_changes_the_page_of_its_studio(small: Path):
    sites.build(small, small / "site")
    studios = small / "data/studios.yaml"
    studios.write_text(studios.read_text(encoding="utf-8").replace("第一工作室", "改了名的工作室"), encoding="utf-8")
    sites.build(small, small / "site")
    assert "改了名的工作室" in (small / "site/studios/one.html").read_text(encoding="utf-8")
    assert "第一工作室" not in (small / "site/index.html").read_text(encoding="utf-8")


def test_a_removed_studio_leaves_no_page(small: Path):
    sites.build(small, small / "site")
    (small / "data/studios.yaml").write_text("- {id: two, name: 第二工作室}\n", encoding="utf-8")
    sites.build(small, small / "site")
    assert not (small / "site/studios/one.html").exists()


def test_a_mistake_keeps_the_old_site_as_it_was(small: Path):
    sites.build(small, small / "site")
    before = sites.files(small / "site")
    with (small / "data/studios.yaml").open("a", encoding="utf-8") as studios:
        studios.write(BROKEN)
    result = sites.run("build", "--root", small, "--as-of", sites.DAY)
    assert result.returncode == 1
    assert "data/studios.yaml:5:8" in result.stderr
    assert sites.files(small / "site") == before


def test_check_lists_mistakes_as_json(small: Path):
    with (small / "data/studios.yaml").open("a", encoding="utf-8") as studios:
        studios.write("- {id: three, nmae: 第三}\n")
    result = sites.run("check", "--root", small, "--format", "json")
    assert result.returncode == 1
    rows = json.loads(result.stdout)
    assert {row["code"] for row in rows} == {"required-field", "unknown-key"}
    assert set(rows[0]) == {"code", "severity", "file", "line", "column", "path", "message", "fix"}


def test_check_publishes_nothing(small: Path):
    assert sites.run("check", "--root", small).returncode == 0
    assert not (small / "site").exists()


@pytest.mark.parametrize(
    "wrong", [["--frmat"], ["check", "--format", "xml"], ["--as-of", "2026-02-30"], ["--jobs", "0"]]
)
def test_wrong_use_ends_with_two_and_says_so_in_chinese(wrong: list[str]):
    result = sites.run(*wrong)
    assert result.returncode == 2
    assert "用法" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_of_somebody_else_is_not_touched(small: Path):
    foreign = small / "foreign"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("keep", encoding="utf-8")
    result = sites.run("build", "--root", small, "--out", foreign)
    assert result.returncode == 3
    assert (foreign / "mine.txt").read_text(encoding="utf-8") == "keep"


def test_another_address_replaces_the_sites_own(small: Path):
    site = sites.build(small, small / "site", "--base-url", "https://studios.example/base")
    assert "https://studios.example/base/studios/one.html" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_former_ids_lead_to_the_studio(small: Path):
    site = sites.build(small, small / "site")
    assert "two.html" in (site / "studios/old-two.html").read_text(encoding="utf-8")


def test_checksums_are_those_of_the_files(default_site: Path):
    lines = (default_site / "checksums.txt").read_text(encoding="utf-8").splitlines()
    written = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    found = {path: hashlib.sha256(data).hexdigest() for path, data in sites.files(default_site).items()}
    del found["checksums.txt"]
    assert written == found


@pytest.mark.slow
def test_same_input_gives_the_same_bytes(generated_records: Path, tmp_path: Path):
    """Other folders, zones, locales, hash seeds, masks and numbers of processes change nothing."""
    elsewhere = tmp_path / "ein anderer Ort" / "记录"
    shutil.copytree(generated_records, elsewhere)
    one = sites.build(
        generated_records,
        tmp_path / "one",
        "--jobs",
        1,
        environment={"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    )
    mask = os.umask(0o077)
    try:
        other = sites.build(
            elsewhere,
            tmp_path / "two",
            *("--jobs", 3, "--language", "en"),
            environment={"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"},
        )
    finally:
        os.umask(mask)
    assert sites.files(one) == sites.files(other)
    modes = {oct((other / path).stat().st_mode & 0o777) for path in sites.files(other)}
    assert modes == {"0o644"}


def test_the_day_comes_from_source_date_epoch(small: Path):
    (small / "data/studios.yaml").write_text(
        "- {id: one, name: 甲, valid_from: 2020-01-02}\n- {id: two, name: 乙}\n", encoding="utf-8"
    )
    # 2020-01-01 16:30 UTC is already the second day of the year in the site's zone.
    late = sites.run("build", "--root", small, environment={"SOURCE_DATE_EPOCH": "1577896200"})
    assert late.returncode == 0, late.stderr
    assert (small / "site/studios/one.html").is_file()
    early = sites.run("build", "--root", small, environment={"SOURCE_DATE_EPOCH": "1577800000"})
    assert early.returncode == 0, early.stderr
    assert not (small / "site/studios/one.html").exists()

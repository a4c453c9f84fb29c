"""Planned changes of a studio: what holds on a day is shown, and what will hold is checked before."""

from pathlib import Path

import pytest

from tests import sites

STUDIO = """\
- id: one
  name: 第一工作室
  address: 旧街1号
  description: 老样子。
  changes:
    - from: 2027-03-01
      description: |
        搬家以后的样子。

        {link}
    - from: 2026-12-01
      address: 新街2号
"""


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    (data / "site.yaml").write_text("title: 示例名录\nbase_url: https://example.org/\n", encoding="utf-8")
    (data / "studios.yaml").write_text(STUDIO.replace("{link}", "完"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("day", "shown", "not_shown"),
    [
        ("2026-11-30", ("旧街1号", "老样子"), "搬家以后的样子"),
        ("2026-12-01", ("新街2号", "老样子"), "搬家以后的样子"),
        ("2027-03-01", ("新街2号", "搬家以后的样子"), "老样子"),
    ],
)
def test_a_page_shows_what_holds_on_the_day(moving: Path, day: str, shown: tuple[str, ...], not_shown: str):
    result = sites.run("build", "--root", moving, "--as-of", day)
    assert result.returncode == 0, result.stderr
    page = sites.Document((moving / "site/studios/one.html").read_text(encoding="utf-8")).text
    assert [text for text in shown if text not in page] == []
    assert not_shown not in page


def test_a_broken_link_in_a_text_to_come_is_reported_where_it_stands(moving: Path):
    (moving / "data/studios.yaml").write_text(STUDIO.replace("{link}", "[看](javascript:1)"), encoding="utf-8")
    result = sites.run("check", "--root", moving, "--as-of", "2026-11-30")
    assert result.returncode == 1
    assert "data/studios.yaml:10:" in result.stdout

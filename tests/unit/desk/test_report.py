"""A report shows a place so that a person finds it, and nothing that would harm a terminal."""

import textwrap
from datetime import UTC, date, datetime
from pathlib import Path

import memberstudios
from memberstudios.base.diagnostic import Diagnostic, Finding, Place, Spot
from memberstudios.base.text import columns
from memberstudios.desk import formats, report
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree, MemoryTree

WORDS = read_words(FolderTree(Path(memberstudios.__file__).parents[1], ("locales",)), "zh-Hans")
REQUEST = Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC))
README_SITE = b"title: T\nbase_url: https://a.example/\n"
README_STUDIOS = "# \n" * 9 + "- id: riverside\n  name: 滨河委员工作室\n  电话号码: 0000-5550123\n"


def shown(excerpt, column, length, *, value="x"):
    place = Place(file="data/studios.yaml", line=3, column=column, length=length, excerpt=excerpt)
    diagnostic = Diagnostic(code="bad-url", spot=Spot(file="data/studios.yaml"), values={"value": value, "key": "url"})
    finding = Finding(diagnostic=diagnostic, place=place)
    return report.text([finding], WORDS)


def marked_columns(text):
    """Where the carets begin and end, in columns of a terminal, beside the line above them."""
    lines = text.split("\n")
    carets = next(index for index, line in enumerate(lines) if "^" in line)
    return lines[carets - 1], lines[carets].index("^"), lines[carets].count("^")


def test_carets_stand_below_wide_characters():
    line, start, count = marked_columns(shown("  url: 网址, 值: 坏的", 8, 2))
    assert columns(line[: line.index("网址")]) == start
    assert count == 4


def test_carets_stand_right_after_combining_characters():
    line, start, _ = marked_columns(shown("  cafe\u0301: nowhere", 10, 7))
    assert columns(line[: line.index("nowhere")]) == start


def test_a_long_line_is_cut_around_the_mark_and_never_wider_than_a_page():
    line, start, count = marked_columns(shown("长" * 500 + "坏的" + "长" * 500, 501, 2))
    assert columns(line[: line.index("坏的")]) == start
    assert count == 4
    assert columns(line) <= 120


def test_control_characters_of_a_line_or_value_never_reach_the_terminal():
    text = shown("  url: \x1b[31m\x00\u202e", 8, 1, value="\x1b]0;title\x07\u200b")
    assert not set(text) & set("\x1b\x00\x07\u202e\u200b")


def test_annotations_of_github_hold_one_line_each():
    place = Place(file="data/a,b:c.yaml", line=3, column=1, length=1, excerpt="")
    diagnostic = Diagnostic(
        code="bad-url", spot=Spot(file="data/a"), values={"value": "100%\n::error::x", "key": "url"}
    )
    text = formats.as_github([Finding(diagnostic=diagnostic, place=place)], WORDS)
    assert text.count("\n") == 1
    assert text.startswith("::error file=data/a%2Cb%3Ac.yaml,line=3,")


def test_the_readme_shows_a_report_as_it_is_printed():
    found = MemoryTree({"data/site.yaml": README_SITE, "data/studios.yaml": README_STUDIOS.encode()})
    block = report.text(check_directory(found, REQUEST).findings, WORDS).split("\n\n")[0]
    readme = (Path(memberstudios.__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert textwrap.indent(block, "   ") in readme


def test_the_record_in_the_readme_is_accepted():
    readme = (Path(memberstudios.__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    record = textwrap.dedent(readme.split("```yaml\n")[1].split("```")[0])
    found = MemoryTree({"data/site.yaml": README_SITE, "data/studios.yaml": record.encode()})
    assert not [
        finding for finding in check_directory(found, REQUEST).findings if finding.diagnostic.severity == "error"
    ]

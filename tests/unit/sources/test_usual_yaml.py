"""The quick reader gives what the parser gives, or nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memberstudios.sources.pieces import cut
from memberstudios.sources.strict_yaml import load
from memberstudios.sources.text import decode
from memberstudios.sources.usual_yaml import read
from tests.sites import ROOT

RECORD = """\
- id: a-1
  name: 甲：乙
  aliases: [甲, '910101', "b, c", -1FR]
# a comment
    # another
  location: {lat: 31.3, system: wgs84, at: {x: '1', y: [a, b]}}
  url: https://example.org/?a=b#c
  duty:
    - {id: weekly, opens_at: 09:00, by_day: [WE]}
    - id: monthly
      exceptions:
      - date: 2026-09-02
        members: [a]

      - plain text, that is long
      interval: 2
  description: |
    ## 一

      二 # 三
    - [四]: "五"

  short: |-
    六
  note: it's "fine" - 甲

  # the last
"""
LINES = RECORD.splitlines(keepends=True)
PARTS = (
    "- ", "\n- ", "\n  ", "\n\n", " ", ": ", ":", ", ", ",", "[", "]", "{", "}", "'", '"', "|", "|-", "|+", ">", "#", " #",
    "&a ", "*a", "!!str ", "? ", "-", "---\n", "...\n", "a", "key:", "key: |\n", "<<: ", "界", "\u3000", "\\", "%", "''",
)  # fmt: skip


def test_the_usual_shapes_are_read():
    assert read(RECORD) == [
        {
            "id": "a-1",
            "name": "甲：乙",
            "aliases": ["甲", "910101", "b, c", "-1FR"],
            "location": {"lat": "31.3", "system": "wgs84", "at": {"x": "1", "y": ["a", "b"]}},
            "url": "https://example.org/?a=b#c",
            "duty": [
                {"id": "weekly", "opens_at": "09:00", "by_day": ["WE"]},
                {
                    "id": "monthly",
                    "exceptions": [{"date": "2026-09-02", "members": ["a"]}, "plain text, that is long"],
                    "interval": "2",
                },
            ],
            "description": '## 一\n\n  二 # 三\n- [四]: "五"\n',
            "short": "六",
            "note": 'it\'s "fine" - 甲',
        }
    ]
    assert load(RECORD) == (read(RECORD), [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a: b",
        "a:\n",
        "a: ''\n",
        "a: \u3000\n",
        "a: b \n",
        "a: b # c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b\n  c\n",
        "a: b\n c: d\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
        "a: {b: c}, d\n",
        "a: [b, [c]]\n",
        "a: [b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        "a: 'b''c'\n",
        'a: "b\\n"\n',
        "a: |\n b\n  c\n d\ne",
        "a: |\n  b\n c\n",
        "a: |+\n  b\n",
        "a: >\n  b\n",
        "a:\tb\n",
        "<<: {a: b}\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "- \n- a\n",
        "  a: b\nc: d\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a：b\n",
        "".join(" " * depth + "a:\n" for depth in range(12)) + " " * 12 + "a: b\n",
    ],
)
def test_all_else_is_left_to_the_parser(text):
    assert read(text) is None


def is_agreed(text):
    clean, _ = decode("a.yaml", text.encode())
    if clean is None or (value := read(clean)) is None:
        return False
    assert load(clean) == (value, [])
    return True


@given(st.data())
def test_a_changed_record_is_read_as_the_parser_reads_it(data):
    first = data.draw(st.integers(0, len(LINES)))
    text = LINES[0] + "".join(LINES[first : data.draw(st.integers(first, len(LINES)))])
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(PARTS)) + text[at + data.draw(st.integers(0, 2)) :]
    is_agreed(text)


@given(st.lists(st.sampled_from((*PARTS, *LINES)), max_size=12).map("".join))
@example("- id: a\n- \n")
@example("a: |\n\n  b\n")
@example("a: |\n  b\n   \n c: d\n")
def test_anything_like_yaml_is_read_as_the_parser_reads_it(text):
    is_agreed(text)


def test_nearly_all_records_of_the_default_directory_are_usual():
    found = [is_agreed(piece.text) for path in (ROOT / "data").glob("*.yaml") for piece in cut(path.read_text()) or ()]
    assert sum(found) >= 0.95 * len(found)

"""Whatever a file holds, reading it ends soon with records or with diagnostics, each at a place inside the file."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from string import printable

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memberstudios.desk import formats, report
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.records.kinds import KINDS
from memberstudios.sources.locales import read_words
from memberstudios.sources.personal import masked
from memberstudios.sources.places import Finder
from memberstudios.sources.strict_yaml import load
from memberstudios.sources.tree import FolderTree, MemoryTree
from tests.reading import read_entries

HOME = Path(__file__).parents[2]
WORDS = read_words(FolderTree(HOME, ("locales",)), "zh-Hans")
DAY = Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC))
FILES = [
    "content/news/2026-09-02-a.md" if kind.name == "news" else "content/pages/a.md"
    if kind.name == "page" else f"{kind.place}.yaml"
    for kind in KINDS
]  # fmt: skip
GOOD = {
    path: WORDS(f"documentation.example.{kind.name}").encode() + b"\n" for path, kind in zip(FILES, KINDS, strict=True)
}
PIECES = (
    *printable, "：", "　", "\u200b", "\ufeff", "\u2028", "界", "é", "- ", "\n- ", "\n  ", ": ", "---\n", "...\n", "|\n",
    ">-\n", "&a ", "*a", "<<: ", "!!str ", "? ", "id: a", "name: ", "duty:\n", "{", "}", "[", "]", "'", '"', "\\u200b",
    "\\ud800", "#", "%YAML 1.1\n", "@", "`", "\r\n", "\t", "no", "~", "0x1F", "13800138000", "11010519491231002X",
)  # fmt: skip
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
paths = st.sampled_from(FILES)
plain = st.recursive(
    st.text("ab NO~01:-#：界\"'\\{}[]&*!|>%@`,", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("ab界-", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)
quick = settings(max_examples=80, deadline=2000)


def check(files):
    """What the whole check says of `files`; on the way, everything that must hold of any input."""
    tree = MemoryTree(files)
    entries, found = read_entries(tree)
    if entries.refused or entries.obscured:
        assert any(one.severity == "error" for one in found), "something was refused without a word"
    findings = check_directory(tree, DAY).findings
    for finding in findings:
        for place in (finding.place, *(second for _, second in finding.related)):
            assert place.file in files or finding.diagnostic.code == "file-missing"
            if place.length:
                lines = files[place.file].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
                line = lines.split("\n")[place.line - 1]
                assert 1 <= place.column <= len(line) + 1
    shown = report.text(findings, WORDS)
    told = (re.sub(r"\A *\d+ \| ", "", line) for line in shown.split("\n"))  # a number is in order in some fields
    assert [line for line in told if masked(line) != line] == []
    assert not set(shown) & set("\x00\x1b\u200b\u202e")
    for make in formats.FORMATS.values():
        make(findings, WORDS)
    return findings


@quick
@given(paths, st.binary(max_size=400))
@example("data/site.yaml", b"\xff\xfe")
@example("content/pages/a.md", b"---\n---\n")
def test_any_bytes_as_any_file_end_in_a_report(path, data):
    check({**GOOD, path: data})


@quick
@given(paths, yaml_like)
def test_anything_like_yaml_as_any_file_ends_in_a_report(path, text):
    check({**GOOD, path: text.encode()})


@quick
@given(yaml_like)
def test_anything_like_front_matter_ends_in_a_report(text):
    check({**GOOD, "content/news/2026-09-02-a.md": f"---\n{text}\n---\n{text}".encode()})


@quick
@given(paths, st.data())
def test_a_damaged_record_is_a_record_or_has_a_diagnostic_inside_its_file(path, data):
    text = GOOD[path].decode()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 6)))
        text = text[:start] + data.draw(st.sampled_from(("", *PIECES))) + text[end:]
    before = len(read_entries(MemoryTree(GOOD))[0].by_kind)
    entries, found = read_entries(MemoryTree({**GOOD, path: text.encode()}))
    if len(entries.by_kind) < before and text.strip():
        assert found
    check({**GOOD, path: text.encode()})


@quick
@given(yaml_like)
def test_yaml_becomes_nothing_but_texts_lists_and_mappings(text):
    def walk(value):
        assert type(value) in (str, list, dict)
        if isinstance(value, dict):
            assert all(type(key) is str for key in value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    value, issues = load(text)
    if value is not None:
        walk(value)
    assert all(issue.line >= 1 and issue.column >= 1 for issue in issues)


@quick
@given(plain)
def test_what_is_quoted_is_read_as_it_was_written(value):
    def without_empty(value):
        if isinstance(value, list):
            return [without_empty(inner) for inner in value if not isinstance(inner, str) or inner.strip()]
        if isinstance(value, dict):
            return {key: without_empty(one) for key, one in value.items() if not isinstance(one, str) or one.strip()}
        return value

    written = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    read, issues = load(written)
    assert read == without_empty(value)
    assert {issue.code for issue in issues} <= {"empty-value"}


@quick
@given(yaml_like)
def test_every_issue_of_a_piece_is_placed_inside_the_file(text):
    files = {
        "data/studios.yaml": ("- id: first\n  name: 甲\n" + text).encode(),
        "data/site.yaml": GOOD["data/site.yaml"],
    }
    _, found = read_entries(MemoryTree(files))
    lines = files["data/studios.yaml"].decode().replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for finding in Finder(MemoryTree(files)).findings(found):
        assert 1 <= finding.place.line <= lines


TRAPS = {
    "flow nesting": '"[" * 200_000',
    "flow nesting below a record": '"- id: a\\n  name: " + "[" * 200_000',
    "mapping nesting": '"{a: " * 100_000',
    "block nesting": '"".join(" " * i + "-\\n" for i in range(1500))',
    "block nesting on one line": '"- " * 200_000',
    "alias bomb": '"- a: &a [x]\\n" + "".join(f"  b{i}: &b{i} [{\',\'.join([\'*a\'] * 100)}]\\n" for i in range(5000))',
    "base 60": '"- id: a\\n  name: " + "1" + ":59" * 100_000',
    "many keys": '"- id: a\\n" + "".join(f"  key{i}: 1\\n" for i in range(60_000))',
    "many empty items": '"- id: a\\n  aliases:\\n" + "    -\\n" * 150_000',
    "many records that are wrong": '"- id: A\\n" * 5_000',
    "many duplicate keys": '"- id: a\\n" + "  a: 1\\n" * 100_000',
    "colons": '"- id: a\\n  name: " + "a: " * 200_000',
    "quotes": '"- id: a\\n  name: " + "\\"" * 200_001',
    "full-width colons": '"- id: a\\n  name: x\\n" + "    abc：d\\n" * 80_000',
    "unknown key of great length": '"- id: a\\n  " + "k" * 900 + ": 1\\n"',
    "hidden characters": '"\\u200b" * 300_000',
    "phone numbers": '"- id: a\\n  name: " + "13800138000 " * 40_000',
    "digits": '"- id: a\\n  name: " + "1" * 500_000',
}
RUN = """
import resource, sys, time
from datetime import UTC, date, datetime
from memberstudios.desk import report
from memberstudios.pipeline.check import Request, check_directory
from memberstudios.sources.tree import MemoryTree
text = eval(sys.argv[1])
files = {"data/site.yaml": b"title: a\\n", sys.argv[2]: text.encode("utf-8", "surrogatepass")}
began, total = time.process_time(), 0
for number in range(2_000_000):
    total += number
yardstick = time.process_time() - began
began = time.process_time()
checked = check_directory(MemoryTree(files), Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC)))
print((time.process_time() - began) / yardstick, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(checked.findings))
"""


TWO_SECONDS = 20
"""In yardsticks: one takes a tenth of a second where nothing else runs, and as much longer as all else on a slow day."""


PLACES = [*((trap, "data/studios.yaml") for trap in TRAPS), *((trap, "data/unknown.yaml") for trap in list(TRAPS)[:5])]


@pytest.mark.parametrize(("trap", "path"), PLACES)
def test_every_trap_is_refused_within_two_seconds_and_300_megabytes(trap, path):
    done = subprocess.run(
        [sys.executable, "-c", RUN, TRAPS[trap], path],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    yardsticks, megabytes, findings = map(float, done.stdout.split())
    assert yardsticks < TWO_SECONDS
    assert megabytes < 300
    assert findings >= 1

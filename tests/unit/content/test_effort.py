"""Hostile Markdown: nothing takes longer than two seconds or 300 MB, at any size."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

REPEATED = (
    "[", "![", "[a](", "[a][", "[^1]", "[^1]\n\n", "[^a", "`", "``` ", "` `` ", "```\n", "|`", "|", "| a | b |\n", "*", "**a",
    "*a_", "*a*", "***a", "*_", "<", "<a ", "<!--", "<![CDATA[", "<?", "&a;", "> ", ">\n", "- ", "1. ", "* * ", "# a\n",
    "#\n", "=\n", "a\n=\n", "---\n", "- - -\n", "-\n", "a\n\n", "\n", "[a]: b\n", "[a]:\n", "[^a]: b\n\n", "a  \n", "\\`",
    "[a](<", "[a](((", "[[]", "![](a)[", "a|b\n-|-\n", "# a\n\n", "\u3000\n", "- a\n\n    b\n\n        c\n\n", "> - ",
)  # fmt: skip
SHAPED = {
    "deep list": lambda n: "".join("    " * i + "- a\n" for i in range(int((n / 2) ** 0.5))),
    "deep quotation": lambda n: "\n".join(">" * i + "a" for i in range(1, int((2 * n) ** 0.5))),
    "nested brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "nested links": lambda n: "[a " * (n // 8) + "](b)" * (n // 8),
    "nested emphasis": lambda n: "*a " * (n // 6) + "a*" * (n // 6),
    "wide table, short rows": lambda n: "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "|\n" * max(0, n // 2 - 500),
    "ticks of all lengths": lambda n: "|".join("`" * i for i in range(1, int((2 * n) ** 0.5))) + "\n-|-",
    "many footnotes": lambda n: "".join(f"[^{i}]: a\n\n" for i in range(n // 22)),
    "long number": lambda n: "9" * n + ". a",
    "lazy lines": lambda n: "- a\n" + "a\n" * (n // 2),
    "same headings": lambda n: "# a\n\n" * (n // 5),
}
SIZES = (1_000, 4_000, 13_000, 45_000, 100_000)

RUN = r"""
import json, re, sys, time
from memberstudios.content.markdown import convert
convert("*a*")
slowest = 0.0
for text in json.load(sys.stdin):
    begin = time.process_time()
    convert(text)
    slowest = max(slowest, time.process_time() - begin)
# Not ru_maxrss: that also counts what the starting process held before this program took its place.
print(slowest, int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024)
"""


def texts():
    for piece in REPEATED:
        yield pytest.param([(piece * (size // len(piece) + 1))[:size] for size in SIZES], id=repr(piece))
    for name, shape in SHAPED.items():
        yield pytest.param([shape(size) for size in SIZES], id=name)


@pytest.mark.parametrize("hostile", tuple(texts()))
def test_hostile_text_is_answered_in_time_and_memory(hostile):
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps(hostile),
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
        timeout=30,
    )
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 2
    assert megabytes < 300

"""Killed at any moment, a publisher leaves the old site or the new one, and the next run carries on."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memberstudios.publish.marker import NAME
from memberstudios.publish.recovery import recover
from memberstudios.publish.site import open_site

PAGES = 60
KILLS = 25

PUBLISHER = """
import sys
from pathlib import Path
from memberstudios.publish import exchange, staging
from memberstudios.publish.site import open_site

out, way, pages = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
if way == "two renames":
    exchange._renameat2 = lambda: None
staging.sync_file_system = lambda _: None  # a kill is not a power cut: kill more often instead
print("ready", flush=True)
for number in range(int(sys.argv[4]), 10**9):
    with open_site(out, allow_shrink=True) as site:
        tree = {f"{page % 7}/{page}.html": str(number) for page in range(pages + number % 3)}
        for path, text in tree.items():
            site.put(path, text.encode())
        site.commit(tree)
    print("published", flush=True)
"""


def generation(out: Path) -> int:
    """Which site stands there; fails if it is not one whole site."""
    held = [path.read_text() for path in out.rglob("*") if path.is_file() and path.name != NAME]
    assert len(set(held)) == 1, "parts of two sites"
    number = int(held[0])
    assert len(held) == PAGES + number % 3, "a site with files missing, or too many"
    return number


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_killed_publisher_leaves_one_whole_site(tmp_path, way):
    out, moments, last = tmp_path / "site", random.Random(20261122), 0
    for _ in range(KILLS):
        command = [sys.executable, "-c", PUBLISHER, str(out), way, str(PAGES), str(last + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as publisher:
            assert publisher.stdout is not None
            for _ in range(moments.randint(1, 3)):
                publisher.stdout.readline()
            time.sleep(moments.uniform(0.0, 0.03))
            publisher.send_signal(signal.SIGKILL)
        if way == "exchange" and last:
            generation(out)
        recover(out)
        if out.exists():
            now = generation(out)
            assert now >= last
            last = now
    assert last >= 5, "killed too early to prove anything"
    with open_site(out, allow_shrink=True) as site:
        site.put("index.html", b"")
        assert site.commit(["index.html"]).files == 1

"""A directory being edited: the real command, a real browser, and people's saves."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import sites

pytestmark = pytest.mark.browser

SEEN_WITHIN_MS = 20_000
"""A person waits about a second; a machine that is busy with other things is allowed more."""
SITE = "title: 测试市委员工作室\nbase_url: https://studios.example.org/\n"
NEWS = "---\ntitle: 开门了\ndate: 2026-11-20\nsummary: 滨江街道委员工作室开门了。\n---\n正文。\n"
REPORT = "[data-serve-report] section"


def studio(name: str, more: str = "") -> str:
    return f"- id: riverside\n  name: {name}\n{more}"


class Desk:
    """A running `serve`, and all it has said so far."""

    def __init__(self, process: "subprocess.Popen[str]", root: Path) -> None:
        self.process = process
        self.root = root
        self.said: list[str] = []
        self.complained: list[str] = []
        pairs: tuple[tuple[list[str], Any], ...] = ((self.said, process.stdout), (self.complained, process.stderr))
        self._readers = [Thread(target=kept.extend, args=(pipe,)) for kept, pipe in pairs]
        for reader in self._readers:
            reader.start()
        wait_for(lambda: self.said)
        found = re.search(r"http://127\.0\.0\.1:[1-9]\d*/", self.said[0])
        assert found, self.said
        self.address = found[0]

    @property
    def builds(self) -> int:
        return sum("已生成" in line for line in self.said)

    def wait_for_builds(self, count: int) -> None:
        wait_for(lambda: self.builds >= count)

    def save(self, name: str, text: str, folder: Path | None = None) -> None:
        """Save as editors do: a file beside it, then that one in its place."""
        file = (folder or self.root) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.tmp")
        beside.write_text(text, "utf-8")
        beside.replace(file)

    def end(self, number: int) -> int:
        """The exit code after a signal, which must come at once."""
        self.process.send_signal(number)
        code = self.process.wait(5)
        for reader in self._readers:
            reader.join(5)
        return code


def wait_for(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + SEEN_WITHIN_MS / 1000
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@contextmanager
def serving(house: Path, root: Path, *options: str) -> Iterator[Desk]:
    command = [sys.executable, "-m", "memberstudios.cli", "serve", "--port", "0", "--as-of", sites.DAY]
    if (
        signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    ):  # tests in the background: what they start would ignore it too
        signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*command, "--root", str(root), *options],
        cwd=house,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        desk = Desk(process, root)
        try:
            yield desk
        finally:
            if process.poll() is None:
                desk.end(signal.SIGTERM)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program: nobody else saves files in it."""
    house = tmp_path_factory.mktemp("house")
    for name in ("memberstudios", "templates", "assets", "locales"):
        shutil.copytree(sites.ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    return house


@pytest.fixture(scope="module")
def desk(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Records without `content/`."""
    root = tmp_path_factory.mktemp("records")
    (root / "data").mkdir()
    (root / "data" / "site.yaml").write_text(SITE, "utf-8")
    (root / "data" / "studios.yaml").write_text(studio("滨江街道委员工作室"), "utf-8")
    with serving(house, root) as desk:
        desk.wait_for_builds(1)
        yield desk
        assert desk.end(signal.SIGINT) == 0
        assert "Traceback" not in "".join(desk.complained)


@pytest.fixture
def studio_page(page: Page, desk: Desk) -> Page:
    page.goto(f"{desk.address}studios/riverside.html")
    return page


def see(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=SEEN_WITHIN_MS)


def test_saved_record_is_seen(studio_page, desk):
    desk.save("data/studios.yaml", studio("江畔街道委员工作室"))
    see(studio_page, "江畔街道委员工作室")


def test_saved_template_word_and_asset_are_seen(studio_page, desk, house):
    def change(file: str, old: str, new: str) -> None:
        desk.save(file, (house / file).read_text("utf-8").replace(old, new, 1), house)

    change("templates/base.html", "</body>", "<p>模板改过了</p></body>")
    see(studio_page, "模板改过了")
    change("locales/zh-Hans/interface.yaml", "large_text: 大字", "large_text: 字大一点")
    see(studio_page, "字大一点")
    change("assets/css/tokens.css", ":root {", ":root { scroll-margin-top: 7px;")
    expect(studio_page.locator("html")).to_have_css("scroll-margin-top", "7px", timeout=SEEN_WITHIN_MS)


@pytest.mark.says("404")
def test_news_in_a_folder_that_was_not_there_is_seen(page, desk):
    page.goto(f"{desk.address}news/opened.html")
    desk.save("content/news/2026-11-20-opened.md", NEWS)
    expect(page.locator("h1")).to_have_text("开门了", timeout=SEEN_WITHIN_MS)


def test_broken_record_shows_its_report_over_the_last_good_page(studio_page, desk):
    desk.save("data/studios.yaml", studio("滨江街道委员工作室"))
    see(studio_page, "滨江街道委员工作室")
    studio_page.evaluate("document.body.dataset.same = 'page'")
    desk.save("data/studios.yaml", studio("滨江街道委员工作室", "  summary: “二楼”办事naem: x\n"))
    report = studio_page.locator(REPORT)
    expect(report).to_be_visible(timeout=SEEN_WITHIN_MS)
    assert "data/studios.yaml:3:22" in report.inner_text()
    assert studio_page.evaluate("document.body.dataset.same") == "page"
    assert from_caret_to(studio_page, ": x") == pytest.approx(0, abs=1)

    report.get_by_role("button").click()
    expect(report).to_have_count(0)
    expect(studio_page.locator("h1")).to_have_text("滨江街道委员工作室")

    desk.save("data/studios.yaml", studio("滨江街道委员工作室", "  naem: x\n"))
    expect(report).to_be_visible(timeout=SEEN_WITHIN_MS)
    desk.save("data/studios.yaml", studio("改好的工作室"))
    see(studio_page, "改好的工作室")
    expect(report).to_have_count(0)


def from_caret_to(page: Page, text: str) -> float:
    """How far, in pixels, the caret is from the beginning of the text in the line above it."""
    distance: float = page.locator(f"{REPORT} .code").evaluate_all(
        """(lines, text) => {
            const caret = lines.find((line) => line.textContent.includes("^"));
            const left = (line, index) => {
                const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                while (nodes.nextNode().length <= index) index -= nodes.currentNode.length;
                const range = document.createRange();
                range.setStart(nodes.currentNode, index);
                range.setEnd(nodes.currentNode, index + 1);
                return range.getBoundingClientRect().left;
            };
            const above = caret.previousElementSibling;
            return left(caret, caret.textContent.indexOf("^")) - left(above, above.textContent.indexOf(text));
        }""",
        text,
    )
    return distance


def test_warning_is_told_on_the_terminal_and_covers_nothing(studio_page, desk):
    count = desk.builds + 1
    desk.save("data/site.yaml", SITE.replace("base_url", "# base_url"))
    desk.wait_for_builds(count)
    wait_for(lambda: "base-url-missing" in "".join(desk.complained))
    desk.save("data/studios.yaml", studio("有提醒的工作室"))
    see(studio_page, "有提醒的工作室")
    assert desk.builds == count + 1
    expect(studio_page.locator(REPORT)).to_have_count(0)
    desk.save("data/site.yaml", SITE)
    desk.wait_for_builds(count + 2)


def test_saves_in_a_burst_are_one_build_and_editors_files_are_none(desk):
    count = desk.builds
    for number in range(6):
        desk.save("data/studios.yaml", studio(f"第{number}次"))
        time.sleep(0.03)
    desk.wait_for_builds(count + 1)
    for name in ("data/~$studios.xlsx", "data/.studios.yaml.swp", "data/4913", "site/x.html"):
        (desk.root / name).write_text("x", "utf-8")
        (desk.root / name).unlink()
    time.sleep(0.5)
    assert desk.builds == count + 1


def test_save_during_a_build_gives_another_build(studio_page, desk):
    desk.save("data/studios.yaml", studio("先保存的"))
    wait_for(lambda: "有改动" in desk.said[-1])
    desk.save("data/studios.yaml", studio("后保存的"))
    see(studio_page, "后保存的")


@pytest.mark.says("503")
def test_first_build_that_fails_shows_its_report_and_then_the_site(page, house, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "site.yaml").write_text("titel: x\n", "utf-8")
    (tmp_path / "data" / "loop").symlink_to(tmp_path)
    with serving(house, tmp_path) as desk:
        page.goto(desk.address)
        see(page, "data/site.yaml:1:1")
        see(page, "data/loop")
        (tmp_path / "data" / "loop").unlink()
        desk.save("data/site.yaml", SITE)
        desk.save("data/studios.yaml", studio("滨江街道委员工作室"))
        see(page, "测试市委员工作室")
        expect(page.locator(REPORT)).to_have_count(0)
        page.goto("about:blank")
        assert desk.end(signal.SIGINT) == 0
    assert "Traceback" not in "".join(desk.complained)


def test_site_inside_its_records_is_refused_without_a_loop(house, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "site.yaml").write_text(SITE, "utf-8")
    (tmp_path / "data" / "studios.yaml").write_text(studio("滨江街道委员工作室"), "utf-8")
    with serving(house, tmp_path, "--out", str(tmp_path / "data" / "site")) as desk:
        wait_for(lambda: desk.complained)
        time.sleep(0.5)
        assert desk.end(signal.SIGTERM) == 0
    assert len(desk.complained) == 1
    assert not (tmp_path / "data" / "site").exists()


def test_signal_ends_it_in_the_middle_of_a_build(house, tmp_path):
    with serving(house, tmp_path) as desk:
        assert desk.end(signal.SIGTERM) == 0
    assert desk.complained == []
    if sys.platform == "linux":
        running = (file.read_bytes() for file in Path("/proc").glob("[0-9]*/cmdline") if file.exists())
        assert not any(str(tmp_path).encode() in command for command in running)


def test_port_in_use_is_told_plainly(house, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        command = [sys.executable, "-m", "memberstudios.cli", "serve", "--root", str(tmp_path), "--port", port]
        result = subprocess.run(command, cwd=house, capture_output=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith(f"端口 {port} 用不了")
    assert len(result.stderr.splitlines()) == 1

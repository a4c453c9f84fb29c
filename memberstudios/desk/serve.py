"""Show a site on this machine and build it again after every change; a broken record shows its report in the browser.

A thread watches the folders and builds in a child process; livereload watches one stamp file, which changes after every
build. What is served is the last good site.
"""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from memberstudios.desk.live_server import LiveServer, PortTaken
from memberstudios.publish.writing import write_file
from memberstudios.words import Words

DONE, CANNOT_SERVE = 0, 3
_FOLDERS_OF_RECORDS = ("data", "content")
_FOLDERS_OF_HOUSE = ("templates", "assets", "locales", "memberstudios")
_DEBOUNCE_MS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What to build and show: `options` are passed on to every build."""

    home: Path
    root: Path
    out: Path
    port: int
    options: tuple[str, ...]


def serve(serving: Serving, words: Words) -> int:
    """Build, serve until interrupted, and build again after every change."""
    with tempfile.TemporaryDirectory(prefix="member-studios-") as folder:
        stamp, report = Path(folder, "stamp"), Path(folder, "report.txt")
        builder = _Builder(serving, stamp, report)
        builder.build()
        try:
            server = LiveServer(serving.out, serving.port, stamp=stamp, report=report, words=words)
        except PortTaken:
            sys.stderr.write(words("serve.port_taken", port=serving.port) + "\n")
            return CANNOT_SERVE
        stop = threading.Event()
        watcher = threading.Thread(target=_watch, args=(serving, builder, stop), daemon=True)
        watcher.start()
        sys.stdout.write(words("serve.ready", address=server.address) + "\n")
        sys.stdout.flush()
        try:
            server.run()
        finally:
            stop.set()
            watcher.join(timeout=5)
    return DONE


class _Builder:
    """Builds in a child process; keeps what it said for the browser."""

    def __init__(self, serving: Serving, stamp: Path, report: Path) -> None:
        where = ("--root", str(serving.root), "--out", str(serving.out))
        self._command = (sys.executable, "-m", "memberstudios.cli", "build", *where, *serving.options)
        self._home = serving.home
        self._stamp = stamp
        self._report = report
        self._count = 0

    def build(self) -> None:
        """Build once; the report is empty after a build without errors."""
        child = subprocess.run(  # noqa: S603 - our own program with our own arguments
            self._command, cwd=self._home, capture_output=True, encoding="utf-8", check=False
        )
        sys.stdout.write(child.stdout)
        sys.stderr.write(child.stderr)
        sys.stdout.flush()
        write_file(self._report, child.stderr.encode() if child.returncode else b"")
        self._count += 1
        write_file(self._stamp, f"{self._count}\n".encode())


def _watch(serving: Serving, builder: _Builder, stop: threading.Event) -> None:
    from watchfiles import watch

    folders = _existing(serving.root, _FOLDERS_OF_RECORDS) + _existing(serving.home, _FOLDERS_OF_HOUSE)
    out = serving.out.resolve()
    work = out.with_name(f".{out.name}.work")

    def matters(_: object, path: str) -> bool:
        changed = Path(path)
        is_output = changed.is_relative_to(out) or changed.is_relative_to(work)
        return not is_output and not _is_by_the_way(changed.parts)

    for _ in watch(
        *folders, watch_filter=matters, debounce=_DEBOUNCE_MS, step=20, stop_event=stop, raise_interrupt=False
    ):
        builder.build()


def _existing(base: Path, names: Iterable[str]) -> list[Path]:
    return [folder for name in names if (folder := (base / name).resolve()).is_dir()]


def _is_by_the_way(parts: Sequence[str]) -> bool:
    """Editors' own files and compiled Python."""
    return (
        parts[-1].startswith((".", "~$")) or parts[-1].endswith(("~", ".swp", ".tmp", ".pyc")) or "__pycache__" in parts
    )

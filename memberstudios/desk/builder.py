"""Builds in a child process, one at a time; the next child is started early and waits, so that a save is seen sooner.

A child, since a process with threads must not fork, and since changed code is only read by a new one.
Must not know what is built, who watches, or who looks at the result.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from memberstudios.base.dataclass import dataclass

_GO = "build\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to: its exit code, and what it wrote to standard output and standard error."""

    code: int
    said: str
    complained: str


class Builder:
    """Runs `arguments` of the command line in `home`, as often as asked, from one thread."""

    def __init__(self, home: Path, arguments: Sequence[str]) -> None:
        self._home = home
        self._command = (sys.executable, "-m", "memberstudios.cli.standby", *arguments)
        self._child: subprocess.Popen[str] | None = None
        self._is_ended = False
        self._lock = threading.Lock()

    def build(self) -> Outcome | None:
        """Build once; None when `end` was called before it was done."""
        child = self._child or self._start()
        if child is None:
            return None
        said, complained = child.communicate(_GO)
        self._child = None
        if self._start() is None:
            return None
        return Outcome(code=child.returncode, said=said, complained=complained)

    def discard(self) -> None:
        """Let the child that waits go; the next build will have read the program's own code anew."""
        if self._child is not None:
            _stop(self._child)
            self._child.communicate()
            self._child = None

    def end(self) -> None:
        """Stop the build under way and begin no other; may be called from another thread."""
        with self._lock:
            self._is_ended = True
            if self._child is not None:
                _stop(self._child)

    def _start(self) -> subprocess.Popen[str] | None:
        with self._lock:
            if not self._is_ended:
                self._child = _started(self._command, self._home)
            return self._child


def _started(command: Sequence[str], folder: Path) -> subprocess.Popen[str]:
    """A child in a group of its own: Ctrl+C reaches only us, and we end the child with all that it has forked."""
    return subprocess.Popen(  # noqa: S603 - our own program with our own arguments
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # only Windows has it
    )


def _stop(child: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        child.terminate()
    elif child.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended in this very moment
            os.killpg(child.pid, signal.SIGTERM)

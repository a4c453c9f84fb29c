"""Show a site on this machine and build it again after every change; a broken record shows its report in the browser.

One thread watches the folders and has a child process build; the event loop serves the last good site.
Must not know how a site is built.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol

from memberstudios.base.dataclass import dataclass
from memberstudios.desk.builder import Builder, Outcome
from memberstudios.desk.live_server import LiveServer, PortTaken, Shown
from memberstudios.desk.watching import Watched, changes
from memberstudios.words import Words

__all__ = ["PortTaken", "Serving", "Speaker", "serve"]

_OF_RECORDS: Final = frozenset({"data", "content"})
_CODE: Final = "memberstudios"
_OF_HOUSE: Final = frozenset({"templates", "assets", "locales", _CODE})
_ENDINGS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_WRONG_RECORDS: Final = 1
_TICK_S: Final = 0.5


class Speaker(Protocol):
    """The terminal: what is said at once, to standard output and to standard error. Called from two threads."""

    def say(self, text: str) -> None: ...

    def complain(self, text: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What to build and show: `options` are passed on to every build."""

    home: Path
    root: Path
    out: Path
    port: int
    options: tuple[str, ...]


def serve(serving: Serving, words: Words, speaker: Speaker) -> None:
    """Build, serve, and build again after every change, until a signal ends it. Raises PortTaken."""
    logging.getLogger("tornado").setLevel(logging.ERROR)  # not every lost address; bugs of ours, though
    asyncio.run(_serve(serving, words, speaker))


async def _serve(serving: Serving, words: Words, speaker: Speaker) -> None:
    server = LiveServer(serving.out, words, Shown(site=f"{os.getpid()}-0"))
    address = server.open(serving.port)
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    desk = _Desk(serving, words, speaker, lambda shown: loop.call_soon_threadsafe(server.show, shown))
    with _told_by_signals(lambda: loop.call_soon_threadsafe(ended.set)):
        speaker.say(words("serve.ready", address=address) + "\n")
        working = asyncio.create_task(asyncio.to_thread(desk.work))
        working.add_done_callback(lambda _: ended.set())
        try:
            await _wait(ended)
        finally:
            desk.end()
            await server.close()
            await working
    speaker.say(words("serve.ended") + "\n")


class _Desk:
    """Builds at the start and after every change; tells the terminal and the browsers what came of it."""

    def __init__(self, serving: Serving, words: Words, speaker: Speaker, show: Callable[[Shown], object]) -> None:
        self._words = words
        self._speaker = speaker
        self._show = show
        home, root = serving.home.resolve(), serving.root.resolve()
        self._code = home / _CODE
        self._bases = (root, home)
        self._watched = Watched(
            names={home: _OF_HOUSE, root: _OF_RECORDS} if home != root else {home: _OF_HOUSE | _OF_RECORDS}
        )
        where = ("--root", str(serving.root), "--out", str(serving.out))
        self._builder = Builder(serving.home, ("build", *where, *serving.options))
        self._stop = threading.Event()
        self._sites = 0

    def work(self) -> None:
        """Until `end`; to be run in a thread of its own."""
        try:
            for changed in changes(self._watched, self._stop):
                if changed:
                    self._tell_of(changed)
                if any(path.is_relative_to(self._code) for path in changed):
                    self._builder.discard()
                outcome = self._builder.build()
                if outcome is None:
                    return
                self._report(outcome)
        finally:
            self._builder.discard()

    def end(self) -> None:
        """Stop watching, and the build that is under way; from any thread."""
        self._stop.set()
        self._builder.end()

    def _tell_of(self, changed: frozenset[Path]) -> None:
        first = min(changed)
        base = next((base for base in self._bases if first.is_relative_to(base)), first.parent)
        key = "serve.changed" if len(changed) == 1 else "serve.changed_more"
        path = first.relative_to(base).as_posix()
        self._speaker.say(self._words(key, path=path, count=len(changed)) + "\n")

    def _report(self, outcome: Outcome) -> None:
        self._speaker.say(outcome.said)
        self._speaker.complain(outcome.complained)
        if outcome.code == 0:
            self._sites += 1
        site = f"{os.getpid()}-{self._sites}"
        if outcome.code == 0:
            self._show(Shown(site=site))
            return
        title = self._words("serve.broken" if outcome.code == _WRONG_RECORDS else "serve.failed")
        self._show(Shown(site=site, title=title, report=outcome.complained))


@contextmanager
def _told_by_signals(tell: Callable[[], object]) -> Iterator[None]:
    """Ctrl+C and the like call `tell`; those that are ignored, as by nohup, stay so."""
    numbers = [number for name in _ENDINGS if (number := getattr(signal, name, None)) is not None]
    before = {number: handler for number in numbers if (handler := signal.getsignal(number)) != signal.SIG_IGN}
    for number in before:
        signal.signal(number, lambda *_: tell())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


async def _wait(ended: asyncio.Event) -> None:
    """Until it is set; on Windows a loop that sleeps does not notice Ctrl+C before it wakes."""
    while not ended.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), _TICK_S)

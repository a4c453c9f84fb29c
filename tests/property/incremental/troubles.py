"""What happens to a site and its cache between two builds, without any change of a record."""

import os
import shutil
import signal
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from tests.property.incremental.comparison import Twin
from tests.property.incremental.world import World

Trouble = Callable[[Twin, World, Random], None]
_KEPT = ("state", "contents")
_LATEST_KILL_S = 0.3
_MOST_CALLS = 2500
"""About as many files are opened, linked and moved in a build of a small directory."""


def nothing(twin: Twin, world: World, random: Random) -> None:
    """Most of the time all goes well."""


def harm_site(twin: Twin, world: World, random: Random) -> None:
    """Published files deleted, changed, cut short, touched, opened to others, or put into place anew."""
    files = sorted(path for path in twin.site.rglob("*.*") if path.is_file() and not path.name.startswith("."))
    for path in random.sample(files, min(len(files), random.randint(1, 4))):
        data = path.read_bytes()
        way = random.randrange(6)
        if way == 0:
            path.unlink()
        elif way == 1:
            path.write_bytes(bytes(reversed(data)))
        elif way == 2:
            path.write_bytes(data[: len(data) // 2])
        elif way == 3:
            os.utime(path)
        elif way == 4:
            path.chmod(0o600)
        else:
            path.unlink()
            path.write_bytes(data)


def lose_site(twin: Twin, world: World, random: Random) -> None:
    """The whole site gone, or an older copy of it in its place."""
    copy = twin.folder / "copy"
    if random.random() < 0.5 and not copy.exists():
        shutil.copytree(twin.site, copy)
        return
    shutil.rmtree(twin.site)
    if copy.exists():
        copy.rename(twin.site)


def lose_spare(twin: Twin, world: World, random: Random) -> None:
    """The folder in which sites are made."""
    shutil.rmtree(twin.folder / ".site.work", ignore_errors=True)


def lose_cache(twin: Twin, world: World, random: Random) -> None:
    """All of it, or one file."""
    if random.random() < 0.3:
        shutil.rmtree(twin.cache, ignore_errors=True)
    else:
        (twin.cache / random.choice(_KEPT)).unlink(missing_ok=True)


def harm_cache(twin: Twin, world: World, random: Random) -> None:
    """A file of it cut short, with one byte flipped, or with something behind it."""
    path = twin.cache / random.choice(_KEPT)
    if not path.is_file():
        return
    data = bytearray(path.read_bytes())
    way = random.randrange(3)
    if way == 0:
        del data[random.randrange(len(data)) :]
    elif way == 1:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    else:
        data += random.randbytes(20)
    path.write_bytes(data)


def keep_old_cache(twin: Twin, world: World, random: Random) -> None:
    """A file of the cache as it was some time ago, as a backup brings it back."""
    name = random.choice((*_KEPT, "all"))
    old = twin.folder / f"old-{name}"
    for one in _KEPT if name == "all" else (name,):
        here, there = twin.cache / one, Path(f"{old}-{one}")
        if there.exists():
            twin.cache.mkdir(exist_ok=True)
            there.rename(here)
        elif here.exists():
            shutil.copyfile(here, there)


def other_version(twin: Twin, world: World, random: Random) -> None:
    """The program is another one, or again the one before."""
    twin.version = random.choice((b"1", b"2"))


def open_cache(twin: Twin, world: World, random: Random) -> None:
    """A cache that others may write to, or again not."""
    if twin.cache.is_dir():
        mode = stat.S_IMODE(twin.cache.stat().st_mode)
        twin.cache.chmod(0o755 if mode & stat.S_IWOTH else 0o777)


def kill_later(twin: Twin, world: World, random: Random) -> None:
    """A build killed after a while."""
    after_s = random.random() * _LATEST_KILL_S
    _kill(twin, world, lambda: None, after_s)


def kill_at_call(twin: Twin, world: World, random: Random) -> None:
    """A build killed right before it opens, links or moves a certain file."""
    left = random.choice((random.randint(1, _MOST_CALLS), random.randint(1, _MOST_CALLS // 10)))

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event == "open" or event.startswith("os."):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    _kill(twin, world, lambda: sys.addaudithook(count), 60)


def _kill(twin: Twin, world: World, prepare: Callable[[], object], after_s: float) -> None:
    """Build in a child, which is killed when the time is up; what it forked may go on for a while."""
    child = os.fork()
    if child == 0:
        try:
            prepare()
            twin.build(world)
        finally:
            os._exit(0)
    until = time.monotonic() + after_s
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


TROUBLES: Final[tuple[Trouble, ...]] = (
    nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, harm_site, harm_site,
    lose_site, lose_spare, lose_cache, harm_cache, harm_cache, keep_old_cache, keep_old_cache, other_version,
    open_cache, kill_later, kill_at_call, kill_at_call,
)  # fmt: skip

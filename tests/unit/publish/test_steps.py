"""Builds one after the other, with hands in the site and in the spare, and kills in between.

After each, the live site is whole, the old one or the new one; the next build that is let through makes it exactly what
was asked for. Kills come at every call to the operating system in turn, and at random ones.
"""

import itertools
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import pytest

from memberstudios.publish import exchange, staging
from memberstudios.publish.listing import Look, listing
from memberstudios.publish.marker import NAME, marker_bytes
from memberstudios.publish.recovery import recover
from memberstudios.publish.site import open_site
from memberstudios.publish.staging import Published
from memberstudios.publish.trees import above

from .conftest import NEW, OLD, Tree

CALLS = """
    chmod close fchmod fsync link listdir lstat mkdir open read rename replace rmdir scandir unlink utime write
"""
STEPS = 16
LITTER = (".gz", ".DS_Store")
"""It may lie beside our files, and stays until something changes."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")


@pytest.fixture(params=["exchange", "two renames"], autouse=True)
def way(request, monkeypatch):
    # A kill is not a power cut: what was written stays written.
    monkeypatch.setattr(staging, "sync_file_system", lambda _: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    if request.param == "exchange":
        if not sys.platform.startswith("linux"):
            pytest.skip("only Linux exchanges two folders")
    else:
        monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    return request.param


class Builder:
    """Remembers what it made and how that looked, and keeps what still looks so."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.made: Mapping[str, tuple[bytes, Look]] = {}

    def build(self, tree: Tree) -> Published:
        with open_site(self.out, allow_shrink=True) as site:
            seen = listing(self.out)
            kept = {path for path, data in tree.items() if self.made.get(path) == (data, seen.get(path))}
            site.keep(kept)
            for path in tree.keys() - kept:
                site.put(path, tree[path])
            published = site.commit(tree.keys())
            seen = listing(self.out)
            self.made = {path: (data, seen[path]) for path, data in tree.items()}
        return published

    def build_until_killed(self, tree: Tree, at: int) -> bool:
        """Build in a child that is killed before its call number `at`; whether it came so far."""
        child = os.fork()
        if not child:
            kill_at(at)
            self.build(tree)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        assert status in (0, signal.SIGKILL)
        return status != 0


def kill_at(at: int) -> None:
    calls = itertools.count(1)

    def deadly(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments, **options):
            if next(calls) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **options)

        return call

    for name in CALLS.split():
        setattr(os, name, deadly(getattr(os, name)))
    exchange._exchange = deadly(exchange._exchange)


def folders(root: Path) -> Collection[str]:
    return {"", *(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir())}


@pytest.mark.parametrize("history", [[OLD], [{**OLD, "a/two.html": b"2", "x/y": b""}, OLD]], ids=["link", "spare"])
def test_killed_at_any_call_leaves_the_old_site_or_the_new_one(way, out, held, spare, history):
    for at in itertools.count(1):
        for tree in (out, spare.parent):
            shutil.rmtree(tree, ignore_errors=True)
        builder = Builder(out)
        for tree in history:
            builder.build(tree)
        killed = builder.build_until_killed(NEW, at)
        if way == "two renames":
            recover(out)
        assert held() in ((OLD, NEW) if killed else (NEW,)), at
        builder.build(NEW)
        assert held() == NEW
        assert folders(out) == above(NEW)
        assert sorted(path.name for path in spare.parent.iterdir()) == ["lock", "spare"]
        if not killed:
            break
    assert at > 40


class Hands:
    """What people and programs do to folders that are not theirs."""

    def __init__(self, out: Path, dice: random.Random) -> None:
        self.out, self.dice = out, dice
        self.work = out.parent / f".{out.name}.work"

    def touch(self) -> None:
        for _ in range(self.dice.choice([0, 0, 1, 2, 4])):
            self.touch_site()
        for _ in range(self.dice.choice([0, 0, 1, 3])):
            self.touch_work()

    def files(self, tree: Path) -> list[Path]:
        return sorted(path for path in tree.rglob("*") if path.name != NAME and (path.is_symlink() or path.is_file()))

    def touch_site(self) -> None:
        files = [path for path in self.files(self.out) if not path.name.endswith(LITTER)]
        if not files:
            return
        path = self.dice.choice(files)
        match self.dice.randrange(7):
            case 0:
                path.write_bytes(path.read_bytes() + b"by hand")
            case 1:
                data = path.read_bytes()
                path.unlink()
                path.write_bytes(data + b"anew")
            case 2:
                path.unlink()
            case 3:
                path.chmod(0o600)
            case 4:
                for each in files:
                    if each.parent == path.parent:
                        each.unlink()
            case 5:
                path.with_name(path.name + ".gz").write_bytes(b"")
            case 6:
                (path.parent / ".DS_Store").write_bytes(b"")

    def touch_work(self) -> None:
        tree = self.dice.choice([self.work / "spare", self.work / "spare", self.work / "new", self.work / "put"])
        if not tree.exists():
            tree.mkdir()
            (tree / NAME).write_bytes(marker_bytes(["evil"]))
            (tree / "evil").write_bytes(b"evil")
        files = self.files(tree)
        path = self.dice.choice(files or [tree])
        match self.dice.randrange(8) if files else 0:
            case 0:
                shutil.rmtree(tree)
            case 1:
                for each in files[:: self.dice.choice([2, 3])]:
                    each.unlink()
            case 2:
                (path.parent / "evil.html").write_bytes(b"evil")
            case 3:
                path.unlink(missing_ok=True)
                path.symlink_to(self.dice.choice(["/etc", "/etc/hostname", str(self.out)]))
            case 4:
                path.unlink(missing_ok=True)
                (path / "deep").mkdir(parents=True)
                (path / "deep/evil.html").write_bytes(b"evil")
            case 5:
                other = self.dice.choice(files)
                path.rename(tree / str(self.dice.random()))
                if other != path:
                    other.rename(path)
            case 6:
                path.unlink(missing_ok=True)
                source = self.dice.choice(self.files(self.out) or [self.work / "lock"])
                path.hardlink_to(source)
            case 7:
                (tree / NAME).unlink(missing_ok=True)
                (tree / NAME).write_bytes(marker_bytes(["evil"]))


def next_tree(tree: Tree, dice: random.Random, number: int) -> dict[str, bytes]:
    """The site as it shall be next: most as it was, some changed, new, gone, renamed, a folder where a file was."""
    wanted = dict(tree)
    for _ in range(dice.choice([0, 1, 1, 2, 5])):
        paths = sorted(wanted)
        path = dice.choice(paths)
        match dice.randrange(6):
            case 0 | 1:
                wanted[path] = b"%d" % number * dice.randrange(1, 4)
            case 2:
                wanted[f"{dice.choice('abc')}/{dice.choice('de')}/{dice.randrange(9)}.html"] = b"new %d" % number
            case 3 if len(wanted) > 4:
                del wanted[path]
            case 4:
                wanted[f"renamed/{number}.html"] = wanted.pop(path)
            case 5:
                folder = path.rpartition("/")[0]
                if folder:
                    wanted = {each: data for each, data in wanted.items() if not each.startswith(f"{folder}/")}
                    wanted[folder] = b"a file now"
                else:
                    data = wanted.pop(path)
                    wanted[f"{path}/a folder now"] = data
    names = above(wanted)
    return {path: data for path, data in wanted.items() if path not in names}


def without_litter(tree: Tree) -> Tree:
    return {path: data for path, data in tree.items() if not path.endswith(LITTER)}


@pytest.mark.parametrize("seed", range(8))
def test_sequence_of_builds_with_kills_and_hands(way, out, held, seed):
    dice = random.Random(seed)
    hands, builder, kills = Hands(out, dice), Builder(out), 0
    tree: Tree = {f"{name}/{number}.html": b"%d" % number for name in "abc" for number in range(4)}
    builder.build(tree)
    for number in range(STEPS):
        hands.touch()
        before, tree = without_litter(held()), next_tree(tree, dice, number)
        if dice.random() < 0.6:
            killed = builder.build_until_killed(tree, int(dice.triangular(1, 260, 60)))
            if way == "two renames":
                recover(out)
            assert without_litter(held()) in ((before, tree) if killed else (tree,)), number
            kills += killed
            if dice.random() < 0.5:
                hands.touch()
        before = held()
        published = builder.build(tree)
        assert without_litter(held()) == tree, number
        assert not published.changed or folders(out) == above(tree)
        assert published.files == len(tree)
        assert published.changed >= sum(before.get(path) != data for path, data in tree.items())
    assert kills

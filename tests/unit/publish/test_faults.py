"""Every call to the operating system fails in turn: the site is always the old one or the new one, and is mended.

The two ways of putting a tree in place are tried, the exchange and the two renames; and the ways of making it: of what
was put alone, with links to what is kept, and of the spare.
"""

import ctypes
import errno
import itertools
import os
import shutil
import sys

import pytest

from memberstudios.publish import exchange, staging
from memberstudios.publish.errors import PublishError
from memberstudios.publish.recovery import recover
from memberstudios.publish.site import open_site

from .conftest import NEW, OLD

CALLS = """
    chmod close fchmod fstat fsync link listdir lstat makedirs mkdir open read rename replace rmdir scandir stat unlink
    write
"""
FAULTS = ((errno.ENOSPC, False), (errno.EIO, True))
OLDER = {**OLD, "a/two.html": b"2", "gone/x.html": b""}
KEPT = ("a/one.html", "b/c/three.css")


class Faults:
    """Counts calls and makes one of them fail, or that one and all after it."""

    def __init__(self, monkeypatch, number, *, at, lasting):
        self.calls, self.number, self.at, self.lasting = 0, number, at, lasting
        for name in CALLS.split():
            monkeypatch.setattr(os, name, self.guarded(getattr(os, name), real_close=name == "close"))
        monkeypatch.setattr(staging, "sync_file_system", self.guarded(lambda _: None))
        monkeypatch.setattr(exchange, "_exchange", self.guarded(exchange._exchange))

    def guarded(self, function, *, real_close=False):
        def call(*arguments, **options):
            self.calls += 1
            if self.calls == self.at or (self.lasting and self.calls > self.at):
                if real_close:
                    function(*arguments)  # Linux closes a descriptor even when it reports an error
                raise OSError(self.number, os.strerror(self.number))
            return function(*arguments, **options)

        return call


@pytest.fixture(params=["exchange", "two renames"])
def way(request, monkeypatch):
    # Hundreds of sites are made: without this the disk's patience is all that is tested. Both calls can still fail.
    monkeypatch.setattr(staging, "sync_file_system", lambda _: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    if request.param == "exchange":
        if not sys.platform.startswith("linux"):
            pytest.skip("only Linux exchanges two folders")
    else:
        monkeypatch.setattr(exchange, "_renameat2", lambda: None)


@pytest.mark.parametrize(("before", "keep"), [([], ()), ([], KEPT), ([OLDER], KEPT)], ids=["put", "link", "spare"])
@pytest.mark.parametrize("fault", FAULTS, ids=["once", "from then on"])
def test_site_is_old_or_new_whatever_fails(way, publish, held, out, spare, fault, before, keep):
    for at in itertools.count(1):
        shutil.rmtree(out, ignore_errors=True)
        shutil.rmtree(spare, ignore_errors=True)
        for tree in (*before, OLD):
            publish(tree)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fault[0], at=at, lasting=fault[1])
            error = None
            try:
                publish(NEW, keep=keep)
            except PublishError as caught:
                error = caught
        if at > faults.calls:
            break
        if error is not None and error.old_site_stands is None:
            assert error.code == "stranded"
            recover(out)
            assert held() in (OLD, NEW)
        else:
            assert held() == (NEW if error is None or error.old_site_stands is False else OLD), (at, error)
        publish(NEW)
        assert held() == NEW
        assert sorted(os.listdir(out.parent / ".site.work")) == ["lock", "spare"]
    assert at > 40


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "not_permitted"),
        (errno.ENAMETOOLONG, "name_too_long"),
        (errno.EIO, "disk_error"),
    ],
)
def test_error_of_the_system_becomes_a_code_with_its_place(out, monkeypatch, number, code):
    with open_site(out) as site:
        monkeypatch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(number, "no")))
        with pytest.raises(PublishError) as caught:
            site.put("a.html", b"a")
        monkeypatch.undo()
    assert (caught.value.code, caught.value.old_site_stands) == (code, True)
    assert caught.value.values["path"].endswith("a.html")


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV], ids=errno.errorcode.get)
def test_mount_point_seen_only_at_the_exchange_gets_the_same_advice(publish, held, monkeypatch, number):
    publish(OLD)
    monkeypatch.setattr(exchange, "_exchange", lambda *_: (_ for _ in ()).throw(OSError(number, "no")))
    with pytest.raises(PublishError) as caught:
        publish(NEW)
    assert (caught.value.code, caught.value.old_site_stands) == ("mount_point", True)
    assert held() == OLD


def test_file_system_that_cannot_exchange_gets_two_renames(publish, held, monkeypatch):
    publish(OLD)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EINVAL)
    monkeypatch.setattr(exchange, "_renameat2", lambda: lambda *_: -1)
    publish(NEW)
    assert held() == NEW


def test_disk_that_fails_between_two_renames_and_at_undoing_them_is_mended_by_the_next_run(
    publish, held, out, monkeypatch
):
    publish(OLD)
    monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    rename = os.rename

    def fail_while_there_is_no_site(*arguments):
        if not out.exists():
            raise OSError(errno.EIO, "no")
        rename(*arguments)

    monkeypatch.setattr(os, "rename", fail_while_there_is_no_site)
    with pytest.raises(PublishError) as caught:
        publish(NEW)
    monkeypatch.undo()
    assert (caught.value.code, caught.value.old_site_stands) == ("stranded", None)
    assert not out.exists()
    recover(out)
    assert held() in (OLD, NEW)

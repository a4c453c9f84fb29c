"""Files of the live site that are neither made again nor written."""

import os

import pytest

from memberstudios.publish.errors import PublishError
from memberstudios.publish.listing import listing
from memberstudios.publish.site import open_site

from .conftest import NEW, OLD, untouched

KEPT = ("a/one.html", "b/c/three.css")


def incomplete(out, keep, paths, put=()):
    with open_site(out) as site:
        site.keep(keep)
        for path in put:
            site.put(path, b"x")
        with pytest.raises(PublishError) as caught:
            site.commit(paths)
    assert caught.value.code == "incomplete"
    return caught.value.values


def test_kept_files_stay_and_the_rest_goes(publish, held, out):
    publish(OLD)
    before = listing(out)
    published = publish(NEW, keep=KEPT)
    assert held() == NEW
    assert (published.files, published.changed, published.removed) == (4, 2, 1)
    assert all(listing(out)[path] == before[path] for path in KEPT)


def test_kept_file_is_not_read(publish, held, monkeypatch):
    publish(OLD)
    read = os.read
    opened: list[int] = []

    def noted(descriptor, size):
        opened.append(size)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", noted)
    publish({**OLD, "index.html": b"NEW"}, keep=OLD.keys() - {"index.html"})
    assert held()["index.html"] == b"NEW"
    assert len(opened) == 1


def test_all_kept_touches_nothing(publish, out, spare):
    publish(OLD)
    before = untouched(out)
    published = publish(OLD, keep=OLD.keys())
    assert (published.files, published.changed, published.removed) == (4, 0, 0)
    assert untouched(out) == before
    assert not spare.exists()


def test_equal_file_that_is_put_beside_kept_ones_touches_nothing(publish, out):
    publish(OLD)
    before = untouched(out)
    assert publish(OLD, keep=KEPT).changed == 0
    assert untouched(out) == before


def test_kept_file_can_be_left_out_only_together_with_its_name(publish, out):
    publish(OLD)
    assert incomplete(out, OLD, OLD.keys() - {"index.html"}) == {"path": "index.html", "count": "1"}


def test_kept_file_that_is_not_there_is_missing(publish, out):
    publish(OLD)
    (out / "index.html").unlink()
    assert incomplete(out, OLD, OLD)["path"] == "index.html"
    assert incomplete(out, ["../data/x"], ["../data/x"])["path"] == "../data/x"


def test_file_that_is_neither_put_nor_kept_is_missing(publish, out):
    publish(OLD)
    assert incomplete(out, KEPT, OLD, put=["index.html"])["path"] == "a/two.html"


def test_nothing_can_be_kept_of_no_site(out):
    assert incomplete(out, ["index.html"], ["index.html"])["path"] == "index.html"


def test_file_that_is_put_as_well_is_the_one_that_was_put(publish, held, out):
    publish(OLD)
    with open_site(out) as site:
        site.keep(OLD)
        site.put("index.html", b"NEW")
        assert site.commit(OLD).changed == 1
    assert held() == {**OLD, "index.html": b"NEW"}


def test_new_name_that_differs_by_case_from_a_kept_one_is_refused(publish, out):
    publish(OLD)
    with open_site(out) as site:
        site.keep(OLD)
        site.put("A/five.html", b"")
        with pytest.raises(PublishError) as caught:
            site.commit([*OLD, "A/five.html"])
    assert caught.value.code == "names_collide"


@pytest.mark.parametrize("wanted", [{"0.html": b""}, {}])
def test_site_that_lost_most_is_refused_though_the_rest_is_kept(publish, held, wanted):
    tree = {f"{number}.html": b"" for number in range(10)}
    publish(tree)
    with pytest.raises(PublishError) as caught:
        publish(wanted, keep=wanted)
    assert caught.value.code == ("shrunk" if wanted else "empty")
    assert held() == tree
    publish(wanted, keep=wanted, allow_shrink=True)
    assert held() == wanted


def test_foreign_file_that_comes_while_we_work_is_not_lost(publish, out, held):
    publish(OLD)
    with open_site(out) as site:
        site.keep(OLD)
        site.put("index.html", b"NEW")
        (out / "a" / "CNAME").write_bytes(b"example.org")
        with pytest.raises(PublishError) as caught:
            site.commit(OLD)
    assert caught.value.code == "foreign_files"
    assert held() == {**OLD, "a/CNAME": b"example.org"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_children_put_beside_what_is_kept(publish, held, out):
    publish(OLD)
    with open_site(out) as site:
        site.keep(KEPT)
        for path in ("deep/er/1.html", "deep/er/2.html", "a/new/3.html"):
            child = os.fork()
            if not child:
                site.put(path, path.encode())
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0
        site.commit([*KEPT, "deep/er/1.html", "deep/er/2.html", "a/new/3.html"])
    assert held().keys() == {*KEPT, "deep/er/1.html", "deep/er/2.html", "a/new/3.html"}


def test_kept_file_keeps_its_bytes_and_time_where_links_are_not_possible(publish, out, held, monkeypatch):
    publish(OLD)
    before = (out / "a/one.html").stat().st_mtime_ns
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    for tree in (NEW, OLD, NEW):
        assert publish(tree, keep=KEPT).changed == 2
        assert held() == tree
        assert (out / "a/one.html").stat().st_mtime_ns == before

"""Publishing a whole site: what is written, what is kept, what is refused."""

import os
import stat
import subprocess
import sys

import pytest

from memberstudios.publish.errors import PublishError
from memberstudios.publish.marker import NAME
from memberstudios.publish.recovery import recover
from memberstudios.publish.site import open_site

from .conftest import NEW, OLD


def refused(code, call, *arguments, **options):
    with pytest.raises(PublishError) as caught:
        call(*arguments, **options)
    assert caught.value.code == code
    return caught.value


def test_first_site_is_written_whole(publish, held):
    published = publish(OLD)
    assert held() == OLD
    assert (published.files, published.changed, published.removed) == (4, 4, 0)


def test_second_site_replaces_the_first_and_counts_what_changed(publish, held):
    publish(OLD)
    published = publish(NEW)
    assert held() == NEW
    assert (published.files, published.changed, published.removed) == (4, 2, 1)


def test_unchanged_file_keeps_its_inode_and_time(publish, out):
    publish(OLD)
    before = (out / "a/one.html").stat()
    publish(NEW)
    after = (out / "a/one.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_unchanged_file_keeps_its_time_where_links_are_not_possible(publish, out, monkeypatch):
    publish(OLD)
    before = (out / "a/one.html").stat().st_mtime_ns
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    assert publish(NEW).changed == 2
    assert (out / "a/one.html").stat().st_mtime_ns == before


def test_same_site_again_touches_nothing(publish, out):
    publish(OLD)
    before = out.stat()
    assert publish(OLD).changed == 0
    assert os.path.samestat(before, out.stat())


def test_same_files_give_the_same_marker(publish, out, tmp_path):
    publish(OLD)
    with open_site(tmp_path / "other") as staging:
        for path in reversed(list(OLD)):
            staging.put(path, OLD[path])
        staging.commit(list(OLD))
    assert (out / NAME).read_bytes() == (tmp_path / "other" / NAME).read_bytes()


def test_hand_edited_file_is_written_again(publish, out, held):
    publish(OLD)
    (out / "index.html").write_bytes(b"OLD")
    assert publish(OLD).changed == 1
    assert held() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_the_umask(publish, out, umask):
    before = os.umask(umask)
    try:
        publish(OLD)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in out.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [out, *out.rglob("*")] if path.is_dir()}
    assert (modes, folders) == ({0o644}, {0o755})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_children_fill_the_same_tree(out, held):
    with open_site(out) as staging:
        children = []
        for share in (0, 1):
            child = os.fork()
            if not child:
                for number in range(share, 200, 2):
                    staging.put(f"deep/er/{number}.html", b"%d" % number)
                os._exit(0)
            children.append(child)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
        staging.commit([f"deep/er/{number}.html" for number in range(200)])
    assert held() == {f"deep/er/{number}.html": b"%d" % number for number in range(200)}


def test_leaving_without_commit_changes_nothing(publish, out, held):
    publish(OLD)
    with open_site(out) as staging:
        staging.put("index.html", b"never")
    assert held() == OLD
    assert sorted(os.listdir(out.parent / ".site.work")) == ["lock"]


def test_missing_or_extra_file_is_refused(out):
    with open_site(out) as staging:
        staging.put("a.html", b"a")
        assert refused("incomplete", staging.commit, ["a.html", "b.html"]).values["path"] == "b.html"
        assert refused("incomplete", staging.commit, []).values["path"] == "a.html"


def test_same_name_twice_is_refused(out):
    with open_site(out) as staging:
        staging.put("a.html", b"a")
        refused("put_twice", staging.put, "a.html", b"b")


@pytest.mark.parametrize(
    "path", [NAME, "", "a/", "a/../../b.html", "/etc/passwd", "aux.html", "five:.html", "a/five!.html\n"]
)
def test_unsafe_name_is_refused_in_a_known_folder_too(out, path):
    with open_site(out) as staging:
        staging.put("a/plain.html", b"")
        refused("unsafe_name", staging.put, path, b"")


def test_empty_site_is_refused_unless_allowed(publish, held):
    publish(OLD)
    assert refused("empty", publish, {}).old_site_stands is True
    assert held() == OLD
    publish({}, allow_shrink=True)
    assert held() == {}


def test_site_that_lost_most_files_is_refused_unless_allowed(publish, held):
    publish({f"{number}.html": b"" for number in range(10)})
    values = refused("shrunk", publish, {f"{number}.html": b"" for number in range(4)}).values
    assert values == {"before": "10", "now": "4"}
    publish({f"{number}.html": b"" for number in range(5)})
    publish({"0.html": b""}, allow_shrink=True)
    assert held() == {"0.html": b""}


def test_site_that_lost_most_pages_is_refused_though_its_assets_stand(publish):
    assets = {f"assets/{number}.js": b"" for number in range(20)}
    publish({**assets, "a.html": b"", "b.html": b"", "c.html": b""})
    refused("shrunk", publish, {**assets, "a.html": b""})


def test_second_program_is_refused_while_the_first_publishes(out):
    with open_site(out), pytest.raises(PublishError) as caught, open_site(out):
        pass
    assert caught.value.code == "busy"


def test_folder_that_was_not_made_here_is_left_alone(publish, out, held):
    out.mkdir()
    (out / "thesis.doc").write_bytes(b"years of work")
    refused("not_ours", publish, NEW)
    assert held() == {"thesis.doc": b"years of work"}


def test_empty_folder_is_taken(publish, out, held):
    out.mkdir()
    publish(OLD)
    assert held() == OLD


def test_foreign_file_inside_a_site_is_never_lost(publish, out):
    publish(OLD)
    (out / "a" / "CNAME").write_bytes(b"example.org")
    assert refused("foreign_files", publish, NEW).values["names"] == "a/CNAME"
    assert (out / "a" / "CNAME").exists()


def test_compressed_copies_and_desktop_litter_are_not_foreign(publish, out, held):
    publish(OLD)
    for name in ("index.html.gz", "index.html.br", "a/.DS_Store"):
        (out / name).write_bytes(b"")
    publish(OLD)
    assert "index.html.gz" in held()
    publish(NEW)
    assert held() == NEW


def test_link_inside_a_site_is_foreign(publish, out):
    publish(OLD)
    (out / "index.html").unlink()
    (out / "index.html").symlink_to("/etc/hostname")
    refused("foreign_files", publish, NEW)


def test_site_that_is_a_link_is_refused(publish, out, tmp_path):
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    refused("is_link", publish, NEW)


def test_site_that_is_a_file_is_refused(publish, out):
    out.write_bytes(b"")
    refused("not_folder", publish, NEW)


def test_site_around_or_inside_its_input_is_refused(tmp_path):
    (tmp_path / "data").mkdir()
    for out, code in ((tmp_path, "holds_input"), (tmp_path / "data" / "site", "inside_input")):
        with pytest.raises(PublishError) as caught, open_site(out, inputs=[tmp_path / "data"]):
            pass
        assert caught.value.code == code
    assert not list((tmp_path / "data").iterdir())


def test_mount_point_is_refused_with_advice(publish, out, monkeypatch):
    out.mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == str(out))
    refused("mount_point", publish, NEW)


def test_foreign_work_folder_is_left_alone(publish, out):
    work = out.parent / ".site.work"
    work.mkdir()
    (work / "precious").write_bytes(b"")
    refused("work_not_ours", publish, NEW)
    assert (work / "precious").exists()


def test_recovery_without_any_trace_does_nothing(out):
    recover(out)
    assert not list(out.parent.iterdir())


def test_recovery_refuses_while_a_program_publishes(out):
    with open_site(out):
        refused("busy", recover, out)


def test_lock_ends_with_its_holder(out):
    program = "import os, sys; from pathlib import Path; from memberstudios.publish.site import open_site\n"
    program += "with open_site(Path(sys.argv[1])): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", program, str(out)], check=False).returncode == 9
    with open_site(out) as staging:
        staging.put("a", b"")
        staging.commit(["a"])

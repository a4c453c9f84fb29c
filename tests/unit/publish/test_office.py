"""The office's folder: our files are brought up to date, nothing else is touched."""

import os

import pytest

from memberstudios.publish.errors import PublishError
from memberstudios.publish.office import MARKER, OfficeFolder, looks

FILES = {"index.html": b"page", "gaps.csv": b"gaps"}


@pytest.fixture
def folder(tmp_path):
    return OfficeFolder(tmp_path / "report", tmp_path / "site")


def contents(tmp_path):
    return {path.name: path.read_bytes() for path in (tmp_path / "report").iterdir() if path.name != MARKER}


def test_all_files_are_written(folder, tmp_path):
    found = folder.write(FILES, tuple(FILES))
    assert contents(tmp_path) == FILES
    assert set(found) == set(FILES)
    assert found == looks(tmp_path / "report")


def test_a_file_with_the_same_bytes_stays_the_same_file(folder):
    before = folder.write(FILES, tuple(FILES))
    after = folder.write({**FILES, "gaps.csv": b"other"}, tuple(FILES))
    assert after["index.html"] == before["index.html"]
    assert after["gaps.csv"] != before["gaps.csv"]


def test_a_file_that_stays_needs_no_bytes(folder, tmp_path):
    folder.write(FILES, tuple(FILES))
    folder.write({}, tuple(FILES))
    assert contents(tmp_path) == FILES


def test_what_was_ours_and_is_no_more_goes(folder, tmp_path):
    folder.write(FILES, tuple(FILES))
    assert set(folder.write({}, ("gaps.csv",))) == {"gaps.csv"}
    assert contents(tmp_path) == {"gaps.csv": b"gaps"}


def test_what_others_put_there_is_kept(folder, tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report/notes.txt").write_bytes(b"theirs")
    folder.write(FILES, tuple(FILES))
    folder.write({}, ())
    assert contents(tmp_path) == {"notes.txt": b"theirs"}


def test_a_file_of_others_with_our_name_is_not_replaced(folder, tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report/gaps.csv").write_bytes(b"theirs")
    with pytest.raises(PublishError) as caught:
        folder.write(FILES, tuple(FILES))
    assert caught.value.code == "office_not_ours"
    assert caught.value.old_site_stands is False
    assert contents(tmp_path) == {"gaps.csv": b"theirs"}


def test_a_link_in_place_of_our_file_is_not_followed(folder, tmp_path):
    folder.write(FILES, tuple(FILES))
    target = tmp_path / "elsewhere.csv"
    target.write_bytes(b"theirs")
    (tmp_path / "report/gaps.csv").unlink()
    os.symlink(target, tmp_path / "report/gaps.csv")
    assert set(looks(tmp_path / "report")) == {"index.html"}
    with pytest.raises(PublishError):
        folder.write({"gaps.csv": b"other"}, tuple(FILES))
    assert target.read_bytes() == b"theirs"


def test_a_file_in_place_of_the_folder_is_told(folder, tmp_path):
    (tmp_path / "report").write_bytes(b"theirs")
    with pytest.raises(PublishError) as caught:
        folder.write(FILES, tuple(FILES))
    assert caught.value.old_site_stands is False


@pytest.mark.parametrize("out", ["report", ".", "report/../report"])
def test_it_never_lies_in_the_site(tmp_path, out):
    with pytest.raises(PublishError) as caught:
        OfficeFolder(tmp_path / "report", tmp_path / out).check()
    assert (caught.value.code, caught.value.old_site_stands) == ("office_in_site", True)


def test_a_link_into_the_site_is_found_out(tmp_path):
    (tmp_path / "site/report").mkdir(parents=True)
    os.symlink(tmp_path / "site/report", tmp_path / "report")
    with pytest.raises(PublishError):
        OfficeFolder(tmp_path / "report", tmp_path / "site").check()


def test_beside_the_site_is_the_right_place(folder, tmp_path):
    folder.check()
    OfficeFolder(tmp_path / "report", tmp_path / "report-site").check()


def test_a_folder_without_our_marker_has_none_of_our_files(tmp_path):
    (tmp_path / "index.html").write_bytes(b"theirs")
    assert looks(tmp_path) == {}
    assert looks(tmp_path / "missing") == {}


def test_a_forged_marker_deletes_nothing_elsewhere(folder, tmp_path):
    folder.write(FILES, tuple(FILES))
    marker = tmp_path / "report" / MARKER
    marker.write_text(
        marker.read_text("utf-8").replace('"gaps.csv"', '"gaps.csv", "../victim.txt", "sub/x.csv"'), "utf-8"
    )
    (tmp_path / "victim.txt").write_text("a record", "utf-8")
    folder.write(FILES, ("index.html",))
    assert (tmp_path / "victim.txt").read_text("utf-8") == "a record"

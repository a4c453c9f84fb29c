"""A build that has nothing to do says what the last one said; whatever is different, it is not left out."""

import gc
import os

import pytest

from memberstudios import cli
from memberstudios.cli import main as command_line
from memberstudios.pipeline import kept

STUDIOS = "- {id: one, name: 第一工作室}\n- {id: two, name: 第二工作室}\n"


@pytest.fixture(autouse=True)
def collector():
    yield
    gc.enable()


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A directory that was built; its files count as old enough to be known by their times."""
    monkeypatch.setattr(kept, "TOO_NEW_NS", -(10**12))
    data = tmp_path / "data"
    data.mkdir()
    (data / "site.yaml").write_text("title: 示例名录\nbase_url: https://example.org/\n", encoding="utf-8")
    (data / "studios.yaml").write_text(STUDIOS, encoding="utf-8")
    assert cli.run(arguments(tmp_path)) == 0
    return tmp_path


@pytest.fixture
def builds(monkeypatch):
    """How often the whole command line ran."""
    ran: list[object] = []

    def run(argv):
        ran.append(argv)
        return 0

    monkeypatch.setattr(command_line, "main", run)
    return ran


def arguments(root, *more):
    return ["--root", str(root), "--as-of", "2026-11-25", "--jobs", "1", *more]


def test_nothing_is_built_twice_and_the_same_is_said(root, builds, capsys):
    capsys.readouterr()
    assert cli.run(arguments(root)) == 0
    assert builds == []
    assert "2 个工作室的网站" in (said := capsys.readouterr().out)
    assert "变动 0 个文件" in said


def change_record(root):
    path = root / "data/studios.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("第一", "首家"), encoding="utf-8")


def add_file(root):
    (root / "data/sources.yaml").write_text("- {id: a, title: 甲}\n", encoding="utf-8")


def remove_page(root):
    (root / "site/studios/one.html").unlink()


def change_page(root):
    (root / "site/studios/one.html").write_text("别的", encoding="utf-8")


def remove_list_for_the_office(root):
    (root / "report/gaps.csv").unlink()


def change_list_for_the_office(root):
    (root / "report/gaps.csv").write_text("别的", encoding="utf-8")


def cut_short(root):
    path = root / ".cache/said"
    path.write_bytes(path.read_bytes()[:-3])


def change_a_byte(root):
    path = root / ".cache/said"
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)


def let_others_write(root):
    (root / ".cache").chmod(0o777)


def remove_what_was_kept(root):
    (root / ".cache/said").unlink()


@pytest.mark.parametrize(
    "happens",
    [
        change_record,
        add_file,
        remove_page,
        change_page,
        remove_list_for_the_office,
        change_list_for_the_office,
        cut_short,
        change_a_byte,
        remove_what_was_kept,
        pytest.param(let_others_write, marks=pytest.mark.skipif(os.name == "nt", reason="no modes there")),
    ],
)
def test_whatever_is_different_is_built(root, builds, happens):
    happens(root)
    cli.run(arguments(root))
    assert len(builds) == 1


def test_other_arguments_are_another_build(root, builds):
    cli.run(arguments(root, "--base-url", "https://example.com/"))
    assert len(builds) == 1


def test_files_that_are_too_new_are_not_known_by_their_times(root, monkeypatch):
    monkeypatch.setattr(kept, "TOO_NEW_NS", 10**15)
    (root / ".cache/said").unlink()
    assert cli.run(arguments(root)) == 0
    assert not (root / ".cache/said").exists()


def test_an_instant_that_cannot_be_is_left_to_the_command_line(root, monkeypatch):
    argv = ["--root", str(root), "--jobs", "1"]
    assert cli.run(argv) == 0
    ran: list[object] = []
    monkeypatch.setattr(command_line, "main", ran.append)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    cli.run(argv)
    assert ran == [argv]


def test_the_day_of_a_site_passes(root, monkeypatch, builds):
    argv = ["--root", str(root), "--jobs", "1"]
    monkeypatch.undo()
    monkeypatch.setattr(kept, "TOO_NEW_NS", -(10**12))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert cli.run(argv) == 0
    ran: list[object] = []
    monkeypatch.setattr(command_line, "main", ran.append)
    cli.run(argv)
    assert ran == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790090000")
    cli.run(argv)
    assert ran == [argv]

"""Words as the last build read them, and when they are read again."""

import pytest

from memberstudios.pipeline.kept import Kept
from memberstudios.pipeline.kept_words import kept_words
from memberstudios.sources import locales
from memberstudios.sources.tree import FolderTree, MemoryTree
from tests.sites import ROOT

LONG_AGO = 1_000_000_000_000_000_000


@pytest.fixture(scope="module")
def house():
    """The project's own words."""
    tree = FolderTree(ROOT, ("locales",))
    return {path: tree.read(path) for path in tree.paths()}


class Settled(MemoryTree):
    """Files that have not changed for long, or that all changed at `stamp`."""

    def __init__(self, files, stamp=LONG_AGO):
        super().__init__(files)
        self._stamp = stamp

    def signature(self, path):
        return (self.size_bytes(path), self._stamp, LONG_AGO, 7)


@pytest.fixture
def times_read(monkeypatch):
    """The languages whose words were parsed."""
    found = []
    read = locales.read_words

    def counted(tree, language):
        found.append(language)
        return read(tree, language)

    monkeypatch.setattr(locales, "read_words", counted)
    return found


def test_words_are_read_once_while_their_files_are_the_same(tmp_path, house, times_read):
    first = kept_words(Settled(house), "en", Kept(tmp_path, b"1"))
    again = kept_words(Settled(house), "en", Kept(tmp_path, b"1"))
    assert times_read == ["en"]
    assert again.texts == first.texts


def test_words_are_read_again_when_a_file_or_the_program_is_another(tmp_path, house, times_read):
    kept_words(Settled(house), "en", Kept(tmp_path, b"1"))
    kept_words(Settled(house, LONG_AGO + 1), "en", Kept(tmp_path, b"1"))
    kept_words(Settled(house, LONG_AGO + 1), "en", Kept(tmp_path, b"2"))
    kept_words(Settled(house), "zh-Hans", Kept(tmp_path, b"2"))
    assert times_read == ["en", "en", "en", "zh-Hans"]

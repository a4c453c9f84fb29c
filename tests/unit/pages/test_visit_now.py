"""What is said at each hour, in Python; tests/browser/test_visit_now.py asks the browser the same."""

import pytest

from memberstudios.pages.visit_now import visit_now
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import Tree
from tests.visit_now import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_said(case: Case, house: Tree) -> None:
    day, time = case.at.split(" ")
    told = visit_now(read_words(house, "zh-Hans"), case.page, day, time)
    assert (told.state, told.title, told.note) == case.said

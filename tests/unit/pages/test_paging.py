from hypothesis import given
from hypothesis import strategies as st

from memberstudios.pages.paging import paged


@given(st.integers(0, 2000))
def test_every_entry_stands_on_exactly_one_page(count):
    pages = list(paged("areas/x.html", range(count)))
    assert [number for _, shown, _ in pages for number in shown] == list(range(count))
    assert all(len(shown) <= 200 for _, shown, _ in pages)
    assert len(pages) >= 1


def test_list_of_one_page_has_no_pager():
    assert [pager for _, _, pager in paged("areas/x.html", range(200))] == [None]


def test_pager_names_both_ends_and_the_neighbours():
    pages = list(paged("areas/x.html", range(4000)))
    path, _, pager = pages[9]
    assert path == "areas/x/10.html"
    assert pager is not None
    assert [label for label, _ in pager.pages] == ["1", "…", "8", "9", "10", "11", "12", "…", "20"]
    assert pager.pages[0] == ("1", "../../areas/x.html")
    assert (pager.previous, pager.next) == ("../../areas/x/9.html", "../../areas/x/11.html")


def test_ends_lead_no_further():
    first, *_, last = (pager for _, _, pager in paged("areas/x.html", range(401)))
    assert first is not None
    assert last is not None
    assert (first.previous, last.next) == ("", "")

"""A list is cut into its records, and what they hold does not depend on being read together."""

from memberstudios.sources.pieces import Piece, cut, header, joined, read_list, read_piece

TEXT = "# list\n---\n\n- id: a\n  name: 甲\n-\n  id: b\n- id: c\n  id: d\n-"


def apart(text):
    return [read_piece("data/studios.yaml", index, piece) for index, piece in enumerate(cut(text) or ())]


def test_a_list_is_cut_at_its_items():
    assert cut(TEXT) == [
        Piece("- id: a\n  name: 甲\n", 4),
        Piece("-\n  id: b\n", 6),
        Piece("- id: c\n  id: d\n", 8),
        Piece("-", 10),
    ]
    assert header(TEXT, cut(TEXT) or []) == "# list\n---\n\n"
    assert cut("- a\n") == [Piece("- a\n", 1)]
    assert cut("-") == [Piece("-", 1)]


def test_what_is_no_list_from_the_first_column_is_not_cut():
    for text in ("", "\n", "# a\n", "id: a\n- b\n", "  - a\n", "-a\n", "--- a\n- b\n"):
        assert cut(text) is None


def test_pieces_read_apart_hold_what_the_list_holds():
    assert joined(apart(TEXT)) == read_list("data/studios.yaml", TEXT)
    assert [value for _, value in read_list("data/studios.yaml", TEXT).values] == [
        {"id": "a", "name": "甲"},
        {"id": "b"},
        {"id": "c"},
    ]
    assert [one.torn for one in apart(TEXT)] == [False] * 4


def test_a_text_that_was_cut_inside_a_quotation_is_torn_and_read_whole():
    text = "- id: a\n  name: '甲\n- 乙'\n- id: b\n"
    assert any(one.torn for one in apart(text))
    assert read_list("data/studios.yaml", text).values == [(0, {"id": "a", "name": "甲 - 乙"}), (1, {"id": "b"})]


def test_a_damaged_record_leaves_the_others_as_they_are():
    text = "- id: a\n- id: b\n  name: [\n- id: c\n"
    found = read_list("data/studios.yaml", text)
    assert [one.torn for one in apart(text)] == [False, True, False]
    assert found.values == [(0, {"id": "a"}), (2, {"id": "c"})]
    assert found.damaged == ["- id: b\n  name: [\n"]
    assert found == joined(apart(text))

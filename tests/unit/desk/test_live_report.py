"""The report in cells."""

from memberstudios.desk.live_report import MOST_LINES, lines


def test_code_comes_in_cells_and_prose_as_it_is():
    report = "错误[unknown-key] 没有 naem\n --> data/a.yaml:2:3\n2 |   naem: “滨江”é\n  |   ^^^^"
    assert lines(report) == [
        "错误[unknown-key] 没有 naem",
        " --> data/a.yaml:2:3",
        ["2 |   naem: ", ["“", 1], ["滨", 2], ["江", 2], ["”", 1], ["é", 1]],
        ["  |   ^^^^"],
    ]


def test_mark_that_takes_no_column_says_so():
    assert lines("1 | e\u0301") == [["1 | e", ["\u0301", 0]]]


def test_long_report_is_cut():
    assert len(lines("x\n" * (MOST_LINES + 1))) == MOST_LINES

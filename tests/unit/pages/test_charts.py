import re
from itertools import pairwise

import pytest

from memberstudios.pages.charts import Series, bar_chart, column_chart
from memberstudios.pages.data_tables import number_table

TABLE = number_table("表", ("名称", "数目"), [("甲", ("10",)), ("乙", ("0",))])
WORDS = ("题目", "甲 10、乙 0")


def test_longest_bar_is_as_wide_as_the_chart_and_others_in_proportion():
    chart = bar_chart("c", Series(names=("甲", "乙", "丙"), values=(42, 36, 7)), WORDS, TABLE)
    assert [bar.width for bar in chart.bars] == ["100%", "85%", "16%"]


def test_small_number_can_be_seen_and_nothing_has_no_length():
    chart = bar_chart("c", Series(names=("甲", "乙", "丙"), values=(100_000, 1, 0)), WORDS, TABLE)
    assert [bar.width for bar in chart.bars] == ["100%", "1%", "0%"]


def test_chart_of_nothing_but_zeros_has_no_lengths():
    series = Series(names=("甲",), values=(0,), before=(0,))
    assert {bar.width for bar in bar_chart("c", series, WORDS, TABLE).bars} == {"0%"}
    assert {bar.height for bar in column_chart("c", series, WORDS, TABLE).bars} == {"0.0em"}


def test_bars_say_every_number():
    chart = bar_chart("c", Series(names=("甲", "乙"), values=(3, 0), before=(2, 5)), WORDS, TABLE)
    assert [label.text for label in chart.labels] == ["甲", "3 / 2", "乙", "0 / 5"]
    assert chart.says_all


def test_nothing_lies_on_anything_else():
    chart = bar_chart("c", Series(names=("甲", "乙", "丙"), values=(3, 2, 1), before=(1, 2, 3)), WORDS, TABLE)
    spans = sorted((float(bar.y[:-2]), float(bar.y[:-2]) + float(bar.height[:-2])) for bar in chart.bars)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert spans[-1][1] <= float(chart.height[:-2])


@pytest.mark.parametrize("count", [1, 5, 12, 24])
def test_columns_stand_inside_the_chart_and_beside_each_other(count):
    series = Series(names=tuple(map(str, range(count))), values=(3,) * count, before=(1,) * count)
    spans = []
    for bar in column_chart("c", series, WORDS, TABLE).bars:
        assert re.fullmatch(r"\d+\.\d\d%", bar.x)
        spans.append((float(bar.x[:-1]), float(bar.x[:-1]) + float(bar.width[:-1])))
    spans.sort()
    assert spans[0][0] >= 0
    assert spans[-1][1] <= 100
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_long_name_is_cut_and_the_table_then_stands_open():
    chart = bar_chart("c", Series(names=("甲" * 15,), values=(3,)), WORDS, TABLE)
    assert chart.labels[0].text == "甲" * 13 + "…"
    assert not chart.says_all


def test_names_under_columns_do_not_run_into_each_other():
    months = Series(names=tuple(map(str, range(1, 13))), values=(1,) * 12, before=(1,) * 12)
    below = [label.text for label in column_chart("c", months, WORDS, TABLE).labels if label.anchor == "middle"]
    assert below == ["1", "3", "5", "7", "9", "11"]


def test_numbers_stand_on_columns_only_where_there_is_room_for_all():
    few = column_chart("c", Series(names=("1", "2"), values=(10, 20)), WORDS, TABLE)
    assert [label.text for label in few.labels] == ["1", "10", "2", "20"]
    many = column_chart("c", Series(names=tuple("123456789"), values=(1000,) * 9), WORDS, TABLE)
    assert [label.text for label in many.labels].count("1000") == 1

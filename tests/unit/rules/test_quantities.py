"""A quantity and its words are compared where the words are plain, and left alone where they may be read otherwise."""

from datetime import UTC, date, datetime

import pytest

from memberstudios.pipeline.check import Request, check_directory
from memberstudios.sources.tree import MemoryTree


def found(quantity):
    texts = {
        "site": "title: 测试市\nbase_url: https://studios.example.org/\n",
        "studios": "- id: riverside\n  name: 滨江工作室\n",
        "activities": f"- {{id: talk, title: 讲座, date: 2026-01-12, participants: {{{quantity}}}}}\n",
    }
    tree = MemoryTree({f"data/{name}.yaml": text.encode() for name, text in texts.items()})
    request = Request(day=date(2026, 9, 2), instant=datetime(2026, 9, 2, tzinfo=UTC))
    return [(one.diagnostic.code, one.diagnostic.spot.path[-1]) for one in check_directory(tree, request).findings]


@pytest.mark.parametrize(
    "quantity",
    [
        "value: 300, raw: 300人次",
        "value: 300, raw: 共300人次",
        "value: 1200, raw: '1,200人次'",
        "value: 300, bound: over, raw: 300余人次",
        "value: 300, bound: over, raw: 300多人",
        "value: 20000000, bound: near, raw: 近2000万人次",
        "value: 50000000, bound: over, unit: 元, raw: 5000余万元",
        "value: 5000, bound: over, unit: 万元, raw: 5000余万元",
        "value: 50000, bound: over, raw: 5万余人次",
        "value: 110000000, raw: 1.1亿人次",
        "value: 96, bound: about, unit: '%', raw: 96%左右",
        "value: 0.96, raw: 96%",
        "value: 110, bound: about, raw: 110人上下",
        "value: 3, unit: 年, raw: 3年",
    ],
)
def test_words_that_say_the_same_are_fine(quantity):
    assert found(quantity) == []


@pytest.mark.parametrize(
    ("quantity", "key"),
    [
        ("value: 12, raw: 13个", "value"),
        ("value: 12, bound: over, raw: 13余个", "value"),
        ("value: 2000, bound: near, raw: 近2000万人次", "value"),
        ("value: 12000, bound: near, raw: 近1.3万人次", "value"),
        ("value: 300, bound: exact, raw: 300余人次", "raw"),
        ("value: 300, bound: over, raw: 300人次", "bound"),
        ("value: 300, bound: near, raw: 约300人次", "bound"),
        ("value: 300, bound: about, raw: 近300人次", "bound"),
        ("value: 30, bound: over, raw: 30人左右", "bound"),
    ],
)
def test_words_that_say_something_else_are_found_at_what_differs(quantity, key):
    assert found(quantity) == [("quantity-differs-from-words", key)]


@pytest.mark.parametrize(
    "quantity",
    [
        "value: 1000, bound: over, raw: 千余名",
        "value: 2, raw: 两家",
        "value: 7, raw: 2场共300人次",
        "value: 7, raw: 两场共300人次",
        "value: 7, raw: 50—60人",
        "value: 7, raw: 3千余人",
        "value: 7, raw: 2万亿元",
        "value: 7, raw: 第12场",
        "value: 7, raw: 2026年",
        "value: 7, raw: A4纸",
        "value: 7, raw: 1/3",
        "value: 300, bound: over, raw: 超过300人次",
        "value: 300, bound: over, raw: 300人以上",
        "value: 300, bound: near, raw: 不到300人",
        "value: 300, bound: over, raw: 300来人",
        "value: 300, bound: over, raw: 约300余人",
        "value: 7, raw: 许多人",
    ],
)
def test_words_that_may_be_read_otherwise_are_left_alone(quantity):
    assert found(quantity) == []

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberstudios.content.excerpt import excerpt


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("短文。", 20, "短文。"),
        ("第一句话说完了。第二句话还没有说完就", 12, "第一句话说完了。"),
        ("他说：“好。”大家都同意了这件事情", 10, "他说：“好。”"),
        ("没有句号，只有逗号的一段很长很长的话", 12, "没有句号，只有逗号的一…"),
        ("前半句已经够长了，后半句放不下", 12, "前半句已经够长了…"),
        ("One sentence. Another one here", 20, "One sentence."),
        ("3.5 percent of all", 10, "3.5…"),
        ("标题\n正文。\n第二段", 20, "标题 正文。第二段"),
    ],
)
def test_text_is_cut_where_a_reader_would_pause(text, limit, expected):
    assert excerpt(text, limit) == expected


@given(st.text(), st.integers(1, 50))
def test_excerpt_is_one_line_of_at_most_the_limit(text, limit):
    result = excerpt(text, limit)
    assert len(result) <= limit
    assert "\n" not in result

"""A text that is made into HTML the short way comes out as the parser and the sanitiser would make it."""

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from memberstudios.content.markdown import convert
from memberstudios.content.pictures import PictureSize, picture
from memberstudios.content.prose import EMPTY
from memberstudios.content.simple import convert_simple
from memberstudios.content.thorough import convert_thoroughly
from memberstudios.records.reader import marked_in_time
from memberstudios.sources.tree import FolderTree
from tests.reading import read_entries

PICTURES = {"room.jpg": picture("room.jpg", PictureSize(width=600, height=400, format="JPEG", extension="jpg"))}
WORDS = (
    "中文。", "字", "ab", "12", "１２", "“引”", "！", "a > b", "**粗**", "*斜*", "**“粗。”**", "[词](studios/a.html)", "[**粗**词](#h-字)",
    "**[词](a_b.html)**", "[外](https://a.cn/x_y?b=1#c)", "[章程](/files/a.pdf)", "[电话](tel:0739-5312345)", "[信](mailto:a@b.cn)",
    "😀", "é", "·", "，", "字 a", "字  字", "字\u3000字",
)  # fmt: skip
BETWEEN = (
    "\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n\n## ", "\n\n# ", "\n### ", "\n\n- ", "\n- ", "\n- ", "\n* ", "\n\n1. ", "\n2. ", "\n\n3. ",
    "\n\n> ", "\n> ", "\n>\n", "\n\n---\n\n", "\n\n|甲|乙|\n|-|:-:|\n|1|**2**|\n\n", "\n\n甲 | 乙\n--: | :--\n一 | 二\n\n", "\n\u3000",
    "\n\n![图](room.jpg)\n\n", '\n\n![图](/pictures/room.jpg "说 明")\n\n',
)  # fmt: skip
TRAPS = (
    "*", "**", "***", "_", "[", "]", "](", ")", "![", "![图](room.jpg)", "\n\n![图](none.jpg)\n\n", "\n\n![](room.jpg)\n\n", "[词](room.jpg)", "![图](//room.jpg)", "[坏](javascript:x)", "[上](../a.html)", "[空]()", "[ ](a)",
    "[端](https://a.cn:99999/)", "[数](https://1.2.3.999/)", "[x](https://xn--a.cn/)", "<", "<b>", "&", "&amp;", "\\", "`", "`a`", "\t",
    "    ", "\u00a0", "\u2028", "\u200b", "\ufeff", "\0", "\x02", "\x85", "[^1]", "[^1]: 注", "[a]: b", "{#a}", "-", "+ ", "=", "===", "#",
    "1.", "1234567. ", ":", "'", '"', "(", "~~", "\n \n", " \n", "\r", "\n    - ", "- - -", "> ", ">", "|", "\n---\n", " ", "  ", "\u3000",
)  # fmt: skip


def pieces(*groups):
    return st.lists(st.one_of(*map(st.sampled_from, groups)), max_size=25).map("".join)


def assert_same(text, root="../", first_heading=2):
    """That both ways are the same, if there is a short one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    simple = convert_simple(text, root=root, first_heading=first_heading, pictures=PICTURES)
    event("not simple" if simple is None else "simple")
    if simple is not None:
        assert (simple, ()) == convert_thoroughly(text, root=root, first_heading=first_heading, pictures=PICTURES)


@settings(max_examples=400, deadline=2000)
@given(pieces(WORDS, BETWEEN), st.sampled_from(["../", "../../", ""]), st.integers(2, 3))
def test_simple_text_comes_out_as_the_parser_would_make_it(text, root, first_heading):
    assert_same(text, root, first_heading)


@settings(max_examples=400, deadline=2000)
@given(pieces(WORDS, BETWEEN, TRAPS))
def test_text_that_only_looks_simple_is_left_to_the_parser(text):
    assert_same(text)


@settings(deadline=2000)
@given(
    st.text(max_size=30).map(lambda text: f"字{text}字"),
    st.sampled_from(["{}", "**{}**", "- {}", "# {}", "> {}", "[{}](a)"]),
)
def test_any_character_comes_out_as_the_parser_would_show_it(text, place):
    assert_same(place.format(text))


@settings(max_examples=300, deadline=2000)
@given(
    st.from_regex(
        r"https?://(?:[a-z0-9-]{1,6}\.){0,3}[a-z0-9-]{1,6}(?::[0-9]{1,5})?(?:/[\w./:#%~=?+,@-]{0,9})?", fullmatch=True
    )
    | st.from_regex(r"(?:mailto|tel|[a-z]{1,4})?:?/{0,2}[\w./:#%~=?+,@-]{1,12}", fullmatch=True)
)
def test_any_address_comes_out_as_the_sanitiser_would_let_it_pass(address):
    assert_same(f"见[词]({address})。")


def test_every_text_of_a_generated_directory_is_simple_and_comes_out_the_same(generated_records):
    entries, _ = read_entries(FolderTree(generated_records, ("data", "content")))
    records = [entries.fetch(slot).record for slot in entries]
    texts = [text for record in records for _, field, text in marked_in_time(record) if field.kind == "markdown"]
    texts += [record.body for record in records if hasattr(record, "body")]
    assert len(texts) > 100
    for text in texts:
        assert convert(text) == convert_thoroughly(text, root="../", first_heading=2, pictures=PICTURES)
        assert convert_simple(text, root="../", first_heading=2, pictures=PICTURES) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n" * 3_333, "- a\n" * 2_499, "- a\n\n" * 1_999, "1. a\n" * 1_999, "# a\n" * 200 + "a" * 9_000, "# a\n\n" * 200, "> a\n\n" * 199,
        "> a\n" * 199 + "> " + "a" * 9_000, "a" * 9_500 + " **a**" * 49, "a|b\n-|-\n" + "a|b\n" * 2_490, "|a|b|\n|-|-|\n" + "|||\n" * 2_490,
        "|a" * 1_200 + "\n" + "|-" * 1_200 + "\n" + "|a" * 1_200, "[a](b)" * 100 + "a" * 9_000,
    ],
)  # fmt: skip
def test_simple_text_of_the_greatest_effort_is_one_that_the_parser_takes(text):
    prose, problems = convert_thoroughly(text, root="../", first_heading=2, pictures=PICTURES)
    assert prose is not EMPTY
    assert problems == ()
    assert convert_simple(text, root="../", first_heading=2, pictures=PICTURES) == prose

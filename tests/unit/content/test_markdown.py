import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberstudios.content import dialect, shortcuts, thorough
from memberstudios.content.markdown import convert
from memberstudios.content.prose import EMPTY, FileUse, Heading, LinkUse, PictureUse


@dataclass(frozen=True)
class Photo:
    src: str = "pictures/room-480.jpg"
    srcset: str = "pictures/room-480.jpg 480w, pictures/room-1200.jpg 1200w"
    width: int = 1200
    height: int = 800


PICTURES = {"room.jpg": Photo()}


def html(text, **options):
    prose, problems = convert(text, pictures=PICTURES, **options)
    assert problems == ()
    return prose.html


def problems(text):
    return [(problem.code, problem.line, problem.column) for problem in convert(text, pictures=PICTURES)[1]]


def test_bold_chinese_that_ends_with_a_full_stop_is_bold():
    assert html("**中文。**中文") == "<p><strong>中文。</strong>中文</p>"
    assert html("前**“中文”**后") == "<p>前<strong>“中文”</strong>后</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一行\n第二行", "<p>第一行第二行</p>"),
        ("第一行，\n**第二**行", "<p>第一行，<strong>第二</strong>行</p>"),
        ("**第一**\n[第二](a.html)", '<p><strong>第一</strong><a href="../a.html">第二</a></p>'),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("中文\ntwo", "<p>中文\ntwo</p>"),
    ],
)
def test_line_break_between_chinese_characters_leaves_no_space(text, expected):
    assert html(text) == expected


def test_lines_of_code_are_never_joined():
    assert "第一行\n第二行" in html("    第一行\n    第二行\n\n*x*")


def test_line_indented_by_full_width_spaces_begins_a_paragraph():
    assert html("　　第一段。\n　　第二段。") == "<p>第一段。</p>\n<p>第二段。</p>"
    assert html("　　第*一*段。\n　　第二段。") == "<p>第<em>一</em>段。</p>\n<p>第二段。</p>"


def test_list_right_after_a_line_is_a_list():
    assert html("带上：\n- 身份证\n- 材料") == "<p>带上：</p>\n<ul>\n<li>身份证</li>\n<li>材料</li>\n</ul>"
    assert "<ol>" in html("先后：\n1. 登记\n2. 面谈")


def test_line_that_goes_on_in_a_list_parts_nothing():
    assert html("- 甲\n接着\n- 乙") == "<ul>\n<li>甲接着</li>\n<li>乙</li>\n</ul>"


def test_raw_html_is_shown_as_text_and_reported():
    text = "第一行\n<b onclick=x>粗</b>\n\n<script>alert(1)</script>"
    prose, _ = convert(text)
    assert "<b" not in prose.html
    assert "<script" not in prose.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in prose.html
    assert problems(text) == [("raw-html", 2, 1), ("raw-html", 4, 1)]


def test_html_in_code_is_no_problem():
    assert html("`<b>`") == "<p><code>&lt;b&gt;</code></p>"


def test_unclosed_comment_swallows_nothing():
    assert "后面" in convert("<!-- 前\n\n后面")[0].html


def test_internal_links_go_through_the_root_and_are_noted():
    prose, found = convert("见\n[甲](studios/a.html#hours)和[乙](/areas/b.html)和[本页](#h-x)", root="../../")
    assert found == ()
    assert 'href="../../studios/a.html#hours"' in prose.html
    assert 'href="../../areas/b.html"' in prose.html
    assert 'href="#h-x"' in prose.html
    assert prose.links == (
        LinkUse(target="studios/a.html#hours", line=2, column=5),
        LinkUse(target="/areas/b.html", line=2, column=31),
        LinkUse(target="#h-x", line=2, column=51),
    )
    assert [(link.path, link.fragment) for link in prose.links] == [
        ("studios/a.html", "hours"), ("areas/b.html", ""), ("", "h-x"),
    ]  # fmt: skip


def test_links_to_documents_are_noted_apart():
    prose, _ = convert("[章程](/files/rules.pdf)")
    assert prose.files == (FileUse(name="rules.pdf", line=1, column=6),)
    assert prose.links == ()
    assert 'href="../files/rules.pdf"' in prose.html


def test_external_links_get_rel_and_internal_ones_do_not():
    assert html("[外](https://a.cn/?x=1&y=2)") == '<p><a href="https://a.cn/?x=1&amp;y=2" rel="noopener">外</a></p>'
    assert "rel=" not in html("[内](a.html)")


def test_mail_and_phone_can_be_linked():
    assert 'href="mailto:a@b.cn"' in html("<a@b.cn>")
    assert 'href="tel:0739-5312345"' in html("[电话](tel:0739-5312345)")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&#58;alert(1)", "javascript&colon;alert(1)",
        "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//evil.example/x", "/\\evil.example", "\\\\evil",
        "../x.html", "studios/../../x", "https:evil", "blob:x",
    ],
)  # fmt: skip
def test_unsafe_link_loses_its_address_and_is_reported(target):
    prose, found = convert(f"中\n[x]({target})")
    assert "href" not in prose.html
    assert [(problem.code, problem.line) for problem in found] == [("unsafe-link", 2)]


def test_link_without_words_is_reported_and_taken_out():
    assert problems("[](a.html)") == [("empty-link", 1, 4)]
    assert "<a" not in convert("[ ](a.html)")[0].html


def test_picture_carries_sizes_and_a_caption():
    prose, found = convert('![接待](room.jpg "周三上午")', pictures=PICTURES)
    assert found == ()
    assert prose.html.startswith("<figure><img ")
    for part in (
        'src="../pictures/room-480.jpg"',
        'srcset="../pictures/room-480.jpg 480w, ../pictures/room-1200.jpg 1200w"',
        'width="1200"', 'height="800"', 'alt="接待"', 'loading="lazy"', "<figcaption>周三上午</figcaption></figure>",
    ):  # fmt: skip
        assert part in prose.html
    assert prose.pictures == (PictureUse(name="room.jpg", alt="接待", line=1, column=7),)


def test_picture_that_is_missing_remote_or_without_words_is_reported():
    assert problems("![a](none.jpg)") == [("picture-missing", 1, 6)]
    assert problems("![](room.jpg)") == [("picture-without-alt", 1, 5)]
    assert problems("字\n\n![a](https://a.cn/x.png)") == [("remote-picture", 3, 6)]
    assert problems("![a](//a.cn/x.png)") == [("remote-picture", 1, 6)]
    assert problems("![a](data:image/png;base64,xx)") == [("remote-picture", 1, 6)]
    assert "<img" not in convert("![a](https://a.cn/x.png)")[0].html


def test_headings_begin_below_the_page_title_and_leave_no_level_out():
    prose, _ = convert("# 一\n\n### 一之一\n\n# 二\n\n# 一")
    assert prose.headings == (
        Heading(level=2, id="h-一", text="一"),
        Heading(level=3, id="h-一之一", text="一之一"),
        Heading(level=2, id="h-二", text="二"),
        Heading(level=2, id="h-一-2", text="一"),
    )
    assert convert("## x", first_heading=3)[0].headings == (Heading(level=3, id="h-x", text="x"),)


def test_footnotes_have_ids_by_number_and_no_english_words():
    markup = html('甲[^注 "1"]乙\n\n[^注 "1"]: 据报道。')
    assert 'id="fn-1"' in markup
    assert 'href="#fnref-1"' in markup
    assert "title=" not in markup
    ids = re.findall(r' id="([^"]*)"', markup)
    assert all(target in ids for target in re.findall(r'href="#([^"]*)"', markup))


def test_footnote_without_note_is_reported():
    assert problems("甲[^1]") == [("footnote-missing", 1, 2)]


def test_note_without_mark_has_no_way_back():
    assert "href" not in convert("甲*乙*\n\n[^1]: 无人引用")[0].html


def test_table_is_aligned_without_style():
    markup = html("| 区 | 数 |\n|---|--:|\n| 大祥 | 3 |")
    assert '<th scope="col">区</th>' in markup
    assert '<td align="right">3</td>' in markup
    assert "style" not in markup


def test_entities_become_characters_but_never_hidden_ones():
    assert html("*a*&copy;&amp;lt;") == "<p><em>a</em>©&amp;lt;</p>"
    assert "\u202e" not in convert("*a*&#x202e;b&#8203;c")[0].html


def test_plain_text_has_a_line_for_each_paragraph():
    text = "## 标题\n\n第一行\n第二行[^1]。\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: 注"
    assert convert(text)[0].plain == "标题\n第一行第二行。\n甲\n乙\na b\n1 2\n注"


def test_prose_is_shown_by_templates_as_it_is():
    prose, _ = convert("**x**")
    assert prose.__html__() == prose.html
    assert not convert("")[0]


def test_text_beyond_the_size_limit_is_refused():
    prose, found = convert("字" * 100_001 + "*")
    assert prose is EMPTY
    assert [problem.code for problem in found] == ["document-too-large"]


def test_long_plain_text_is_not_refused():
    assert convert("　　这是一段话，讲了一件事。\n\n" * 5_000)[1] == ()


def test_long_real_text_is_far_below_the_limits():
    paragraph = "这是**一段**话，见[某处](a.html)，讲了一件事。" * 20
    table = "| 甲 | 乙 | 丙 |\n|---|---|---|\n" + "| 一 | 二 | 三 |\n" * 300
    items = "".join(f"{n}. 第{n}条 `x`\n    - 细则\n" for n in range(1, 300))
    assert convert("\n\n".join(["## 章", paragraph, table, items] * 3))[1] == ()


MARKED = st.lists(
    st.sampled_from(
        ["中文。", "ab", " ", "  ", "\n", "\n\n", "    ", "**", "*", "_", "`", "[", "](", ")", "]", "![", "<b>", "<", ">",
         "&amp;", "&#x202e;", "\\", "# ", "- ", "1. ", "> ", "|", "|-|-|", "[^1]", "[^1]: ", "---", "===", "\u3000", "\t",
         "javascript:", "https://a.cn", "room.jpg", "\x02", "\x03", "\r", "klzzwxh:0000", "wzxhzdk:0", "\u2028", "<!--"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKED)
def test_any_text_gives_safe_html(text):
    prose, found = convert(text, pictures=PICTURES)
    assert re.fullmatch(r"(?s)(?:[^<]|</?[a-z0-9]+(?: [a-z]+=\"[^\"]*\")*>)*", prose.html)
    for address in re.findall(r' (?:href|src)="([^"]*)"', prose.html):
        assert address.startswith(("../", "#", "https://a.cn", "mailto:"))
    assert not re.search(r" on[a-z]+=| style=|<script|<iframe", prose.html)
    assert len(set(re.findall(r' id="([^"]*)"', prose.html))) == len(re.findall(r' id="([^"]*)"', prose.html))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= problem.line <= len(lines) and problem.column >= 1 for problem in found)


@given(MARKED)
def test_shortcuts_through_the_parser_change_nothing(text):
    usual = thoroughly(text)
    with (
        patch.object(dialect, "_MAY_BE_MARKUP", re.compile("")),
        patch.object(dialect, "take_shortcuts", lambda _: None),
        patch.object(shortcuts, "INLINE_MARKS", {}),
    ):
        thorough.dialect.cache_clear()
        try:
            assert thoroughly(text) == usual
        finally:
            thorough.dialect.cache_clear()


def thoroughly(text):
    return thorough.convert_thoroughly(
        text.replace("\r\n", "\n").replace("\r", "\n"), root="../", first_heading=2, pictures=PICTURES
    )


@given(MARKED, MARKED)
def test_no_text_shows_in_the_next(before, text):
    thorough.dialect.cache_clear()
    fresh = convert(text, pictures=PICTURES)
    convert(before, pictures=PICTURES)
    assert convert(text, pictures=PICTURES) == fresh


def test_parser_and_sanitiser_are_imported_on_first_use():
    code = (
        "import sys; from memberstudios.content import markdown, pictures, files; markdown.convert('# 字\\n\\n- **字**');"
        "print([name for name in ('markdown', 'nh3', 'PIL') if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=root, text=True)
    assert done.stdout == "[]\n"

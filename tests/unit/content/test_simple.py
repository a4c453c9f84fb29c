import pytest

from memberstudios.content.pictures import PictureSize, picture
from memberstudios.content.prose import Heading, LinkUse, PictureUse, Prose
from memberstudios.content.simple import convert_simple

PICTURES = {"room.jpg": picture("room.jpg", PictureSize(width=600, height=400, format="JPEG", extension="jpg"))}
ATTRIBUTES = (
    'alt="图" decoding="async" height="400" loading="lazy" sizes="(min-width: 48em) 44em, 100vw" '
    'src="../pictures/room-480.jpg" srcset="../pictures/room-480.jpg 480w, ../pictures/room-600.jpg 600w" width="600"'
)


def simple(text):
    return convert_simple(text, root="../", first_heading=2, pictures=PICTURES)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""), ("\n\n", ""), ("字", "<p>字</p>"), ("　　字", "<p>字</p>"), ("甲\n乙", "<p>甲乙</p>"), ("a > b", "<p>a &gt; b</p>"),
        ("甲\n# 乙\n丙", '<p>甲</p>\n<h2 id="h-乙">乙</h2>\n<p>丙</p>'), ("甲\n\n---\n\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>"),
        ("甲：\n- 乙\n- 丙", "<p>甲：</p>\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>"),
        ("2. 乙\n3. 丙", '<ol start="2">\n<li>乙</li>\n<li>丙</li>\n</ol>'),
        ("- 乙\n\n- 丙", "<ul>\n<li>\n<p>乙</p>\n</li>\n<li>\n<p>丙</p>\n</li>\n</ul>"),
        ("> 甲\n\n> 乙", "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>"),
        ("**甲***乙*", None), ("**甲。**乙 *丙*", "<p><strong>甲。</strong>乙 <em>丙</em></p>"),
        ('![图](room.jpg "说明")', f"<figure><img {ATTRIBUTES}><figcaption>说明</figcaption></figure>"),
        ("[甲](a_b.html)", '<p><a href="../a_b.html">甲</a></p>'),
        ("[甲](https://a.cn/b)", '<p><a href="https://a.cn/b" rel="noopener">甲</a></p>'),
    ],
)  # fmt: skip
def test_simple_text_becomes_html(text, html):
    prose = simple(text)
    assert (None if prose is None else prose.html) == html


@pytest.mark.parametrize(
    "text",
    [
        "<b>", "a & b", "a \\* b", "`a`", "a\tb", "a_b_c", "甲[^1]", "[a]: b", "[a]", "![图](none.jpg)", "![ ](room.jpg)", "字![图](room.jpg)", "![图](//room.jpg)", "[x](javascript:a)", "[x](../a.html)",
        "[x](https://a.cn:99999/)", "[x](https://1.2.3.4/)", " 甲", "甲  \n乙", "- 甲\n  乙", "- 甲\n    - 乙", "- # 甲", "> - 甲", ">",
        "甲\n===", "甲\n---", "# a # b", "#", "- - -", "a|b\n甲", "a|b\n-|-\na", "1234567. 甲", "\u00a0甲", "字" * 10_001, "*甲*" * 101,
    ],
)  # fmt: skip
def test_text_that_may_be_more_is_not_simple(text):
    assert simple(text) is None


def test_simple_text_tells_what_it_holds():
    assert simple("# 甲**乙**\n\n见[丙](/studios/c.html)。\n\n- 丁  戊\n\n|己|庚|\n|-|-|\n|辛||") == Prose(
        html='<h2 id="h-甲乙">甲<strong>乙</strong></h2>\n<p>见<a href="../studios/c.html">丙</a>。</p>\n<ul>\n<li>丁  戊</li>\n</ul>\n'
        '<table>\n<thead>\n<tr>\n<th scope="col">己</th>\n<th scope="col">庚</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>辛</td>\n<td></td>\n</tr>\n</tbody>\n</table>",
        plain="甲乙\n见丙。\n丁 戊\n己 庚\n辛",
        links=(LinkUse(target="/studios/c.html", line=3, column=6),),
        headings=(Heading(level=2, id="h-甲乙", text="甲乙"),),
    )


def test_simple_text_notes_a_picture_where_it_stands():
    prose = simple("[甲](room.jpg)\n\n![图](room.jpg)")
    assert prose.pictures == (PictureUse(name="room.jpg", alt="图", line=3, column=6),)

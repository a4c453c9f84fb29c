import pytest

from memberstudios.content.sanitize import clean
from memberstudios.content.targets import kind_of


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("https://a.cn", "external"), ("HTTP://a.cn", "external"), ("mailto:a@b.cn", "contact"), ("tel:110", "contact"),
        ("studios/a.html", "internal"), ("/studios/a.html", "internal"), ("#h-x", "internal"), ("值班.html", "internal"),
        ("files/a.pdf", "file"), ("/files/a.pdf", "file"), ("java\tscript:x", "unsafe"), ("ftp://a", "unsafe"),
        ("///a", "unsafe"), ("./a", "unsafe"), ("a/./b", "unsafe"), ("a b", "unsafe"),
    ],
)  # fmt: skip
def test_target_is_what_a_browser_takes_it_for(target, kind):
    assert kind_of(target) == kind


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://a.cn/x.png">', '<img src="//a.cn/pictures/x.png">', '<img src="data:image/png;base64,x">',
        '<img srcset="//a.cn/pictures/x.png 1w">', '<img src="../files/x.png">', '<a href="//a.cn">x</a>',
        '<a href="javascript:x">x</a>', '<p style="x">x</p>', '<p onclick="x">x</p>', '<p class="v-card">x</p>',
        "<script>x</script>", "<style>x</style>", "<iframe src=x></iframe>", "<svg><a href='x'>x</a></svg>",
        '<a href="x" target="_blank">x</a>', '<p id="main">x</p>', "<form><input></form>",
    ],
)  # fmt: skip
def test_sanitiser_lets_nothing_pass_that_is_not_on_the_list(markup):
    result = clean(markup)
    for word in (
        "src",
        "//",
        "javascript",
        "style",
        "onclick",
        "class",
        "script",
        "iframe",
        "svg",
        "target",
        "id=",
        "form",
    ):
        assert word not in result


def test_sanitiser_keeps_what_markdown_makes():
    markup = '<p><img src="../../pictures/a-480.jpg" srcset="../../pictures/a-480.jpg 480w"></p>'
    assert sorted(clean(markup)) == sorted(markup)

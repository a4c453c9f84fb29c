"""Names that are safe on every system."""

import pytest

from memberstudios.publish.errors import PublishError
from memberstudios.publish.names import check_distinct, check_name


@pytest.mark.parametrize(
    "path", ["index.html", "studios/a-b.html", ".nojekyll", ".well-known/x", "附件/办法.pdf", "console.html", "a..b"]
)
def test_ordinary_name_is_taken(path):
    check_name(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a/../b",
        "..",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "C:/x",
        "a:b",
        "con",
        "a/NUL.html",
        "Com1.txt",
        "lpt9",
        "a.",
        "a ",
        "a\nb",
        "a\0",
        "what?",
        "e\u0301",
        "x" * 256,
        "字" * 86,
        "\ud800",
    ],
)
def test_unsafe_name_is_refused(path):
    with pytest.raises(PublishError) as caught:
        check_name(path)
    assert caught.value.code == "unsafe_name"


@pytest.mark.parametrize("pair", [("a.html", "A.html"), ("dir/a", "Dir/b"), ("straße", "STRASSE"), ("x/y", "X")])
def test_names_that_differ_only_by_case_collide(pair):
    with pytest.raises(PublishError) as caught:
        check_distinct(pair)
    assert caught.value.code == "names_collide"


def test_different_names_do_not_collide():
    check_distinct(["a/b", "a/c", "b/a", "c"])

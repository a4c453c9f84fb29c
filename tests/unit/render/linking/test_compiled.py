"""Compiled templates are kept for as long as all that they were made from is the same."""

from types import SimpleNamespace
from typing import cast

import jinja2
import jinja2.bccache
import pytest

from memberstudios.render.assets import Assets
from memberstudios.render.html import Templates
from memberstudios.render.output import Page
from memberstudios.render.shell import Shell
from memberstudios.words import Words

PAGE = Page(path="a.html", title="题目")
SOURCES = {
    "page.html": '{% from "macros.html" import m %}{{ m(page.title) }}{{ t("a.used") }}{{ shell.short.title }}',
    "macros.html": "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}",
    "other.html": "{{ t('a.other') }}",
}
TEXTS = {"a.used": "字", "a.other": "别的"}
FIELDS = {"short": SimpleNamespace(title="某市"), "licence": "CC0", "credits": ("一", ("二", None))}


class Memory(jinja2.BytecodeCache):
    """Keeps bytes by key, and counts how often something was put there."""

    def __init__(self):
        self.kept = {}
        self.puts = 0

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()
        self.puts += 1


def templates(cache, sources=None, texts=None, fields=None):
    shell = cast("Shell", SimpleNamespace(**{**FIELDS, **(fields or {})}))
    words = Words("zh-Hans", {**TEXTS, **(texts or {})})
    return Templates({**SOURCES, **(sources or {})}, words, Assets({}), shell, {}, cache)


@pytest.fixture
def cache():
    """What is kept after one page."""
    cache = Memory()
    assert templates(cache).page("page.html", PAGE, None).decode() == "<b>题目</b>字某市"
    assert cache.puts == 1
    return cache


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"sources": {"page.html": "neu"}}, "neu"),
        ({"sources": {"macros.html": "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}"}}, "<i>题目</i>字某市"),
        ({"texts": {"a.used": "<词>"}}, "<b>题目</b>&lt;词&gt;某市"),
        ({"fields": {"short": SimpleNamespace(title="&")}}, "<b>题目</b>字&amp;"),
    ],
)
def test_template_is_compiled_again_when_something_in_it_changed(cache, changed, expected):
    made = templates(cache, **changed)
    assert made.page("page.html", PAGE, None).decode() == expected
    assert cache.puts == 2
    assert made.digest("page.html") != templates(None).digest("page.html")


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"sources": {"other.html": "x"}},
        {"texts": {"a.other": "x"}},
        {"fields": {"licence": None, "short": FIELDS["short"]}},
    ],
)
def test_template_is_kept_when_nothing_in_it_changed(cache, changed):
    made = templates(cache, **changed)
    made.prepare(["page.html"])
    assert cache.puts == 1
    assert made.page("page.html", PAGE, None).decode() == "<b>题目</b>字某市"
    assert made.digest("page.html") == templates(None).digest("page.html")


def test_template_that_asks_for_fields_while_a_page_is_made_changes_with_all_of_them():
    page = {"page.html": "{% for one in shell.several %}{{ one.title }}{% endfor %}"}
    digests = {
        templates(None, page, fields={"several": (SimpleNamespace(title=title),)}).digest("page.html") for title in "ab"
    }
    assert len(digests) == 2


def test_template_that_is_left_to_jinja_changes_with_everything(cache):
    page = '{% import "macros.html" as m %}{{ m.m("x") }}'
    digests = {
        templates(cache, {"page.html": page, **sources}, texts, fields).digest("page.html")
        for sources, texts, fields in (({}, {}, {}), ({"x": "x"}, {}, {}), ({}, {"x": "x"}, {}), ({}, {}, {"x": "x"}))
    }
    assert len(digests) == 4


def test_plain_fields_of_the_site_are_written_in_and_their_loops_undone():
    body = (
        "{% for name, one in ((shell.licence, shell.credits),) %}{{ name }}{{ one[0] }}{{ one | length }}{% endfor %}"
    )
    found = templates(
        None, {"page.html": body + "{{ shell.short.title.upper() }}{% if shell.credits[1][1] %}x{% endif %}"}
    )
    assert found.page("page.html", PAGE, None).decode() == "CC0一2某市"
    assert found.plain_page("page.html", PAGE, None).decode() == "CC0一2某市"

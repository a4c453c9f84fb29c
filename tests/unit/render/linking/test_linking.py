"""Linked templates give what Jinja gives; what they cannot give is Jinja's."""

import traceback
from types import SimpleNamespace
from typing import cast

import jinja2
import pytest
from markupsafe import Markup

from memberstudios.render.assets import Assets, BrokenAsset
from memberstudios.render.html import Templates
from memberstudios.render.map.frame import MapFrame
from memberstudios.render.output import Page
from memberstudios.render.shell import Shell
from memberstudios.words import Words

PAGE = Page(path="a/b.html", title="题 & 目", crumbs=(("上", "up.html"), ("下", None)))
WORDS = Words("zh-Hans", {"a.plain": "一 & 二", "a.count": "{count} 个", "a.x": "甲", "a.y": "乙"})
SHELL = cast("Shell", SimpleNamespace(title="某市", base_url=None))
VIEW = SimpleNamespace(
    name="<名>",
    none=None,
    empty=(),
    many=("一", "<二>", "三"),
    pairs=(("甲", "a.html"), ("乙", None)),
    html=Markup("<b>粗</b>"),
    number=12.5,
    tree=SimpleNamespace(name="根", below=(SimpleNamespace(name="枝", below=()),)),
    mapping={"key": "值"},
)
BASE = "<title>{% block title %}{{ page.title }}{% endblock %}</title>{% include 'part.html' %}{% block main %}{% endblock %}"
PART = "{% set title = shell.title %}{{ title }}{% for label, path in page.crumbs %}{% if path %}{{ url(path) }}{% endif %}{% endfor %}"
MACROS = """{% set shapes = {"dot": "M0<0"} %}
{% macro shape(name) -%}<path d="{{ shapes[name] }}">{%- endmacro %}
{% macro card(title="", note="", level=2) %}
<h{{ level }}>{{ title }}{% if note %} <small>{{ note }}</small>{% endif %}</h{{ level }}>
{% if caller is defined %}[{{ caller() }}]{% else %}bare{% endif %}
{% endmacro %}
{% macro row(name, href="", lines=(), more=None) %}
{% if href %}<a href="{{ href }}">{{ name }}</a>{% else %}{{ name }}{% endif %}
{% if lines or caller is defined %}{% for line in lines if line %}({{ line }}){% endfor %}{% endif %}
{% if more %}{{ more[0] }}={{ more[1] }}{% endif %}
{% endmacro %}
{% macro twice() %}{{ caller() }}|{{ caller() }}{% endmacro %}
{% macro each(values) %}{% for value in values %}{{ loop.index }}{{ caller() }}{% endfor %}{% endmacro %}
{% macro sum(value) %}{% set doubled = value ~ value %}{{ doubled }}{% set doubled = "x" %}{{ doubled }}{% endmacro %}
{% macro outer(title) %}{{ row(caller(), title, (caller(),)) }}{% call card(title) %}{{ title }}{% endcall %}{% endmacro %}
{% macro tree(value) %}<li>{{ value.name }}{% for one in value.below %}{{ tree(one) }}{% endfor %}</li>{% endmacro %}
{% macro sets(value) %}{% if value %}{% set note = value %}{% endif %}{{ note }}{% endmacro %}
{% macro lead(text) %}{{ text }}{{ t("a.count", count=text) }}{% endmacro %}
"""
IMPORT = '{% from "macros.html" import card, row, twice, each, sum, outer, tree, sets, lead as first, shape %}'
OWN = "{% set note = 'oben' %}{% macro own(x) %}{{ x }}{{ v.name }}{{ note }}{% endmacro %}"
MAPS = {"studio": MapFrame(html="<map>", assets=())}


def templates(page, **others):
    sources = {"page.html": page, "base.html": BASE, "part.html": PART, "macros.html": MACROS, **others}
    return Templates(sources, WORDS, Assets({"css/a.css": b"a"}), SHELL, MAPS)


def only_linked(made, monkeypatch):
    """The page where Jinja is not asked."""
    with monkeypatch.context() as patch:
        patch.setattr(Templates, "plain_page", None)
        return made.page("page.html", PAGE, VIEW).decode()


@pytest.mark.parametrize(
    "body",
    [
        "{{ v.name }}{{ v.html }}{{ v.none }}{{ v.number }}{{ v.many | join('、') }}",
        "{{ t('a.plain') }}{{ t('a.count', count=v.name) }}{{ t('a.x' if v.none else 'a.y') }}",
        "{{ url('x.html') }}{{ asset('css/a.css') }}{{ root }}{{ shell.title }}",
        "{% if 'studio' in maps %}{{ maps.studio }}{% endif %}{% if 'other' in maps %}no{% endif %}",
        "{{ card('题') }}{{ card(v.name, level=3) }}{{ card(note=v.name, title=t('a.plain')) }}",
        "{% call card(v.name, 'note') %}{{ v.name }}{% endcall %}",
        "{% for title in v.many %}{% call card('x') %}{{ title }}{% endcall %}{% endfor %}",
        "{% call card('a') %}{% call card('b', 'n') %}{{ card('c') }}{% endcall %}{% endcall %}",
        "{{ row(v.name, url('x')) }}{{ row('a', '', (v.none, v.name, card('t'))) }}{{ row('a', lines=v.many) }}",
        "{{ row('a', '', [card(v.name)]) }}{{ row('a', more=(v.name, url('x'))) }}{{ row(card(v.name), url('x')) }}",
        "{{ row(shape('dot') if v.none else v.name) }}{{ row('a', shape('dot') if v.name else '') }}",
        "{{ shape('dot') }}{% for one in ('dot',) %}{{ shape(one) }}{% endfor %}{{ shape('dot') | length }}",
        "{% call twice() %}{{ v.name }}{% endcall %}{% call outer(v.name) %}{{ v.html }}{% endcall %}",
        "{% call each(v.many) %}{{ v.name }}{% endcall %}{{ sum(v.name) }}{{ first(v.name) }}",
        "{{ tree(v.tree) }}{{ 'x' ~ card('t') }}{{ card('t') | upper }}",
        "{{ card('a') if v.name }}{{ card('a') if v.none }}{{ card('a') if v.none else row('b') }}",
        "{% for label, path in v.pairs %}{{ loop.index }}{{ label }}{{ path }}{% if not loop.last %}、{% endif %}{% endfor %}",
        "{% for one in v.empty %}x{% else %}none{% endfor %}{% for one in v.many if one != '三' %}{{ one }}{% endfor %}",
        "{% for label, value in (('a', v.name), ('b', v.none)) if value %}{{ label }}{{ value }}{% endfor %}",
        "{% for a in ('x', v.name) %}{% for a in (a, 'y') %}{{ a }}{% endfor %}{{ a }}{% endfor %}",
        "{% if v.none %}a{% elif '' %}b{% elif v.name %}c{% else %}d{% endif %}{% if not '' and v.none %}e{% else %}f{% endif %}",
        "{% set a, b = v.pairs[-1] %}{{ a }}{{ b }}{% if v.name %}{% set a = 1 %}{% endif %}{{ a }}",
        "{% set note = 'out' %}{% include 'sets.html' %}{{ note }}{{ sets(v.name) }}",
        "{% set text %}{{ card('x') }}{{ v.name }}{% endset %}{{ text }}{{ text | length }}",
        "{% for line in v.many %}{% include 'inner.html' %}{% endfor %}",
        "{{ own('a') }}{{ own(own('b')) }}{% call card('c') %}{{ own('d') }}{% endcall %}",
        "{{ v.many[1:] | join }}{{ v.tree.below[0].name }}{{ v.many | length > 2 }}{{ -v.number }}{{ v.name in v.many }}",
        "{{ 'a' if v.none is none }}{{ {'k': v.name}['k'] }}{{ 'x'.upper() }}{{ {'data-x': v.name} | xmlattr }}",
    ],
)
def test_linked_page_is_what_jinja_makes(body, monkeypatch):
    made = templates(
        f'{{% extends "base.html" %}}{IMPORT}{OWN}{{% block main %}}{body}{{{{ note }}}}{{% endblock %}}',
        **{
            "inner.html": IMPORT + "{{ line }}{% set line = 'inner' %}{% call card(line) %}{{ line }}{% endcall %}",
            "sets.html": "{% if v.name %}{% set note = 1 %}{% endif %}{{ note }}",
        },
    )
    assert only_linked(made, monkeypatch) == made.plain_page("page.html", PAGE, VIEW).decode()


def test_block_of_the_page_stands_over_that_of_what_it_extends(monkeypatch):
    middle = '{% extends "base.html" %}{% block title %}middle{% endblock %}{% block main %}old{% endblock %}'
    made = templates('{% extends "middle.html" %} x {% block main %}new{% endblock %}', **{"middle.html": middle})
    assert only_linked(made, monkeypatch) == "<title>middle</title>某市../up.htmlnew"


@pytest.mark.parametrize(
    "page",
    [
        '{% import "macros.html" as macros %}{{ macros.card("x") }}',
        '{% from "macros.html" import card with context %}{{ card("x") }}',
        "{% extends 'base.html' %}{% block main %}{{ super() }}x{% endblock %}",
        "{% include ['missing.html', 'part.html'] %}{% include 'missing.html' ignore missing %}",
        "{% macro m(x) %}{% set x = x ~ 1 %}{{ x }}{{ varargs }}{% endmacro %}{{ m('a', 'b') }}",
        "{% macro m() %}{{ caller('x') }}{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}",
        "{% for one in v.tree.below recursive %}{{ one.name }}{{ loop(one.below) }}{% endfor %}",
        "{{ v.mapping.key }}{{ v.tree['name'] }}{{ v.none.x is defined }}",
        "{% with a__0 = 'x' %}{{ a__0 }}{% endwith %}",
        "{% filter upper %}{{ v.name }}x{% endfilter %}{{ range(2) | list }}",
        "{% macro n() %}{{ caller() }}{% endmacro %}{% call n() %}{{ caller is defined }}{% endcall %}",
        "{% if v.name %}{% macro m() %}{{ page.title }}{% endmacro %}{{ m() }}{% endif %}",
        "{% if false %}{{ nothing }}{% endif %}{{ nothing is defined }}",
    ],
)
def test_what_cannot_be_linked_is_left_to_jinja(page):
    made = templates(page)
    assert made.page("page.html", PAGE, VIEW) == made.plain_page("page.html", PAGE, VIEW)


@pytest.mark.parametrize(
    ("page", "error", "where"),
    [
        ("\n{{ titel }}", jinja2.UndefinedError, ("templates/page.html", 2)),
        ("\n\n{{ v.nothing }}", jinja2.UndefinedError, ("templates/page.html", 3)),
        (IMPORT + "{{ first(v.none.x) }}", jinja2.UndefinedError, ("templates/page.html", 1)),
        ('{% from "wrong.html" import m %}\n{{ m() }}', jinja2.UndefinedError, ("templates/wrong.html", 2)),
        ("{{ t('no.word') }}", KeyError, ("templates/page.html", 1)),
        ("\n{{ asset('css/no.css') }}", BrokenAsset, ("templates/page.html", 2)),
        ("\n\n{% iff %}", jinja2.TemplateSyntaxError, ("templates/page.html", 3)),
        ('{% include "wrong-tag.html" %}', jinja2.TemplateSyntaxError, ("templates/wrong-tag.html", 2)),
        (IMPORT + "{{ card(nothing='x') }}", TypeError, ("templates/page.html", 1)),
        ('\n{% from "macros.html" import missing %}{{ missing() }}', jinja2.UndefinedError, ("templates/page.html", 2)),
        (
            IMPORT + "{% call outer('x') %}{% call card('y') %}{{ caller() }}{% endcall %}{% endcall %}",
            jinja2.UndefinedError,
            ("templates/page.html", 1),
        ),
        (IMPORT + "{{ sets(v.none) }}", jinja2.UndefinedError, ("templates/page.html", 1)),
        (
            "{% for one in v.many %}{% if loop.first %}{% set x = 1 %}{% endif %}\n{{ x }}{% set x = 2 %}{% endfor %}",
            jinja2.UndefinedError,
            ("templates/page.html", 2),
        ),
        (
            IMPORT + "{% for one in (v.name, v.none) %}{{ sets(one) }}{% endfor %}",
            jinja2.UndefinedError,
            ("templates/page.html", 1),
        ),
        (IMPORT + "{% call shape('dot') %}x{% endcall %}", TypeError, ("templates/page.html", 1)),
        ('{% extends "missing.html" %}', jinja2.TemplateNotFound, ("templates/page.html", 1)),
    ],
)
def test_mistake_in_a_template_is_told_with_its_file_and_line(page, error, where):
    others = {"wrong.html": "{% macro m() %}\n{{ page.title }}{% endmacro %}", "wrong-tag.html": "\n{% iff %}"}
    with pytest.raises(error) as raised:
        templates(page, **others).page("page.html", PAGE, VIEW)
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(raised.tb)]
    assert where in frames


def test_macro_sees_nothing_of_the_page_that_calls_it():
    macro = "{% macro m() %}{% if page is defined %}seen{% endif %}hidden{% endmacro %}"
    made = templates('{% from "m.html" import m %}{{ m() }}', **{"m.html": macro})
    assert made.page("page.html", PAGE, VIEW) == b"hidden"

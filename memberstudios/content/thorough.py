"""Markdown to safe HTML through the parser and the sanitiser, whatever it holds, and what is wrong with it.

Imports both, and is therefore itself imported on first use.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from memberstudios.content.chinese import join_lines
from memberstudios.content.dialect import Dialect
from memberstudios.content.effort import Refused, check_size
from memberstudios.content.finish import Finisher
from memberstudios.content.paragraphs import part_paragraphs
from memberstudios.content.places import Places
from memberstudios.content.plain import headings_of, plain_text
from memberstudios.content.problem import Problem
from memberstudios.content.prose import EMPTY, Picture, Prose
from memberstudios.content.sanitize import clean

MAX_PROBLEMS: Final = 20
"""Problems of one text; one damaged text must not bury the others."""


def convert_thoroughly(
    text: str, *, root: str, first_heading: int, pictures: Mapping[str, Picture]
) -> tuple[Prose, tuple[Problem, ...]]:
    """What `markdown.convert` promises, for any text whose lines end with line feeds only."""
    try:
        check_size(text)
        return _convert(text, root, first_heading, pictures)
    except Refused as refused:
        return EMPTY, (Problem(code=refused.code, line=1, column=1, values=refused.values),)
    except RecursionError:
        # Whatever stopped half way must not show in the next text.
        dialect.cache_clear()
        return EMPTY, (Problem(code="document-too-deep", line=1, column=1),)


def _convert(
    text: str, root: str, first_heading: int, pictures: Mapping[str, Picture]
) -> tuple[Prose, tuple[Problem, ...]]:
    places = Places(text)
    finisher = Finisher(places, root=root, first_heading=first_heading, pictures=pictures)
    dirty, raw_html = dialect().convert(part_paragraphs(text), finisher.finish)
    html = join_lines(clean(dirty))
    problems = finisher.problems + [_raw_html(places, tag) for tag in raw_html]
    problems.sort(key=lambda problem: (problem.line, problem.column, problem.code))
    prose = Prose(
        html=html,
        plain=plain_text(html),
        links=tuple(finisher.own.links),
        pictures=tuple(finisher.pictures),
        files=tuple(finisher.own.files),
        headings=headings_of(html),
    )
    return prose, tuple(problems[:MAX_PROBLEMS])


def _raw_html(places: Places, tag: str) -> Problem:
    line, column = places.of(tag.partition("\n")[0])
    return Problem(code="raw-html", line=line, column=column, values={"tag": tag.partition("\n")[0][:40]})


@cache
def dialect() -> Dialect:
    """The one parser of this process."""
    return Dialect()

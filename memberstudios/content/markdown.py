"""Markdown to safe HTML, and what is wrong with it. The parser and the sanitiser are imported on first use.

Most texts of a directory are simple; those need neither, and come out the same.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from memberstudios.content.chinese import join_lines
from memberstudios.content.effort import Refused, check_size
from memberstudios.content.paragraphs import part_paragraphs
from memberstudios.content.places import Places
from memberstudios.content.plain import headings_of, plain_text
from memberstudios.content.problem import Problem
from memberstudios.content.prose import EMPTY, FileUse, Heading, LinkUse, Picture, PictureUse, Prose
from memberstudios.content.simple import convert_simple

if TYPE_CHECKING:
    from memberstudios.content.dialect import Dialect

__all__ = ["FileUse", "Heading", "LinkUse", "Picture", "PictureUse", "Prose", "convert"]

MAX_PROBLEMS: Final = 20
"""Problems of one text; one damaged text must not bury the others."""

_NO_PICTURES: Final[Mapping[str, Picture]] = MappingProxyType({})


def convert(
    text: str, *, root: str = "../", first_heading: int = 2, pictures: Mapping[str, Picture] = _NO_PICTURES
) -> tuple[Prose, tuple[Problem, ...]]:
    """The HTML of `text` and what is wrong with it.

    `root` is the way from the page to the site's root; links and pictures are written from the root. Headings begin
    at level `first_heading`. `pictures` maps names under `content/pictures/` to their sizes. A text that is refused
    gives an empty `Prose`, and the problems say why; nothing is raised.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    simple = convert_simple(text, root=root, first_heading=first_heading)
    if simple is not None:
        return simple, ()
    try:
        check_size(text)
        return _convert(text, root, first_heading, pictures)
    except Refused as refused:
        return EMPTY, (Problem(code=refused.code, line=1, column=1, values=refused.values),)
    except RecursionError:
        # Whatever stopped half way must not show in the next text.
        _dialect.cache_clear()
        return EMPTY, (Problem(code="document-too-deep", line=1, column=1),)


def _convert(
    text: str, root: str, first_heading: int, pictures: Mapping[str, Picture]
) -> tuple[Prose, tuple[Problem, ...]]:
    from memberstudios.content.finish import Finisher
    from memberstudios.content.sanitize import clean

    places = Places(text)
    finisher = Finisher(places, root=root, first_heading=first_heading, pictures=pictures)
    dirty, raw_html = _dialect().convert(part_paragraphs(text), finisher.finish)
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
def _dialect() -> "Dialect":
    from memberstudios.content.dialect import Dialect

    return Dialect()

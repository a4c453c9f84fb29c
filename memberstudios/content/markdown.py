"""Markdown to safe HTML, and what is wrong with it: the face of all that does it, each part imported on first use.

Most texts of a directory are simple; those need neither the parser nor the sanitiser, and come out the same.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from memberstudios.content.problem import Problem
from memberstudios.content.prose import Picture, Prose

_NO_PICTURES: Final[Mapping[str, Picture]] = MappingProxyType({})


def convert(
    text: str, *, root: str = "../", first_heading: int = 2, pictures: Mapping[str, Picture] = _NO_PICTURES
) -> tuple[Prose, tuple[Problem, ...]]:
    """The HTML of `text` and what is wrong with it.

    `root` is the way from the page to the site's root; links and pictures are written from the root. Headings begin
    at level `first_heading`. `pictures` maps names under `content/pictures/` to their sizes; only names that the text
    shows are looked up. A text that is refused gives an empty `Prose`, and the problems say why; nothing is raised.
    """
    from memberstudios.content.simple import convert_simple

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    simple = convert_simple(text, root=root, first_heading=first_heading, pictures=pictures)
    if simple is not None:
        return simple, ()
    from memberstudios.content.thorough import convert_thoroughly

    return convert_thoroughly(text, root=root, first_heading=first_heading, pictures=pictures)

"""Every kind of page in order: the one table of what a site consists of."""

from collections.abc import Callable, Iterator
from typing import Final

from memberstudios.directory.directory import Directory
from memberstudios.pages import (
    area,
    feed,
    finder,
    home,
    matter,
    media,
    member,
    news,
    not_found,
    open_data,
    organization,
    redirects,
    sector,
    sitemap,
    sources_list,
    studio,
    studios,
    text,
)
from memberstudios.render.output import Output
from memberstudios.words import Words

Kind = Callable[[Directory, Words], Iterator[Output]]

KINDS: Final[tuple[Kind, ...]] = (
    home.outputs,
    finder.outputs,
    studios.outputs,
    studio.outputs,
    redirects.outputs,
    area.outputs,
    sector.outputs,
    matter.outputs,
    member.outputs,
    organization.outputs,
    news.outputs,
    text.outputs,
    sources_list.outputs,
    open_data.outputs,
    not_found.outputs,
    feed.outputs,
    media.outputs,
)


def plan(directory: Directory, words: Words) -> tuple[Output, ...]:
    """All outputs of a site, in the order of its kinds; the sitemap last, since it names the others."""
    planned = [output for outputs in KINDS for output in outputs(directory, words)]
    return (*planned, *sitemap.outputs_after(directory, planned))

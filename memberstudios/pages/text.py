"""Pages that people wrote in Markdown, at `pages/<slug>.html`."""

from collections.abc import Iterator
from dataclasses import dataclass

from memberstudios.content.prose import EMPTY, Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_WORTH_A_LIST = 4
"""Headings from which a list of them at the top saves more reading than it costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """`headings` are text and fragment of the main headings, empty on short pages."""

    title: str
    summary: str
    headings: tuple[tuple[str, str], ...]
    body: Prose
    sources: tuple[SourceLine, ...]


def outputs(directory: Directory, words: Words) -> Iterator[Output]:  # noqa: ARG001 - every kind is called the same way
    """One output for each page."""
    for text in directory.pages.values():
        body = directory.prose("page", text.id, "body") or EMPTY
        headings = tuple((heading.text, heading.id) for heading in body.headings if heading.level == 2)
        page = Page(
            path=addresses.page(text.id), title=text.title, description=text.summary or "", section="", is_landmark=True
        )
        view = TextView(
            title=text.title,
            summary=text.summary or "",
            headings=headings if len(headings) >= _WORTH_A_LIST else (),
            body=body,
            sources=source_lines(directory, text.sources),
        )
        yield html(page, "text.html", view)

"""Pages that people wrote in Markdown, at `pages/<slug>.html`."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
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


def keys(directory: Directory) -> Iterator[str]:
    """Every written page."""
    yield from directory.pages


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:  # noqa: ARG001 - as every kind
    """The page."""
    text = directory.pages[key]
    body = directory.prose("page", key, "body") or EMPTY
    headings = tuple((heading.text, heading.id) for heading in body.headings if heading.level == 2)
    page = Page(path=addresses.page(key), title=text.title, description=text.summary or "", is_landmark=True)
    view = TextView(
        title=text.title,
        summary=text.summary or "",
        headings=headings if len(headings) >= _WORTH_A_LIST else (),
        body=body,
        sources=source_lines(directory, text.sources),
    )
    yield html(page, "text.html", view)

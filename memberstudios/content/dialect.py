"""The Markdown that editors may write: the `markdown` package without raw HTML, with tables and footnotes.

Counts the work before it is done. Imports the package when it is itself imported, so it is imported on first use.
"""

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from memberstudios.content.effort import Meter
from memberstudios.content.shortcuts import InlineChoice, take_shortcuts
from memberstudios.sources.text import unwanted

_MAY_BE_MARKUP = re.compile("[`\\\\[!<&*_\x02]| \n")
"""The first characters of all inline patterns."""
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{1,32});"
_TAG = r"<[a-zA-Z][^<>]{0,300}>|<!--|<\?[a-zA-Z]|<!\[CDATA\["


class _CountBlocks(BlockProcessor):
    """Takes no block, but is asked first about each."""

    meter = Meter()

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the package's signature
        self.meter.block(block, len(self.parser.state))
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        raise NotImplementedError


class _CountInline(Treeprocessor):
    """Counts what inline patterns will do, and spares them the texts in which none can match."""

    meter = Meter()

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text:
                element.text = self._counted(element.text)
            if element.tail:
                element.tail = self._counted(element.tail)

    def _counted(self, text: str) -> str:
        if isinstance(text, AtomicString):
            return text
        if not _MAY_BE_MARKUP.search(text):
            return AtomicString(text)
        self.meter.inline(text)
        return text


class _ShowHtml(InlineProcessor):
    """Leaves raw HTML as the text it is, and notes it."""

    seen: list[str]

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:  # type: ignore[override]  # noqa: ARG002, N802
        self.seen.append(m[0])
        return None, None, None


class _Entity(InlineProcessor):
    """`&nbsp;` and its like become the character they name, unless it is one that hides."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return encode_ampersand(visible(html.unescape(m[0]))), m.start(), m.end()


class _Finish(Treeprocessor):
    """Hands the finished tree to whoever converts."""

    finish: Callable[[Element], None]

    def run(self, root: Element) -> None:
        self.finish(root)


class _Footnotes(FootnoteExtension):
    """Ids by number instead of label: a label may hold anything."""

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802 - the package's signature
        return f"fn-{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: FBT001, FBT002, N802
        return self.unique_ref(f"fnref-{self._number(id)}", found)

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1


class Dialect:
    """One parser, used again for each document: making it costs more than a short text."""

    def __init__(self) -> None:
        footnotes = _Footnotes(SEPARATOR="-", BACKLINK_TEXT="↑")
        md = Markdown(extensions=[TableExtension(use_align_attribute=True), SaneListExtension(), footnotes])
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        self._blocks = _CountBlocks(md.parser)
        self._inline = _CountInline(md)
        self._html = _ShowHtml(_TAG, md)
        self._finish = _Finish(md)
        md.parser.blockprocessors.register(self._blocks, "count", 200)
        md.treeprocessors.register(self._inline, "count", 25)
        md.treeprocessors.register(self._finish, "finish", -10)
        md.inlinePatterns.register(self._html, "html", 90)
        md.inlinePatterns.register(_Entity(_ENTITY, md), "entity", 80)
        take_shortcuts(md)
        self._choice = InlineChoice(md)
        self._md = md

    def convert(self, text: str, finish: Callable[[Element], None]) -> tuple[str, list[str]]:
        """HTML, not yet sanitised, and the raw HTML that was found in `text`.

        `finish` may change the tree before it becomes HTML. Raises `Refused`, and `RecursionError` where even the
        counted nesting was too much for this interpreter.
        """
        self._blocks.meter = self._inline.meter = Meter()
        self._html.seen = []
        self._finish.finish = finish
        self._md.reset()
        self._md.parser.state.clear()
        self._choice.choose(text)
        return self._md.convert(text), self._html.seen


def visible(text: str) -> str:
    """`text` without control, zero-width and direction characters, which an entity may have smuggled in."""
    hidden = {ord(text[bad.offset]): None for bad in unwanted(text)}
    return text.translate(hidden) if hidden else text


def encode_ampersand(text: str) -> str:
    """`text` so that the package's serializer shows each `&` as one: left alone it takes `&lt;` for an entity."""
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;") if "&" in text else text


def decode(text: str) -> str:
    """What a reader sees of a text or an attribute of the tree."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))

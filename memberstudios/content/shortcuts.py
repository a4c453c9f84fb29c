"""Steps of the `markdown` package, asked only about texts in which they can find anything: most find nothing.

What comes out is the same. Imports the package, and is therefore itself imported on first use.
"""

from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

BLOCK_MARKS: Final = (
    ("table", 75, ("|",)),
    ("hashheader", 70, ("#",)),
    ("setextheader", 60, ("\n",)),
    ("hr", 50, ("-", "_", "*")),
    ("quote", 20, (">",)),
    ("reference", 15, ("]:",)),
)
"""Block processors, how early they are asked, and what a block must hold one of."""
INLINE_MARKS: Final = {
    "backtick": "`", "escape": "\\", "footnote": "[", "reference": "[", "link": "[", "image_link": "!",
    "image_reference": "!", "short_reference": "[", "short_image_ref": "!", "autolink": "<", "automail": "<",
    "html": "<", "entity": "&",
}  # fmt: skip
"""What a document must hold for an inline pattern to match; the others are always asked."""


class _OnlyWith(BlockProcessor):
    def __init__(self, asked: BlockProcessor, marks: tuple[str, ...]) -> None:
        super().__init__(asked.parser)
        self._asked = asked
        self._marks = marks

    def test(self, parent: Element, block: str) -> bool:
        for mark in self._marks:
            if mark in block:
                return self._asked.test(parent, block)
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._asked.run(parent, blocks)


class _Unescape(UnescapeTreeprocessor):
    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text


def take_shortcuts(md: Markdown) -> None:
    """Let the steps of `md` be asked only where they can find anything."""
    processors = md.parser.blockprocessors
    for name, priority, marks in BLOCK_MARKS:
        processors.register(_OnlyWith(processors[name], marks), name, priority)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)


class InlineChoice:
    """Hands those inline patterns of `md` to its inline step that may match in a document."""

    def __init__(self, md: Markdown) -> None:
        marks = {md.inlinePatterns[name]: mark for name, mark in INLINE_MARKS.items()}
        self._patterns = [(marks.get(pattern, ""), pattern) for pattern in md.inlinePatterns]
        self._step: Any = md.treeprocessors["inline"]

    def choose(self, text: str) -> None:
        """Choose for the document with this text."""
        self._step.inlinePatterns = tuple(pattern for mark, pattern in self._patterns if mark in text)

"""The text of sanitised HTML, for summaries, search and feeds: a line for a paragraph, no footnote marks."""

import html
import re

from memberstudios.content.prose import Heading

_FOOTNOTE_MARKS = re.compile(r'<sup id="[^"]*">.*?</sup>|<a [^<>]*class="footnote-backref"[^<>]*>.*?</a>')
_ENDS_LINE = re.compile(r"<br>|<hr>|<[ou]l[^<>]*>|</(?:p|h[1-6]|li|tr|pre|blockquote|figcaption)>")
_ENDS_CELL = re.compile(r"</t[dh]>")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_SPACE = re.compile(r"\s+")
_HEADING = re.compile(r'<h([2-6]) id="([^"]*)">(.*?)</h[2-6]>', re.DOTALL)


def plain_text(markup: str) -> str:
    """The text of `markup`, which must come from the sanitiser."""
    text = _FOOTNOTE_MARKS.sub("", markup) if "<sup" in markup or "footnote-" in markup else markup
    text = text.replace("\n", " ")
    text = _ENDS_CELL.sub(" ", _ENDS_LINE.sub("\n", text))
    lines = (_SPACE.sub(" ", html.unescape(line)).strip() for line in _TAG.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def headings_of(markup: str) -> tuple[Heading, ...]:
    """The headings of `markup`, in order."""
    return tuple(
        Heading(level=int(match[1]), id=html.unescape(match[2]), text=plain_text(match[3]))
        for match in _HEADING.finditer(markup)
    )

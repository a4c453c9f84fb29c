"""Emphasis and links of simple texts: the same HTML as the parser's and the sanitiser's, without either.

Whatever might be more than it looks is refused, never guessed.
"""

import re

from memberstudios.content.own_links import OwnLinks
from memberstudios.content.targets import kind_of

_EMPHASIS = re.compile(r"\*(\*?)(?=[^\s*])([^*]*[^\s*])\*\1(?!\*)")
"""Runs of one or two asterisks that open and close nothing but each other."""
_IN_TARGET = r"[\w./:#%~=?+,@-]"
_LINK = re.compile(rf"(?<!!)\[([^\[\]]+)\]\(({_IN_TARGET}+)\)")
_TARGETS = re.compile(rf"\]\({_IN_TARGET}+\)")
_HOST = r"(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::[0-9]{1,4})?"
_PLAIN_ADDRESS = {
    "external": re.compile(rf"https?://{_HOST}(?:/{_IN_TARGET}*)?\Z"),
    "contact": re.compile(r"(?:tel:[0-9+-]+|mailto:[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+)\Z"),
    "internal": re.compile(r"[^:]+\Z"),
    "file": re.compile(r"[^:]+\Z"),
}
"""Addresses that every reader of addresses takes for the same."""


class NotSimple(Exception):
    """The text needs the parser."""


def inline(text: str, own: OwnLinks) -> str:
    """The HTML of a run of text without `<`, `&`, backslashes and backticks; links are noted in `own`.

    Raises `NotSimple`.
    """
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "_" in text and "_" in _TARGETS.sub("", text):
        raise NotSimple
    if "[" in text or "]" in text:
        text = _LINK.sub(lambda match: _link(match[1], match[2], own), text)
        if "[" in text or "]" in text:
            raise NotSimple
    return _emphasised(text)


def _emphasised(text: str) -> str:
    if "*" not in text:
        return text
    text = _EMPHASIS.sub(_emphasis, text)
    if "*" in text:
        raise NotSimple
    return text


def _emphasis(match: re.Match[str]) -> str:
    tag = "strong" if match[1] else "em"
    return f"<{tag}>{match[2]}</{tag}>"


def _link(words: str, target: str, own: OwnLinks) -> str:
    kind = kind_of(target)
    if kind == "unsafe" or not _PLAIN_ADDRESS[kind].match(target) or not words.strip():
        raise NotSimple
    words = _emphasised(words)
    if kind == "external":
        return f'<a href="{target}" rel="noopener">{words}</a>'
    address = own.address(target, target) if kind != "contact" else target
    return f'<a href="{address}">{words}</a>'

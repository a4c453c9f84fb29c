"""Plain text cut short for descriptions, at the end of a sentence where there is one. Knows nothing of HTML."""

import re
from typing import Final

MAX_DESCRIPTION: Final = 120
"""Characters that a search engine or WeChat shows of a page's description."""

_SENTENCE_END = re.compile(r"[。！？…]+[”’」』）]*|[.!?]+[\"')]*(?=\s|\Z)")
_CLAUSE_END = re.compile(r"[，、；：,;:]|\s")
_BREAK_AFTER_MARK = re.compile(r"(?<=[，。、；：！？…”’）》])\s*\n\s*")
_HALF_A_WORD = re.compile(r"(?<=\s)[A-Za-z0-9]+\Z")
_BREAK = re.compile(r"\s*\n\s*")
_TRAILING = "，、；：,;:—· "


def excerpt(text: str, limit: int = MAX_DESCRIPTION) -> str:
    """At most `limit` characters of `text` on one line: whole sentences, else a part that ends with `…`."""
    line = _one_line(text)
    if len(line) <= limit:
        return line
    sentence = _last_end(_SENTENCE_END, line, limit)
    if sentence >= limit // 3:
        return line[:sentence].rstrip()
    clause = _last_end(_CLAUSE_END, line, limit - 1)
    part = line[:clause] if clause >= limit // 2 else _HALF_A_WORD.sub("", line[:limit], count=1)[: limit - 1]
    return part.rstrip(_TRAILING) + "…"


def _one_line(text: str) -> str:
    """Lines joined; a space stands for the break unless Chinese punctuation already parts them."""
    return _BREAK.sub(" ", _BREAK_AFTER_MARK.sub("", text)).strip()


def _last_end(pattern: re.Pattern[str], line: str, limit: int) -> int:
    """Where the last match within `limit` ends; 0 if there is none."""
    end = 0
    for match in pattern.finditer(line):
        if match.end() > limit:
            break
        end = match.end()
    return end

"""Lines of Chinese text: no space where a line was broken."""

import re
from functools import cache

# Ideographs, full-width forms and punctuation, and the marks that Chinese shares with other scripts.
_WIDE = "\u2e80-\u2fff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—·"
_INLINE_TAGS = r"(?:</?(?:a|strong|em|code|sup|span)(?:\s[^<>]*)?>)"
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)


def join_lines(html: str) -> str:
    """`html` without the line breaks between two Chinese characters: a browser would show each as a space."""
    if not _may_be_break().search(html):
        return html
    if "<pre>" not in html:
        return _break().sub(r"\1\2", html)
    parts = _CODE.split(html)
    parts[::2] = [_break().sub(r"\1\2", part) for part in parts[::2]]
    return "".join(parts)


# Made on first use: so many ranges of characters take some milliseconds, and most texts have no such lines.
@cache
def _may_be_break() -> re.Pattern[str]:
    return re.compile(rf"\n[ ]*{_INLINE_TAGS}{{0,8}}[{_WIDE}]")


@cache
def _break() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{_WIDE}])({_INLINE_TAGS}{{0,8}})[ ]*\n[ ]*({_INLINE_TAGS}{{0,8}})(?=[{_WIDE}])")

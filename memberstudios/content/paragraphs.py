"""Empty lines that Markdown wants and offices do not type: before an indented paragraph, and before a list."""

import re

_INDENTED = re.compile(r"(?<=[^\n])\n(?=\u3000)")
_ITEM = r"(?:[-*+]|\d{1,2}\.) +\S"
_BEGINS_OTHERWISE = re.compile(rf"[ \t>|\[]|{_ITEM}")
_FIRST_ITEM = re.compile(rf"\n(?={_ITEM})")


def part_paragraphs(text: str) -> str:
    """`text` with an empty line where a line indented by a full-width space, or a list, follows a paragraph's line."""
    if "\n\u3000" in text:
        text = _INDENTED.sub("\n\n", text)
    if not _FIRST_ITEM.search(text):
        return text
    return "\n\n".join(_part_list(block) for block in text.split("\n\n"))


def _part_list(block: str) -> str:
    """A paragraph's own lists stand apart; a list, quotation, table or code stays whole."""
    return block if _BEGINS_OTHERWISE.match(block.lstrip("\n")) else _FIRST_ITEM.sub("\n\n", block, count=1)

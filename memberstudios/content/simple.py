"""Simple texts made into HTML without the parser and the sanitiser: the same HTML, at a tenth of the work.

Simple are paragraphs, headings, flat lists, quotations and tables of words with emphasis and links, and pictures
that stand by themselves: nearly all that editors write. Knows nothing of what may be wrong with a text: one that may
have a problem is not simple. Whatever is added here has to come out as before: `tests/property` compares.
"""

import html
import re
from collections.abc import Mapping, Sequence
from typing import Final

from memberstudios.content.chinese import join_lines
from memberstudios.content.outline import Outline
from memberstudios.content.own_links import OwnLinks
from memberstudios.content.paragraphs import part_paragraphs
from memberstudios.content.places import Places
from memberstudios.content.plain import plain_text
from memberstudios.content.prose import Heading, Picture, PictureUse, Prose
from memberstudios.content.simple_blocks import Figure, Group
from memberstudios.content.simple_inline import NotSimple, inline
from memberstudios.content.simple_table import read_table
from memberstudios.content.targets import picture_name

_MAX_CHARACTERS: Final = 10_000
_MAX_MARKS: Final = 200
"""With the above so little that no text within both is refused for the work it causes: see `effort`."""
_MARKS: Final = "*_[]!#>"

_SPECIAL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\ud800-\udfff<&\\`]")
"""What the parser or the sanitiser treats in ways of its own: rare spaces, control characters, raw HTML, entities,
escapes and code."""
_SPACED: Final = ("\n ", " \n", "\u3000\n", "[^", "]:")
"""Lines that begin or end with a space, footnotes and definitions."""
_MARKED = re.compile(r"[#>]|[*+-] |\d+\. |[-=*_+ ]+\Z")
_MARKED_LINE = re.compile(r"\n[#>]|\||^[-=*_+ ]+$", re.MULTILINE)
_RULE_LINE = re.compile(r"^[-=*_+ ]+$", re.MULTILINE)
_RULES: Final = ("---", "***")
_HEADING_LINE = re.compile(r"^#.*", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})([^#]+)\Z")
_ITEM = re.compile(r"(?:[*+-]|(\d+)\.) +(.*)\Z")
_NUMBER = re.compile(r"[0-9]{1,6}\Z")
_IN_QUOTES = r"[^\[\]()'\"*_>\u3000]"
_PICTURE = re.compile(rf'!\[({_IN_QUOTES}+)\]\((/?(?:pictures/)?[a-z0-9][a-z0-9._-]*)(?: "({_IN_QUOTES}+)")?\)\Z')
_TAG = re.compile(r"<[^<>]*>")


def convert_simple(text: str, *, root: str, first_heading: int, pictures: Mapping[str, Picture]) -> Prose | None:
    """What `text` comes to; None if it is not simple. Its lines end with line feeds only."""
    inner = text.strip("\n")
    if not inner:
        return Prose()
    if not _may_be_simple(inner):
        return None
    document = _Document(OwnLinks(places := Places(text), root), Outline(first_heading))
    try:
        document.read(part_paragraphs(inner))
        return document.prose(places, root, pictures)
    except NotSimple:
        return None


def _may_be_simple(text: str) -> bool:
    """Whether `text` is short and without what is never simple, wherever it stands."""
    if len(text) > _MAX_CHARACTERS or text[0] == " " or text[-1] in " \u3000":
        return False
    if any(part in text for part in _SPACED) or _SPECIAL.search(text):
        return False
    return sum(map(text.count, _MARKS)) <= _MAX_MARKS


class _Document:
    """The blocks of one text, in order."""

    def __init__(self, own: OwnLinks, outline: Outline) -> None:
        self._own = own
        self._outline = outline
        self._blocks: list[Group | Figure | str] = []
        self._lines: list[str] = []
        self._headings: list[Heading] = []

    def prose(self, places: Places, root: str, pictures: Mapping[str, Picture]) -> Prose:
        """What all that was read comes to. Raises `NotSimple` if something is wrong with a picture."""
        uses: list[PictureUse] = []
        for index, block in enumerate(self._blocks):
            if isinstance(block, Figure):  # only now, as the parser does: links are looked up first
                line, column = places.of_target(block.target)
                uses.append(PictureUse(name=picture_name(block.target), alt=block.alt, line=line, column=column))
                self._blocks[index] = _shown(block, pictures.get(uses[-1].name), root)
        return Prose(
            html="\n".join(map(str, self._blocks)),
            plain="\n".join(self._lines),
            links=tuple(self._own.links),
            pictures=tuple(uses),
            files=tuple(self._own.files),
            headings=tuple(self._headings),
        )

    def read(self, text: str) -> None:
        """Read `text` block by block. Raises `NotSimple`."""
        for padded in text.split("\n\n"):
            block = padded.strip("\n")
            if not block:
                continue
            if "\n" in block:
                self._read_lines(block)
            elif block in _RULES:
                self._blocks.append("<hr>")
            elif _MARKED.match(block):
                self._read_marked([block])
            elif block[0] == "!" and (match := _PICTURE.match(block)):
                self._read_picture(match[1].strip(), match[2], (match[3] or "").strip())
            else:
                self._blocks.append(self._paragraph(block))

    def _read_lines(self, block: str) -> None:
        """Read a block of several lines; what the parser looks for first comes first."""
        if "|" in block:
            self._read_table(block)
        elif _HEADING_LINE.search(block):
            self.read(_HEADING_LINE.sub(r"\n\n\g<0>\n\n", block))
        elif _RULE_LINE.search(block):
            raise NotSimple
        elif _MARKED.match(block) or "\n>" in block:
            self._read_marked(block.split("\n"))
        else:
            self._blocks.append(self._paragraph(block))

    def _read_marked(self, lines: list[str]) -> None:
        """Read a block of which a line, most often the first, begins with a mark."""
        first = lines[0]
        if first[0] == "#":
            self._read_heading(first)
        elif all(line[0] == ">" for line in lines):
            self._read_quotation(lines)
        elif (item := _ITEM.match(first)) is None:
            raise NotSimple
        elif item[1] is None:
            self._read_list("ul", "", lines)
        elif _NUMBER.match(item[1]):
            self._read_list("ol", "" if item[1] == "1" else f' start="{item[1]}"', lines)
        else:
            raise NotSimple

    def _read_picture(self, alt: str, target: str, caption: str) -> None:
        self._blocks.append(Figure(alt=alt, target=target, caption=caption))
        self._note(caption)

    def _read_heading(self, line: str) -> None:
        match = _HEADING.match(line)
        if match is None or not (words := match[2].strip()):
            raise NotSimple
        markup, text = self._inline(words)
        level = self._outline.level(len(match[1]))
        id_ = self._outline.id_of(html.unescape(_TAG.sub("", markup)))
        self._headings.append(Heading(level=level, id=id_, text=text))
        self._blocks.append(f'<h{level} id="{id_}">{markup}</h{level}>')

    def _read_quotation(self, lines: list[str]) -> None:
        text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)
        if not text or text.strip("\n") != text:
            raise NotSimple
        quotation = self._group("blockquote", "")
        for padded in text.split("\n\n"):
            block = padded.strip("\n")
            if block[:1] == " " or "\n " in block or _MARKED.match(block) or _MARKED_LINE.search(block):
                raise NotSimple
            if block:
                quotation.parts.append(self._paragraph(block))

    def _read_list(self, tag: str, start: str, lines: list[str]) -> None:
        items = self._group(tag, start)
        for index, line in enumerate(lines):
            match = _ITEM.match(line)
            if match is None or (match[1] is None) != (tag == "ul") or _MARKED.match(match[2]):
                raise NotSimple
            words, _ = self._inline(match[2].lstrip())
            items.add_item(words, is_apart=index == 0)

    def _read_table(self, block: str) -> None:
        table = read_table(block.split("\n"))
        head = self._row("th", [f'{align} scope="col"' for align in table.align], table.head)
        body = "\n".join(self._row("td", table.align, row) for row in table.rows)
        self._blocks.append(f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>")

    def _row(self, tag: str, attributes: Sequence[str], texts: Sequence[str]) -> str:
        markup = [inline(text, self._own) for text in texts]
        self._note(" ".join(markup).strip())
        cells = (f"<{tag}{more}>{cell}</{tag}>" for more, cell in zip(attributes, markup, strict=True))
        return "\n".join(("<tr>", *cells, "</tr>"))

    def _group(self, tag: str, start: str) -> Group:
        """The list or quotation that the last block was, if this one goes on with it, or a new one."""
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, Group) and last.tag == tag:
            return last
        group = Group(tag=tag, start=start)
        self._blocks.append(group)
        return group

    def _paragraph(self, block: str) -> str:
        markup, _ = self._inline(block.lstrip())
        return f"<p>{markup}</p>"

    def _inline(self, text: str) -> tuple[str, str]:
        """The HTML of a run of text and its plain text, which is noted."""
        markup = inline(text, self._own)
        if "\n" in markup:
            markup = join_lines(markup)
        return markup, self._note(markup)

    def _note(self, markup: str) -> str:
        has_more = "<" in markup or "&" in markup or "\n" in markup or "  " in markup or "\u3000" in markup
        line = plain_text(markup) if has_more else markup
        if line:
            self._lines.append(line)
        return line


def _shown(figure: Figure, picture: Picture | None, root: str) -> str:
    if picture is None or not figure.alt:
        raise NotSimple
    return figure.html(picture, root)

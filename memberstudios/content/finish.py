"""The tree of a converted text made ready for this site: headings, links, pictures, footnotes, and what is wrong.

Knows the page only by `root`, the way from it to the site's root, and pictures only by their sizes.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from memberstudios.content.dialect import decode, encode_ampersand
from memberstudios.content.outline import Outline
from memberstudios.content.own_links import OwnLinks
from memberstudios.content.places import Places
from memberstudios.content.problem import Problem
from memberstudios.content.prose import Picture, PictureUse
from memberstudios.content.showing import picture_attributes
from memberstudios.content.targets import is_remote, kind_of, picture_name

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_UNKNOWN_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_MAX_START = 6


class Finisher:
    """Goes once over the tree of one document; afterwards holds what it found."""

    def __init__(self, places: Places, *, root: str, first_heading: int, pictures: Mapping[str, Picture]) -> None:
        self.problems: list[Problem] = []
        self.pictures: list[PictureUse] = []
        self.own = OwnLinks(places, root)
        self._places = places
        self._root = root
        self._first_heading = first_heading
        self._known = pictures

    def finish(self, tree: Element) -> None:
        """Change `tree` in place."""
        _set_headings(tree, self._first_heading)
        _tidy_footnotes(tree)
        for element in list(tree.iter()):
            match element.tag:
                case "a":
                    self._link(element)
                case "p":
                    _make_figure(element)
                case "th":
                    element.set("scope", "col")
                case "ol" if len(element.get("start", "")) > _MAX_START:
                    del element.attrib["start"]
        for picture in list(tree.iter("img")):
            self._picture(picture)
        self._unknown_footnotes(tree)

    def _link(self, element: Element) -> None:
        written = element.get("href", "")
        target = decode(written).strip()
        if element.get("class", "").startswith("footnote"):
            return
        if not any(True for _ in element.iter("img")) and not decode("".join(element.itertext())).strip():
            self._report("empty-link", written, target=target)
            _make_span(element)
            return
        kind = kind_of(target)
        if kind == "unsafe":
            self._report("unsafe-link", written, target=target)
            _make_span(element)
            return
        if kind == "external":
            element.set("rel", "noopener")
        if kind in ("internal", "file"):
            target = self.own.address(target, written)
        element.set("href", encode_ampersand(target))

    def _picture(self, element: Element) -> None:
        written, alt = element.get("src", ""), decode(element.get("alt", "")).strip()
        source = decode(written).strip()
        name = picture_name(source)
        if is_remote(source):
            self._report("remote-picture", written, target=source)
            _make_span(element, alt)
            return
        line, column = self._places.of_target(written)
        self.pictures.append(PictureUse(name=name, alt=alt, line=line, column=column))
        if not alt:
            self.problems.append(Problem(code="picture-without-alt", line=line, column=column, values={"name": name}))
        picture = self._known.get(name)
        if picture is None:
            self.problems.append(Problem(code="picture-missing", line=line, column=column, values={"name": name}))
            _make_span(element, alt)
            return
        element.attrib.clear()
        for attribute, value in picture_attributes(picture, encode_ampersand(alt), self._root):
            element.set(attribute, value)

    def _unknown_footnotes(self, tree: Element) -> None:
        for element in tree.iter():
            for text in (element.text if element.tag != "code" else None, element.tail):
                if not text or "[^" not in text:
                    continue
                for match in _UNKNOWN_FOOTNOTE.finditer(text):
                    line, column = self._places.of(match[0])
                    self.problems.append(
                        Problem(code="footnote-missing", line=line, column=column, values={"footnote": match[0]})
                    )

    def _report(self, code: str, written: str, **values: str) -> None:
        line, column = self._places.of_target(written)
        self.problems.append(Problem(code=code, line=line, column=column, values=values))


def _set_headings(tree: Element, first: int) -> None:
    """Give headings their levels and ids."""
    outline = Outline(first)
    for element in tree.iter():
        written = _LEVELS.get(element.tag)
        if written is None:
            continue
        level = outline.level(written)
        text = decode("".join(_texts(element))).strip()
        if not text:
            element.tag = "p"
            continue
        element.tag = f"h{level}"
        element.set("id", outline.id_of(text))


def _texts(element: Element) -> Iterator[str]:
    """The texts of an element, without footnote marks."""
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _texts(child)
        yield child.tail or ""


def _tidy_footnotes(tree: Element) -> None:
    """A section instead of a `div`, without a rule, English titles, or ways back to a mark that is not there."""
    marks = {element.get("id") for element in tree.iter("sup")}
    for box in list(tree.iter("div")):
        if box.get("class") != "footnote":
            continue
        box.tag = "section"
        box.set("class", "footnotes")
        for rule in box.findall("hr"):
            box.remove(rule)
        for parent in list(box.iter()):
            for link in parent.findall("a[@class='footnote-backref']"):
                link.attrib.pop("title", None)
                if link.get("href", "").removeprefix("#") not in marks:
                    parent.remove(link)


def _make_figure(paragraph: Element) -> None:
    """A paragraph that is one picture is a figure, and the picture's title its caption."""
    if len(paragraph) != 1 or paragraph[0].tag != "img" or (paragraph.text or "").strip():
        return
    picture = paragraph[0]
    if (picture.tail or "").strip():
        return
    paragraph.tag = "figure"
    if caption := picture.get("title", "").strip():
        element = Element("figcaption")
        element.text = encode_ampersand(decode(caption))
        paragraph.append(element)


def _make_span(element: Element, text: str | None = None) -> None:
    """Take away what makes an element a link or a picture; its words stay."""
    element.tag = "span"
    element.attrib.clear()
    if text is not None:
        element.text = encode_ampersand(text)

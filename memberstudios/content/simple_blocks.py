"""Blocks of a simple text that later blocks add to, or that are shown when all is read, as HTML."""

from dataclasses import field

from memberstudios.base.dataclass import dataclass
from memberstudios.content.prose import Picture
from memberstudios.content.showing import picture_attributes


@dataclass(slots=True, kw_only=True)
class Group:
    """A list or a quotation, with which the next block may go on; `start` is an attribute or nothing."""

    tag: str
    start: str = ""
    parts: list[str] = field(default_factory=list)

    def add_item(self, words: str, *, is_apart: bool) -> None:
        """Add a list item; an empty line between two, so that one stands apart, makes a paragraph of each."""
        if is_apart and self.parts:
            before = self.parts[-1].removeprefix("<li>").removesuffix("</li>")
            if not before.startswith("\n"):
                self.parts[-1] = _item(_apart(before))
            words = _apart(words)
        self.parts.append(_item(words))

    def __str__(self) -> str:
        return "\n".join((f"<{self.tag}{self.start}>", *self.parts, f"</{self.tag}>"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture by itself: its words, its address as it was written, and what stands below it."""

    alt: str
    target: str
    caption: str

    def html(self, picture: Picture, root: str) -> str:
        attributes = " ".join(f'{name}="{value}"' for name, value in picture_attributes(picture, self.alt, root))
        caption = f"<figcaption>{self.caption}</figcaption>" if self.caption else ""
        return f"<figure><img {attributes}>{caption}</figure>"


def _item(words: str) -> str:
    return f"<li>{words}</li>"


def _apart(words: str) -> str:
    return f"\n<p>{words}</p>\n"

"""A converted Markdown text and what it points to. Knows nothing of how it is made."""

from typing import Protocol
from urllib.parse import unquote

from memberstudios.base.dataclass import dataclass


class Picture(Protocol):
    """What Markdown needs to know of a picture; the paths in `src` and `srcset` start at the site's root."""

    @property
    def src(self) -> str: ...
    @property
    def srcset(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUse:
    """A link to a page of this site, as it was written, and where."""

    target: str
    line: int
    column: int

    @property
    def path(self) -> str:
        """The page, from the site's root; empty for a place on the same page."""
        return unquote(self.target.partition("#")[0].partition("?")[0]).removeprefix("/")

    @property
    def fragment(self) -> str:
        """The id of the place on that page, empty if there is none."""
        return unquote(self.target.partition("#")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureUse:
    """A picture under `content/pictures/` that the text shows."""

    name: str
    alt: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUse:
    """A document under `content/files/` that the text links to."""

    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as the page shows it; `id` is its address."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Sanitised HTML, its text, and what it uses. A template shows it as it is: it has `__html__`."""

    html: str = ""
    plain: str = ""
    links: tuple[LinkUse, ...] = ()
    pictures: tuple[PictureUse, ...] = ()
    files: tuple[FileUse, ...] = ()
    headings: tuple[Heading, ...] = ()

    def __html__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


EMPTY = Prose()
"""What a refused or empty text becomes."""

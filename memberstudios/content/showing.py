"""What an `img` element says of a picture. Knows the page only by the way from it to the site's root."""

from collections.abc import Iterator

from memberstudios.content.prose import Picture

_SIZES = "(min-width: 48em) 44em, 100vw"
"""A picture in running text is as wide as the column, or the screen."""


def picture_attributes(picture: Picture, alt: str, root: str) -> Iterator[tuple[str, str]]:
    """Attributes and their values, unescaped, in the order of their names."""
    yield "alt", alt
    yield "decoding", "async"
    yield "height", str(picture.height)
    yield "loading", "lazy"
    yield "sizes", _SIZES
    yield "src", root + picture.src
    yield "srcset", ", ".join(root + part.strip() for part in picture.srcset.split(","))
    yield "width", str(picture.width)

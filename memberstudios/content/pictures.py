"""Pictures under `content/pictures/`: which may be published, how large they are, and in which sizes they are shown.

Knows nothing of who shows them. Originals are never published. Pillow is imported on first use.
"""

import re
from typing import Final, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.content.problem import Problem

Format = Literal["JPEG", "PNG", "WEBP", "GIF"]
Extension = Literal["jpg", "png"]

WIDTHS: Final = (480, 1200)
"""A phone's screen, and a wide column on a sharp screen; a smaller picture keeps its own width."""
MAX_BYTES: Final = 30_000_000
MAX_MEGAPIXELS: Final[dict[Format, int]] = {"JPEG": 50, "PNG": 40, "GIF": 40, "WEBP": 12}
"""What can be decoded within 300 MB: JPEG at a reduced scale, WebP only with three copies of the whole."""
MAX_SCANS: Final = 32
"""Passes of a progressive JPEG, each of which goes over all of it; cameras and programs write about ten."""

_EXTENSIONS = ("jpg", "jpeg", "png", "webp", "gif")
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z]+\Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSize:
    """A picture as it is seen, turned upright: size in pixels, what it was, and what it is published as."""

    width: int
    height: int
    format: Format
    extension: Extension


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A published size of a picture in pixels, and its path from the site's root."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that can be published, and its renditions, smallest first."""

    name: str
    size: PictureSize
    renditions: tuple[Rendition, ...]

    @property
    def sources(self) -> tuple[tuple[str, int, int], ...]:
        """Path, width and height of each rendition, smallest first."""
        return tuple((rendition.path, rendition.width, rendition.height) for rendition in self.renditions)

    @property
    def src(self) -> str:
        return self.renditions[0].path

    @property
    def srcset(self) -> str:
        return ", ".join(f"{rendition.path} {rendition.width}w" for rendition in self.renditions)

    @property
    def width(self) -> int:
        return self.renditions[-1].width

    @property
    def height(self) -> int:
        return self.renditions[-1].height


def picture(name: str, size: PictureSize) -> Picture:
    """The picture `name`, whose size `probe` gave."""
    return Picture(name=name, size=size, renditions=renditions(name, size))


def renditions(name: str, size: PictureSize) -> tuple[Rendition, ...]:
    """The sizes a picture is published in, smallest first, never larger than it is.

    A name that changes its extension keeps the old one before the width, so that `a.jpg` and `a.webp` never meet.
    """
    stem, _, extension = name.rpartition(".")
    base = stem if extension == size.extension else name
    widths = sorted({min(width, size.width) for width in WIDTHS})
    return tuple(
        Rendition(
            path=f"pictures/{base}-{width}.{size.extension}",
            width=width,
            height=max(1, round(size.height * width / size.width)),
        )
        for width in widths
    )


def probe(name: str, data: bytes) -> tuple[PictureSize | None, tuple[Problem, ...]]:
    """The size of the picture `name`, read to its end; None and why, when it cannot be published."""
    kind = _format(data)
    if problem := _problem_at_first_sight(name, data, kind):
        return None, (problem,)
    if kind is None:
        return _refused("picture-unreadable", name=name)
    from memberstudios.content.raster import Damaged, TooManyPixels, measure

    try:
        return measure(data, kind), ()
    except TooManyPixels as too_many:
        return _refused("picture-too-many-pixels", name=name, limit=str(too_many.megapixels))
    except Damaged:
        return _refused("picture-unreadable", name=name)


def encode(name: str, data: bytes, rendition: Rendition) -> bytes:
    """The bytes of a rendition of the picture `name`, which `probe` has accepted; the same for the same input.

    Upright, in sRGB, without any metadata: no place, no camera, no thumbnail, no comment.
    """
    kind = _format(data)
    if kind is None:
        raise ValueError(name)
    from memberstudios.content.raster import encode as encode_pixels

    return encode_pixels(
        data, kind, rendition.width, rendition.height, "png" if rendition.path.endswith("png") else "jpg"
    )


def _problem_at_first_sight(name: str, data: bytes, kind: Format | None) -> Problem | None:
    """What is wrong with the name or the mere bytes, before anything is decoded."""
    if name.rpartition(".")[2].lower() not in _EXTENSIONS:
        return Problem(code="file-not-publishable", values={"name": name, "types": ", ".join(_EXTENSIONS)})
    if not _NAME.match(name):
        return Problem(code="bad-file-name", values={"value": name})
    if len(data) > MAX_BYTES:
        sizes = {"size": _megabytes(len(data)), "limit": _megabytes(MAX_BYTES)}
        return Problem(code="picture-too-large", values={"name": name, **sizes})
    if kind == "JPEG" and data.count(b"\xff\xda") > MAX_SCANS:
        return Problem(code="picture-unreadable", values={"name": name})
    return None


def _format(data: bytes) -> Format | None:
    """What the first bytes say; the name's extension may be wrong."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return None


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")


def _refused(code: str, **values: str) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(code=code, values=values),)

"""Pixels: reading a picture that may be damaged or hostile, and writing a clean one. Knows nothing of names.

Imports Pillow, and is therefore itself imported on first use.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image

from memberstudios.content.pictures import MAX_MEGAPIXELS, Extension, Format, PictureSize

MAX_PROGRESSIVE_MEGAPIXELS: Final = 25
"""A progressive JPEG is held whole, in coefficients of two bytes, at whatever scale it is read."""
MAX_TRANSPARENT_MEGAPIXELS: Final = 12
"""Resizing with transparency needs two more copies of the whole."""

_QUALITY = 80
_FEW_COLOURS = 128
"""A drawing or a screenshot; a grey photograph has more."""
_DAMAGE = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, MemoryError, RuntimeError,
    AttributeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow's readers raise on damaged files; they were written for good ones."""
_TURNS: Final = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_LYING: Final = frozenset({5, 6, 7, 8})


class Damaged(Exception):
    """The data is no picture, or not all of one."""


class TooManyPixels(Exception):
    """Decoding would take too much memory; `megapixels` are allowed."""

    def __init__(self, megapixels: int) -> None:
        super().__init__(megapixels)
        self.megapixels = megapixels


def measure(data: bytes, kind: Format) -> PictureSize:
    """The size of a picture, turned upright, and what to publish it as. Reads all of it.

    Raises `Damaged` or `TooManyPixels`.
    """
    with _opened(data, kind) as image:
        width, height = image.size
        if kind == "JPEG":
            image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
        image.load()  # before asking for its metadata: that loads a PNG too, and forgives what is damaged
        if _orientation(image) in _LYING:
            width, height = height, width
        extension: Extension = (
            "jpg" if kind == "JPEG" or not (_is_transparent(image) or _has_few_colours(image)) else "png"
        )
    return PictureSize(width=width, height=height, format=kind, extension=extension)


def encode(data: bytes, kind: Format, width: int, height: int, extension: Extension) -> bytes:
    """The picture in a new size, upright, in sRGB and without metadata."""
    with _opened(data, kind) as image:
        orientation = _orientation(image)
        stored = (height, width) if orientation in _LYING else (width, height)
        few_colours = False
        if kind == "JPEG":
            image.draft(None, (stored[0] * 2, stored[1] * 2))
        elif extension == "png":
            few_colours = not _is_transparent(image)
        profile = image.info.get("icc_profile")
        pixels = _plain(image)
        pixels = pixels.resize(stored, Image.Resampling.LANCZOS, reducing_gap=3.0)
        for turn in _TURNS.get(orientation, ()):
            pixels = pixels.transpose(turn)
        pixels = _in_srgb(pixels, profile)
        pixels.info = {}
        return _written(pixels, extension, few_colours=few_colours)


@contextmanager
def _opened(data: bytes, kind: Format) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=[kind]) as image:
                _check_pixels(image, kind)
                yield image
        except Image.DecompressionBombError as error:
            raise TooManyPixels(MAX_MEGAPIXELS[kind]) from error
        except _DAMAGE as error:
            raise Damaged from error


def _check_pixels(image: Image.Image, kind: Format) -> None:
    limit = MAX_MEGAPIXELS[kind]
    if image.info.get("progressive"):
        limit = min(limit, MAX_PROGRESSIVE_MEGAPIXELS)
    if image.has_transparency_data:
        limit = min(limit, MAX_TRANSPARENT_MEGAPIXELS)
    if image.width * image.height > limit * 1_000_000:
        raise TooManyPixels(limit)


def _orientation(image: Image.Image) -> int:
    """How the camera was held (Exif 0x0112); damaged metadata says nothing."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _DAMAGE:
        return 1
    return value if isinstance(value, int) else 1


def _is_transparent(image: Image.Image) -> bool:
    if not image.has_transparency_data:
        return False
    alpha = image if image.mode in ("RGBA", "LA") else image.convert("RGBA")
    lowest, _ = alpha.getchannel("A").getextrema()
    return isinstance(lowest, int | float) and lowest < 255


def _has_few_colours(image: Image.Image) -> bool:
    return _plain(image).getcolors(_FEW_COLOURS) is not None


def _plain(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be resized and written: RGB, RGBA, L or CMYK."""
    if image.has_transparency_data:
        return image.convert("RGBA") if _is_transparent(image) else image.convert("RGB")
    if image.mode.startswith("I"):
        # Sixteen bits a pixel: `convert` would clip instead of scale.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in the colours every screen assumes; a profile that does not fit is passed over."""
    if not profile:
        return image if image.mode in ("L", "RGBA") else image.convert("RGB")
    from PIL import ImageCms  # here, since few pictures have a profile

    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    try:
        converted = ImageCms.profileToProfile(
            colours, ImageCms.ImageCmsProfile(BytesIO(profile)), srgb, outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *_DAMAGE):
        converted = None
    result = converted or colours.convert("RGB")
    if alpha:
        result.putalpha(alpha)
    return result


def _written(image: Image.Image, extension: Extension, *, few_colours: bool) -> bytes:
    file = BytesIO()
    if extension == "jpg":
        image.save(file, "JPEG", quality=_QUALITY, progressive=True, optimize=True)
    else:
        if few_colours:
            image = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        image.save(file, "PNG", optimize=True)
    return file.getvalue()

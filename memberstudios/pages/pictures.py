"""Pictures as templates need them: the published sizes of a photo, smallest first."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.records.shared import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """`sources` are (site path, width, height) in pixels, smallest first; `credit` may be empty."""

    sources: tuple[tuple[str, int, int], ...]
    alt: str
    credit: str


def pictures(directory: Directory, photos: Iterable[Photo | None]) -> tuple[PictureView, ...]:
    """The photos that can be published, in order; a broken or missing one has no view (a rule reports it)."""
    return tuple(
        PictureView(sources=directory.contents.pictures[photo.file].sources, alt=photo.alt, credit=photo.credit or "")
        for photo in photos
        if photo is not None and photo.file in directory.contents.pictures
    )


def thumbnail(directory: Directory, file: str) -> str:
    """The site path of the smallest size of a picture, empty if there is none."""
    found = directory.contents.pictures.get(file)
    return "" if found is None else found.sources[0][0]

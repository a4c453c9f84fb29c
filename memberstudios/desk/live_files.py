"""Which file of a site an address means, and its content type. What was not published is never found.

Must not know how it is sent.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from memberstudios.publish import marker

TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".geojson": "application/geo+json; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""By ending, not by the system's table, which any program on Windows may change."""
UNKNOWN_TYPE: Final = "application/octet-stream"

_NEVER_IN_A_NAME = frozenset('\\:*?"<>|\0')
"""On Windows these reach drives, streams and devices; no published name has them."""


def is_site(folder: Path) -> bool:
    """Whether a published site stands there; any other folder is nobody's business."""
    return (folder / marker.NAME).is_file()


def found(folder: Path, path: str) -> Path | None:
    """The file that a decoded path (no leading slash) means; a path that ends with a slash means its index page.

    None for what is not there, dot files, and whatever a link leads to.
    """
    names = path.split("/")
    if not names[-1]:
        names[-1] = "index.html"
    if any(not name or name.startswith(".") or _NEVER_IN_A_NAME & set(name) for name in names):
        return None
    try:
        file = folder.resolve().joinpath(*names)
        return file if file.resolve() == file and file.is_file() else None
    except OSError:  # a name that is too long, a disk that fails
        return None

"""Documents under `content/files/`: which may be published as they are. Looks at names and bytes, changes nothing."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final

from memberstudios.content.problem import Problem

MAX_BYTES: Final = 20_000_000
_MAX_MEMBERS = 10_000
_MAX_MIMETYPE = 200

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.[a-z0-9]{2,5}\Z", re.ASCII)
_PROGRAM_IN_PDF = re.compile(rb"/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])")
_PROGRAM_IN_OFFICE = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|Basic/|Scripts/|activeX/)", re.IGNORECASE)


def check_file(name: str, data: bytes) -> tuple[Problem, ...]:
    """Why the document `name` may not be published; nothing, if it may."""
    extension = name.rpartition(".")[2].lower()
    inspect = _KINDS.get(extension)
    if inspect is None:
        return (Problem(code="file-not-publishable", values={"name": name, "types": ", ".join(_KINDS)}),)
    if not _NAME.match(name):
        return (Problem(code="bad-file-name", values={"value": name}),)
    if len(data) > MAX_BYTES:
        size, limit = (f"{count / 1_000_000:.1f}".removesuffix(".0") for count in (len(data), MAX_BYTES))
        return (Problem(code="published-file-too-large", values={"name": name, "size": size, "limit": limit}),)
    code = inspect(data)
    return (Problem(code=code, values={"name": name, "type": extension}),) if code else ()


def _pdf(data: bytes) -> str | None:
    if not data.startswith(b"%PDF-"):
        return "file-not-what-it-says"
    return "file-with-program" if _PROGRAM_IN_PDF.search(data) else None


def _text(data: bytes) -> str | None:
    """Text is served as UTF-8, so that it must be that."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "text-file-encoding"
    return "file-not-what-it-says" if "\0" in text else None


def _microsoft(folder: str) -> Callable[[bytes], str | None]:
    """A `.docx` or `.xlsx`: a ZIP with `[Content_Types].xml` and the parts in a folder of its kind (ECMA-376)."""

    def inspect(data: bytes) -> str | None:
        names = _members(data)
        if "[Content_Types].xml" not in names or not any(name.startswith(folder) for name in names):
            return "file-not-what-it-says"
        return _program(names)

    return inspect


def _open_document(mimetype: bytes) -> Callable[[bytes], str | None]:
    """An `.odt` or `.ods`: a ZIP whose first member says what it is, uncompressed (OASIS OpenDocument 1.3, part 2)."""

    def inspect(data: bytes) -> str | None:
        names = _members(data)
        if not names or names[0] != "mimetype" or mimetype not in data[:_MAX_MIMETYPE]:
            return "file-not-what-it-says"
        return _program(names)

    return inspect


def _members(data: bytes) -> tuple[str, ...]:
    """The names in a ZIP, without unpacking it; none when it is damaged or holds far too many."""
    import zipfile  # here, since it takes long and few directories publish any

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = tuple(archive.namelist())
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        return ()
    return names if len(names) <= _MAX_MEMBERS else ()


def _program(names: tuple[str, ...]) -> str | None:
    return "file-with-program" if any(_PROGRAM_IN_OFFICE.search(name) for name in names) else None


_KINDS: Final[dict[str, Callable[[bytes], str | None]]] = {
    "pdf": _pdf,
    "docx": _microsoft("word/"),
    "xlsx": _microsoft("xl/"),
    "odt": _open_document(b"application/vnd.oasis.opendocument.text"),
    "ods": _open_document(b"application/vnd.oasis.opendocument.spreadsheet"),
    "csv": _text,
    "txt": _text,
}

"""What the target of a link or a picture is: elsewhere, on this site, a document, or nothing that may be linked."""

import re
from typing import Literal

Kind = Literal["external", "contact", "internal", "file", "unsafe"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\\<>\"`]")
_CLIMBS = re.compile(r"(?:^|/)\.{1,2}(?:[/?#]|$)")


def kind_of(target: str) -> Kind:
    r"""What `target` is, as a browser would understand it.

    Browsers drop tabs and line breaks, and read `\` as `/`: an address with any of them is not safe. A path that
    climbs (`../`) means another page wherever the text is shown, so that it is refused as well.
    """
    if _NOT_IN_ADDRESS.search(target) or target.startswith("//"):
        return "unsafe"
    scheme = _SCHEME.match(target)
    if scheme is None:
        if _CLIMBS.search(target.partition("#")[0]):
            return "unsafe"
        return "file" if target.removeprefix("/").startswith("files/") else "internal"
    match scheme[1].lower():
        case "http" | "https":
            return "external" if target[scheme.end() :].startswith("//") else "unsafe"
        case "mailto" | "tel":
            return "contact"
        case _:
            return "unsafe"


def is_remote(source: str) -> bool:
    """Whether a picture would be loaded from somewhere else."""
    return bool(_SCHEME.match(source)) or source.startswith(("//", "\\"))


def picture_name(source: str) -> str:
    """The name under `content/pictures/` that an editor meant."""
    return source.removeprefix("/").removeprefix("pictures/")

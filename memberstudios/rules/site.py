"""The site's own settings: base map, silenced rules, address."""

from collections.abc import Iterator

from memberstudios.base.codes import SEVERITY
from memberstudios.base.diagnostic import Diagnostic
from memberstudios.base.text import nearest
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry

_TILES_NEED = ("url", "attribution", "approval_number", "source")


def base_map(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """Published map tiles name their maker, their approval number (审图号) and their source."""
    chosen = entry.record.base_map
    if chosen.kind == "tiles":
        for key in _TILES_NEED:
            if getattr(chosen, key) is None:
                yield Diagnostic(code="base-map-incomplete", spot=entry.spot("base_map"), values={"key": key})


def silenced_rules(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """Only warnings can be silenced, and only by their codes."""
    for index, silenced in enumerate(entry.record.silenced_rules):
        spot = entry.spot("silenced_rules", index, "rule")
        severity = SEVERITY.get(silenced.rule)
        if severity is None:
            probably = nearest(silenced.rule, SEVERITY)
            yield Diagnostic(code="silenced-unknown", spot=spot, values={"value": silenced.rule}, nearest=probably)
        elif severity == "error":
            yield Diagnostic(code="silenced-error", spot=spot, values={"value": silenced.rule})


def base_url(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """Without its address a site has no canonical links, sitemap, feed or QR codes."""
    if entry.record.base_url is None:
        yield Diagnostic(code="base-url-missing", spot=entry.spot())

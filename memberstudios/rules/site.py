"""The site's own settings: base map, silenced rules, address."""

from collections.abc import Iterator

from memberstudios.base.codes import SEVERITY
from memberstudios.base.diagnostic import Diagnostic
from memberstudios.base.text import nearest
from memberstudios.directory.directory import Directory

_TILES_NEED = ("url", "attribution", "approval_number", "source")


def base_map(directory: Directory) -> Iterator[Diagnostic]:
    """Published map tiles name their maker, their approval number (审图号) and their source."""
    for entry in directory.entries.of("site"):
        chosen = entry.record.base_map
        if chosen.kind == "tiles":
            for key in _TILES_NEED:
                if getattr(chosen, key) is None:
                    yield Diagnostic(code="base-map-incomplete", spot=entry.spot("base_map"), values={"key": key})


def silenced_rules(directory: Directory) -> Iterator[Diagnostic]:
    """Only warnings can be silenced, and only by their codes."""
    for entry in directory.entries.of("site"):
        for index, silenced in enumerate(entry.record.silenced_rules):
            spot = entry.spot("silenced_rules", index, "rule")
            severity = SEVERITY.get(silenced.rule)
            if severity is None:
                probably = nearest(silenced.rule, SEVERITY)
                yield Diagnostic(code="silenced-unknown", spot=spot, values={"value": silenced.rule}, nearest=probably)
            elif severity == "error":
                yield Diagnostic(code="silenced-error", spot=spot, values={"value": silenced.rule})


def base_url(directory: Directory) -> Iterator[Diagnostic]:
    """Without its address a site has no canonical links, sitemap, feed or QR codes."""
    for entry in directory.entries.of("site"):
        if entry.record.base_url is None:
            yield Diagnostic(code="base-url-missing", spot=entry.spot())

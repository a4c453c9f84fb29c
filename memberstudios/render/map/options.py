"""What a map shall be. Everything the composed files depend on is in `MapOptions`, and nothing else is.

Neither data nor its extent belongs here: the page names the data file and the layer fits the view to it, so that an
edited record never composes a map again.
"""

from typing import Final, Literal

from memberstudios.base.coordinates import Position
from memberstudios.base.dataclass import dataclass
from memberstudios.records.site import BaseMap
from memberstudios.words import Words

MapKind = Literal["finder", "studio"]

CHINA: Final = Position(lat=35.0, lng=105.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """What the map itself says: its name, its two buttons, and whose picture it is."""

    label: str
    zoom_in: str
    zoom_out: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOptions:
    """A map of all studios (`finder`), or of one and its neighbours (`studio`).

    `centre`, `zoom` and `bounds` hold until the data is there.
    """

    kind: MapKind
    base: BaseMap
    words: MapWords
    centre: Position = CHINA
    zoom: int = 4
    min_zoom: int = 3
    max_zoom: int = 17
    bounds: tuple[Position, Position] | None = None
    """South-west and north-east corner."""


def map_words(words: Words, kind: MapKind, base: BaseMap) -> MapWords:
    """The map's words in the site's language, with the credit that its base map asks for."""
    return MapWords(
        label=words(f"map.label_{kind}"),
        zoom_in=words("map.zoom_in"),
        zoom_out=words("map.zoom_out"),
        credit=words("map.schematic_credit") if base.kind == "schematic" else _tiles_credit(words, base),
    )


def _tiles_credit(words: Words, base: BaseMap) -> str:
    parts = [base.attribution]
    if base.approval_number:
        parts.append(words("map.approval_number", number=base.approval_number))
    if base.source:
        parts.append(words("map.source", source=base.source))
    return " · ".join(part for part in parts if part)

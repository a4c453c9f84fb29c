"""Compose a Leaflet map with folium. Pure: the same options give the same parts, byte for byte.

folium is imported when a map is composed and not before; it takes half a second. Its own defaults (jQuery, Bootstrap,
Font Awesome, tiles from elsewhere) never enter: our map class asks for Leaflet alone.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from memberstudios.render.map.options import MapOptions
from memberstudios.render.map.parts import MapParts, take_apart

if TYPE_CHECKING:
    from folium.map import Layer

VERSION: Final = 2
"""Counts up with every change here or in `parts` that changes what the same options give."""

_LIBRARIES: Final = {
    "leaflet": "vendor/leaflet/leaflet.js",
    "leaflet_css": "vendor/leaflet/leaflet.css",
    "map_css": "css/map.css",
    "map_layers": "js/map/layers.js",
}
"""Every library a composed map may ask for, by folium's name of it. Anything else raises."""


def cache_key(options: MapOptions) -> str:
    """What a composed map can be kept under; it tells options and versions of this code apart."""
    plain = json.dumps([VERSION, asdict(options)], sort_keys=True, ensure_ascii=False)
    return blake2b(plain.encode(), digest_size=10).hexdigest()


def compose(options: MapOptions) -> MapParts:
    """The map as a fragment, a script, a style sheet and the names of the assets they need.

    Raises UnexpectedPart when folium's output holds anything that was not expected.
    """
    from memberstudios.render.map import layers

    studio_map = layers.StudioMap(
        location=[options.centre.lat, options.centre.lng],
        zoom_start=options.zoom,
        tiles=None,
        zoom_control=False,
        control_scale=True,
        attribution_control=False,
        minZoom=options.min_zoom,
        maxZoom=options.max_zoom,
        zoomSnap=1 if options.base.kind == "tiles" else 0.5,  # tiles between two levels are blurred
    )
    for layer in _base_layers(options):
        layer.add_to(studio_map)
    layers.StudioLayer(kind=options.kind, placeNames=options.base.kind != "tiles", label=options.words.label).add_to(
        studio_map
    )
    layers.ZoomControl(zoomInTitle=options.words.zoom_in, zoomOutTitle=options.words.zoom_out).add_to(studio_map)
    layers.CreditControl(text=options.words.credit).add_to(studio_map)
    if options.bounds:
        south_west, north_east = options.bounds
        studio_map.fit_bounds([[south_west.lat, south_west.lng], [north_east.lat, north_east.lng]])
    return take_apart(studio_map, _LIBRARIES)


def _base_layers(options: MapOptions) -> list[Layer]:
    import folium

    from memberstudios.render.map import layers

    base = options.base
    if base.kind == "tiles":
        return [
            folium.TileLayer(
                tiles=base.url, attr=base.attribution or "", min_zoom=options.min_zoom, max_zoom=options.max_zoom
            )
        ]
    if base.kind == "schematic":
        return [layers.SchematicLayer()]
    raise ValueError("a site without a map composes none")

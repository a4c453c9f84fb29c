"""The map as folium composes it, taken apart."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest
from branca.element import Element
from folium import Marker
from folium.plugins import MarkerCluster

from memberstudios.base.coordinates import Position
from memberstudios.records.site import BaseMap
from memberstudios.render.map.composition import cache_key, compose
from memberstudios.render.map.layers import StudioMap
from memberstudios.render.map.options import MapOptions, MapWords
from memberstudios.render.map.parts import UnexpectedPart, take_apart

ROOT = Path(__file__).parents[4]
WORDS = MapWords(label="地图", zoom_in="放大", zoom_out="缩小", credit="示意图")
FINDER = MapOptions(kind="finder", base=BaseMap(), words=WORDS)
TILES = BaseMap(kind="tiles", url="https://{s}.tiles.example/{z}/{x}/{y}.png", attribution="某图", system="gcj02")
LEAFLET = {"leaflet": "leaflet.js", "leaflet_css": "leaflet.css"}


def test_the_same_options_give_the_same_bytes():
    assert compose(FINDER) == compose(FINDER)
    code = (
        "from tests.unit.render.map.test_composition import FINDER, compose; import sys; "
        "sys.stdout.write(repr(compose(FINDER)))"
    )
    again = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert again.stdout == repr(compose(FINDER))


def test_the_key_tells_all_options_apart():
    other = [
        dataclasses.replace(FINDER, kind="studio"),
        dataclasses.replace(FINDER, base=TILES),
        dataclasses.replace(FINDER, words=dataclasses.replace(WORDS, label="Map")),
        dataclasses.replace(FINDER, zoom=5),
        dataclasses.replace(FINDER, bounds=(Position(lat=1, lng=2), Position(lat=3, lng=4))),
    ]
    assert len({cache_key(options) for options in (FINDER, *other)}) == 1 + len(other)
    assert cache_key(FINDER) == cache_key(dataclasses.replace(FINDER))


def test_every_asset_exists_and_none_is_of_another_host():
    assets = compose(FINDER).assets
    assert assets
    for name in assets:
        assert (ROOT / "assets" / name).is_file(), name


def test_the_parts_speak_to_nobody():
    parts = compose(FINDER)
    assert "//" not in parts.html + parts.script + parts.style
    assert parts.html == '<div class="folium-map" id="map_1" ></div>'
    assert "style=" not in parts.html


def test_the_script_draws_our_layers_and_no_control_of_others():
    script = compose(FINDER).script
    assert script.startswith('(function () {\n"use strict";')
    assert "L.studioLayer(" in script
    assert "L.schematicLayer(" in script
    assert '"attributionControl": false' in script
    assert "\n\n" not in script


def test_tiles_come_with_their_credit_and_are_the_only_address():
    options = dataclasses.replace(FINDER, base=TILES)
    script = compose(options).script
    assert "L.tileLayer(" in script
    assert "L.schematicLayer(" not in script
    assert script.count("//") == 1


def test_words_cannot_leave_their_quotes():
    words = dataclasses.replace(WORDS, credit='`${alert(1)}</script>"\\')
    script = compose(dataclasses.replace(FINDER, words=words)).script
    assert json.dumps(words.credit).replace("<", "\\u003c").replace(">", "\\u003e") in script
    assert "</script>" not in script


def test_bounds_are_set_by_folium():
    bounds = (Position(lat=27, lng=111), Position(lat=28, lng=112))
    assert ".fitBounds(" in compose(dataclasses.replace(FINDER, bounds=bounds)).script


def test_a_library_without_a_file_here_is_refused():
    studio_map = StudioMap(location=[0, 0], tiles=None)
    MarkerCluster().add_to(studio_map)
    with pytest.raises(UnexpectedPart, match="a library without a file here"):
        take_apart(studio_map, LEAFLET)


def test_an_address_in_the_fragment_is_refused():
    studio_map = StudioMap(location=[0, 0], tiles=None)
    studio_map.get_root().html.add_child(Element("<img src='//example.org/x.png'>"))  # type: ignore[attr-defined]
    with pytest.raises(UnexpectedPart, match="an address in the fragment"):
        take_apart(studio_map, LEAFLET)


def test_every_random_id_gets_a_number():
    studio_map = StudioMap(location=[0, 0], tiles=None)
    for lat in range(12):
        Marker([lat, 0]).add_to(studio_map)
    script = take_apart(studio_map, LEAFLET).script
    assert "var marker_13 = " in script


def test_a_site_without_a_map_composes_none():
    with pytest.raises(ValueError, match="without a map"):
        compose(dataclasses.replace(FINDER, base=BaseMap(kind="none")))


def test_folium_is_not_imported_before_a_map_is_composed():
    code = "import sys, memberstudios.render.map.composition; sys.exit('folium' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0

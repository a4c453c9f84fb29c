import json

import pytest

from memberstudios.render.geojson import Feature, FeatureCollection, make_geojson, make_json


def test_longitude_stands_first_and_no_system_is_named():
    feature = Feature(id="a", point=(111.462, 27.238), properties={"name": "甲"})
    found = json.loads(make_geojson(FeatureCollection(about={"title": "名录"}, features=(feature,))))
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    assert found["features"] == [
        {
            "type": "Feature",
            "id": "a",
            "geometry": {"type": "Point", "coordinates": [111.462, 27.238]},
            "properties": {"name": "甲"},
        }
    ]


def test_what_has_no_place_has_no_geometry():
    data = make_geojson(FeatureCollection(about={}, features=(Feature(id="a", point=None, properties={}),)))
    assert json.loads(data)["features"][0]["geometry"] is None


def test_each_entry_has_a_line_of_its_own():
    data = make_json({"title": "名录", "studios": [{"id": "a"}, {"id": "b"}]})
    assert json.loads(data) == {"title": "名录", "studios": [{"id": "a"}, {"id": "b"}]}
    assert data.count(b"\n") == 4


def test_document_without_a_head_is_still_one():
    assert json.loads(make_json({"studios": []})) == {"studios": []}


def test_what_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        make_json({"studios": [float("nan")]})

import json

import pytest

from memberstudios.render.geojson import Feature, Lines, feature_line, geojson, json_line, make_lines


def test_longitude_stands_first_and_no_system_is_named():
    feature = Feature(id="a", point=(111.462, 27.238), properties={"name": "甲"})
    found = json.loads(make_lines(geojson({"title": "名录"}, (feature_line(feature),))))
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
    assert json.loads(feature_line(Feature(id="a", point=None, properties={})))["geometry"] is None


def test_each_entry_has_a_line_of_its_own():
    data = make_lines(
        Lines(head={"title": "名录"}, name="studios", lines=(json_line({"id": "a"}), json_line({"id": "b"})))
    )
    assert json.loads(data) == {"title": "名录", "studios": [{"id": "a"}, {"id": "b"}]}
    assert data.count(b"\n") == 4


def test_document_without_a_head_is_still_one():
    assert json.loads(make_lines(Lines(head={}, name="studios", lines=()))) == {"studios": []}


def test_what_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_line({"studios": [float("nan")]})

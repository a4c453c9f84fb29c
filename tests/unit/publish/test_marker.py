"""The marker's bytes, and what of it is believed."""

import json

import pytest

from memberstudios.publish.marker import MADE_BY, NAME, marked_names, marker_bytes


@pytest.mark.parametrize("names", [[], ["a.html"], ["b/c.html", "a.html", '引"号\\.html']])
def test_marker_is_sorted_json_with_a_name_a_line(names):
    expected = json.dumps({"made_by": MADE_BY, "files": sorted(names)}, ensure_ascii=False, indent=0)
    assert marker_bytes(names) == expected.encode()


def test_names_come_back(tmp_path):
    (tmp_path / NAME).write_bytes(marker_bytes(["b/c.html", "a.html"]))
    assert marked_names(str(tmp_path)) == frozenset({"a.html", "b/c.html"})


@pytest.mark.parametrize("values", [{"made_by": MADE_BY, "files": 5}, {"made_by": "others", "files": []}, []])
def test_marker_of_another_shape_is_not_ours(tmp_path, values):
    (tmp_path / NAME).write_text(json.dumps(values))
    assert marked_names(str(tmp_path)) is None


def test_folder_in_the_place_of_the_marker_is_no_marker(tmp_path):
    (tmp_path / NAME).mkdir()
    assert marked_names(str(tmp_path)) is None

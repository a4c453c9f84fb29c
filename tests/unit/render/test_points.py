"""The compact file of the finder and the map."""

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from memberstudios.base.coordinates import Position, from_wgs84
from memberstudios.render.points import PER_SHARD, PlaceRow, PointRow, arrange, encode

CITY = PlaceRow(id="611000", name="商洛市", level="city", centre=Position(lat=33.867, lng=109.931))
COUNTY = PlaceRow(id="611024", name="山阳县", level="county", parent=0, centre=Position(lat=33.53, lng=109.88))
TOWN = PlaceRow(id="611024106", name="漫川关镇", level="town", parent=1)
OTHER = PlaceRow(id="611002", name="商州区", level="county", parent=0)
PLACES = (CITY, COUNTY, TOWN, OTHER)
TABLES = ("precision", "status", "form", "base", "step_free", "times", "matter", "sector")
MATTERS = (("lift", "电梯"), ("law", "法律"))


def decoded(rows, places=PLACES, decimals=4, system="wgs84"):
    return json.loads(encode(arrange(rows, places), MATTERS, decimals=decimals, system=system).first)


def column(document, name):
    total = 0
    values = []
    for step in document[name]:
        total += step or 0
        values.append(None if step is None else total)
    return values


def row(name="甲", place=2, **fields):
    return PointRow(id=fields.pop("id", name), name=name, place=place, **fields)


def test_areas_come_in_tree_order_whatever_order_they_are_given_in():
    shuffled = (
        PlaceRow(id="c", name="丙", level="town", parent=2),
        PlaceRow(id="a", name="甲", level="city"),
        PlaceRow(id="b", name="乙", level="county", parent=1),
    )
    places = decoded([row(place=0)], shuffled)["places"]
    assert places["id"] == ["a", "b", "c"]
    assert places["up"] == [0, 1, 1]


def test_rows_follow_the_tree_then_the_name():
    document = decoded([row("乙", 3), row("甲", 3), row("丙", 2), row("丁", None)])
    assert document["texts"]["name"] == ["丁", "丙", "乙", "甲"]
    assert column(document, "place") == [-1, 2, 3, 3]


def test_order_of_the_input_does_not_show():
    rows = [row(name, place) for name in "甲乙丙" for place in (0, 1, 3)]
    assert decoded(rows) == decoded(rows[::-1])


def test_a_row_without_position_stays_in_the_list():
    document = decoded([row("甲"), row("乙", position=Position(lat=33.5, lng=109.5), precision="street")])
    assert document["count"] == 2
    assert column(document, "lat") == [335000, None]


def test_an_approximate_row_is_grouped_at_the_area_whose_centre_it_has():
    document = decoded(
        [row(position=CITY.centre, precision="city"), row("乙", position=COUNTY.centre, precision="county")]
    )
    assert [document["places"]["name"][index] for index in document["group"]] == ["山阳县", "商洛市"]


def test_approximate_rows_of_one_area_share_one_spot():
    rows = [
        row("甲", position=Position(lat=33.6, lng=109.9), precision="county"),
        row("乙", position=Position(lat=33.4, lng=109.8), precision="county"),
    ]
    document = decoded(rows)
    assert document["group"] == [1, 1]
    assert column(document, "lat") == [335300, 335300]


def test_an_exact_row_keeps_its_own_spot_and_has_no_group():
    document = decoded([row(position=Position(lat=33.6012345, lng=109.9), precision="building")])
    assert document["group"] == [-1]
    assert column(document, "lat") == [336012]


def test_positions_are_written_as_the_base_map_has_them():
    position = Position(lat=33.6, lng=109.9)
    document = decoded([row(position=position, precision="exact")], decimals=6, system="gcj02")
    assert document["system"] == "gcj02"
    lat, lng = from_wgs84(position, "gcj02")
    assert column(document, "lat") == [round(lat * 1e6)]
    assert column(document, "lng") == [round(lng * 1e6)]


def test_words_of_few_kinds_are_written_once():
    document = decoded([row("甲", status="open"), row("乙", status="closed"), row("丙", status="open")])
    assert document["status"] == {"words": ["closed", "open"], "rows": [1, 0, 1]}


def test_what_a_row_has_of_a_list_is_written_as_indexes():
    document = decoded([row("甲", matters=("law", "gone"), sectors=("乙界",)), row("乙", matters=("law", "lift"))])
    assert document["matters"] == {"id": ["lift", "law"], "name": ["电梯", "法律"]}
    combinations = document["matter"]["words"]
    assert [combinations[index] for index in document["matter"]["rows"]] == [[0, 1], [1]]
    assert [document["sector"]["words"][index] for index in document["sector"]["rows"]] == [[], [0]]


def test_texts_of_a_large_directory_stand_in_files_of_their_own():
    rows = [row(f"{number:05}", place=0) for number in range(PER_SHARD + 1)]
    files = encode(arrange(rows, PLACES), MATTERS, decimals=4, large=100)
    first, shards = json.loads(files.first), [json.loads(shard) for shard in files.shards]
    assert first["texts"] is None
    assert len(first["shards"]) == len(shards) == 2
    assert [name for shard in shards for name in shard["name"]] == [one.name for one in rows]


texts = st.text(max_size=8)
positions = st.none() | st.builds(Position, lat=st.floats(20, 50), lng=st.floats(80, 130))


@given(
    st.lists(
        st.builds(
            PointRow,
            id=texts,
            name=texts,
            place=st.none() | st.integers(0, 3),
            address=texts,
            position=positions,
            precision=st.sampled_from(("exact", "street", "town", "county", "city", "province", "")),
            status=st.sampled_from(("open", "closed")),
        ),
        max_size=12,
    )
)
def test_every_row_comes_back_as_it_was(rows):
    document = decoded(rows)
    assert document["count"] == len(rows)
    texts = document["texts"]
    assert all(len(document[name]) == len(rows) for name in ("place", "lat", "group", "reach"))
    assert all(len(texts[name]) == len(rows) for name in ("id", "name", "address"))
    assert all(len(document[name]["rows"]) == len(rows) for name in TABLES)
    assert sorted(zip(texts["id"], texts["address"], strict=True)) == sorted((r.id, r.address) for r in rows)
    assert [value is None for value in column(document, "lat")] == [step is None for step in document["lat"]]
    assert list(accumulate(document["place"])) == sorted(accumulate(document["place"]))

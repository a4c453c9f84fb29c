"""Positions and the systems of Chinese map services."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberstudios.base.coordinates import CoordinateSystem, Position, distance_m, from_wgs84, to_wgs84
from memberstudios.base.shift_area import is_shifted_there

# WGS-84, then GCJ-02 and BD-09 as computed with coord-convert 0.2.1; eviltransform 0.1.1 agrees to 2 cm.
REFERENCE = (
    ("北京", 39.9087, 116.3975, 39.9101035, 116.4037436, 39.9164427, 116.4101166),
    ("上海", 31.2304, 121.4737, 31.2284577, 121.4782231, 31.2343106, 121.4847815),
    ("邵阳", 27.2380, 111.4620, 27.2347695, 111.4675773, 27.2410344, 111.4740071),
    ("商洛", 33.8670, 109.9310, 33.8653088, 109.9359717, 33.8715356, 109.9424222),
    ("池州", 30.6610, 117.4780, 30.6586770, 117.4835112, 30.6650239, 117.4899221),
    ("七台河", 45.7680, 130.9950, 45.7702008, 131.0026647, 45.7760568, 131.0092254),
    ("喀什", 39.4704, 75.9898, 39.4706270, 75.9927550, 39.4765899, 75.9992636),
    ("拉萨", 29.6500, 91.1000, 29.6473003, 91.1015683, 29.6534194, 91.1080374),
    ("漠河", 53.4830, 122.3600, 53.4850470, 122.3675370, 53.4909921, 122.3740399),
    ("三亚", 18.2528, 109.5120, 18.2510945, 109.5160840, 18.2568775, 109.5226313),
    ("深圳", 22.5431, 114.0579, 22.5403828, 114.0630140, 22.5460416, 114.0695640),
    ("香港", 22.3193, 114.1694, 22.3165508, 114.1743671, 22.3222224, 114.1809276),
    ("澳门", 22.1987, 113.5439, 22.1957608, 113.5490033, 22.2017778, 113.5554955),
    ("乌鲁木齐", 43.8256, 87.6168, 43.8268054, 87.6196499, 43.8329498, 87.6260998),
    ("瑞丽", 24.0120, 97.8520, 24.0090209, 97.8521798, 24.0147538, 97.8587547),
    ("丹东", 40.1290, 124.3940, 40.1305972, 124.3998393, 40.1364108, 124.4064094),
)
BORDER_TOWNS = (
    ("黑河", 50.245, 127.50), ("满洲里", 49.597, 117.378), ("抚远", 48.364, 134.28), ("绥芬河", 44.40, 131.15),
    ("珲春", 42.863, 130.366), ("图们", 42.968, 129.843), ("长白", 41.42, 128.20), ("集安", 41.125, 126.194),
    ("东港", 39.863, 124.152), ("塔什库尔干", 37.772, 75.228), ("霍尔果斯", 44.21, 80.41), ("塔城", 46.746, 82.98),
    ("阿拉山口", 45.17, 82.57), ("二连浩特", 43.65, 111.98), ("腾冲", 25.02, 98.49), ("贡山", 27.74, 98.666),
    ("察隅", 28.66, 97.467), ("错那", 27.99, 91.96), ("亚东", 27.485, 88.907), ("樟木", 27.99, 85.983),
    ("普兰", 30.29, 81.177), ("磨憨", 21.19, 101.69), ("河口", 22.53, 103.94), ("凭祥", 22.10, 106.757),
    ("东兴", 21.545, 107.96), ("嵊泗", 30.73, 122.45), ("永兴岛", 16.834, 112.333),
)  # fmt: skip
ELSEWHERE = (
    ("东京", 35.68, 139.70), ("首尔", 37.56, 126.98), ("平壤", 39.02, 125.75), ("惠山", 41.395, 128.175),
    ("海参崴", 43.12, 131.89), ("伯力", 48.48, 135.08), ("海兰泡", 50.29, 127.53), ("台北", 25.03, 121.56),
    ("高雄", 22.62, 120.30), ("澎湖", 23.57, 119.58), ("马尼拉", 14.60, 120.98), ("河内", 21.03, 105.85),
    ("芒街", 21.50, 107.97), ("岘港", 16.05, 108.20), ("密支那", 25.38, 97.40), ("古瓦哈提", 26.14, 91.74),
    ("廷布", 27.47, 89.64), ("加德满都", 27.70, 85.32), ("阿拉木图", 43.24, 76.90), ("乌兰巴托", 47.92, 106.90),
    ("新加坡", 1.35, 103.80), ("纽约", 40.70, -74.00), ("悉尼", -33.90, 151.20),
)  # fmt: skip
SHIFTING: tuple[CoordinateSystem, ...] = ("gcj02", "bd09")

anywhere = st.builds(Position, lat=st.floats(-90, 90), lng=st.floats(-180, 180))
in_china = st.builds(Position, lat=st.floats(18, 53), lng=st.floats(74, 134)).filter(
    lambda position: is_shifted_there(position.lat, position.lng)
)


def gap_m(position: Position, lat: float, lng: float) -> float:
    return distance_m(position, Position(lat=lat, lng=lng))


@pytest.mark.parametrize(("name", "lat", "lng", "gcj_lat", "gcj_lng", "bd_lat", "bd_lng"), REFERENCE)
def test_agrees_with_published_implementations_in_both_directions(name, lat, lng, gcj_lat, gcj_lng, bd_lat, bd_lng):
    position = Position(lat=lat, lng=lng)
    for system, shifted in zip(SHIFTING, ((gcj_lat, gcj_lng), (bd_lat, bd_lng)), strict=True):
        assert gap_m(Position(lat=shifted[0], lng=shifted[1]), *from_wgs84(position, system)) < 0.1, name
        assert distance_m(position, to_wgs84(*shifted, system)) < 0.1, name


@given(in_china, st.sampled_from(SHIFTING))
def test_there_and_back_is_the_same_place(position, system):
    assert distance_m(position, to_wgs84(*from_wgs84(position, system), system)) < 0.001


@given(in_china, st.sampled_from(SHIFTING))
def test_a_shift_is_never_further_than_two_kilometres(position, system):
    assert gap_m(position, *from_wgs84(position, system)) < 2_000


@pytest.mark.parametrize("system", SHIFTING)
@pytest.mark.parametrize(("name", "lat", "lng"), ELSEWHERE)
def test_positions_outside_are_never_shifted(name, lat, lng, system):
    position = Position(lat=lat, lng=lng)
    assert from_wgs84(position, system) == (lat, lng), name
    if name not in (
        "惠山",
        "海兰泡",
        "芒街",
    ):  # read from a shifting system, these few may be the town across the river
        assert to_wgs84(lat, lng, system) == position, name


@pytest.mark.parametrize(("name", "lat", "lng"), BORDER_TOWNS)
def test_border_towns_are_shifted(name, lat, lng):
    assert from_wgs84(Position(lat=lat, lng=lng), "gcj02") != (lat, lng), name


@given(anywhere)
def test_wgs84_stays_as_it_is(position):
    assert from_wgs84(position, "wgs84") == (position.lat, position.lng)
    assert to_wgs84(position.lat, position.lng, "wgs84") == position


@given(anywhere, st.sampled_from(SHIFTING))
def test_nothing_is_written_that_is_not_a_position(position, system):
    lat, lng = from_wgs84(position, system)
    Position(lat=lat, lng=lng)
    to_wgs84(position.lat, position.lng, system)


@pytest.mark.parametrize(("lat", "lng"), [(90.1, 0), (0, 180.1), (float("nan"), 0), (0, float("inf"))])
def test_what_is_nowhere_on_earth_is_refused(lat, lng):
    with pytest.raises(ValueError, match="not on this planet"):
        Position(lat=lat, lng=lng)
    with pytest.raises(ValueError, match="not on this planet"):
        to_wgs84(lat, lng, "gcj02")


def test_rounding_keeps_the_decimals_asked_for_and_writes_no_minus_zero():
    assert Position(lat=27.238149, lng=111.46204).rounded(4) == Position(lat=27.2381, lng=111.462)
    assert str(Position(lat=-0.00001, lng=0).rounded(3).lat) == "0.0"


def test_distance_of_a_degree_is_a_hundred_and_eleven_kilometres():
    assert distance_m(Position(lat=30, lng=110), Position(lat=31, lng=110)) == pytest.approx(111_195, abs=1)
    assert distance_m(Position(lat=0, lng=179.5), Position(lat=0, lng=-179.5)) == pytest.approx(111_195, abs=1)


@given(anywhere, anywhere)
def test_distance_is_the_same_both_ways_and_never_more_than_half_the_globe(one, other):
    assert distance_m(one, other) == pytest.approx(distance_m(other, one), abs=1e-6)
    assert 0 <= distance_m(one, other) <= 20_015_116

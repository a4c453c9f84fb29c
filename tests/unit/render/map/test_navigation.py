"""Links to map services."""

from urllib.parse import parse_qs, urlsplit

import pytest

from memberstudios.base.coordinates import CoordinateSystem, Position, distance_m, to_wgs84
from memberstudios.records.site import NavigationLink
from memberstudios.render.map.navigation import links

PLACE = Position(lat=27.238, lng=111.462)
SYSTEMS: tuple[tuple[NavigationLink, str, CoordinateSystem], ...] = (
    ("baidu", "location", "bd09"),
    ("tencent", "tocoord", "gcj02"),
    ("apple", "ll", "gcj02"),
)
ALL: tuple[NavigationLink, ...] = ("geo", "apple", "tencent", "baidu", "amap")


def by_kind(name="柳荫街道委员工作室", precision="building", offered=ALL, position=PLACE):
    return {link.kind: link.url for link in links(position, name, offered, precision=precision)}


def query(url):
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}


def test_each_service_gets_the_position_in_its_own_system():
    urls = by_kind()
    lng, lat = query(urls["amap"])["position"].split(",")
    assert distance_m(PLACE, to_wgs84(float(lat), float(lng), "gcj02")) < 0.2
    for kind, key, system in SYSTEMS:
        lat, lng = query(urls[kind])[key].split(",")
        assert distance_m(PLACE, to_wgs84(float(lat), float(lng), system)) < 0.2, kind
    assert urls["geo"].startswith("geo:27.238000,111.462000?q=27.238000,111.462000(")


def test_each_service_is_told_the_system_or_has_only_one():
    urls = by_kind()
    assert query(urls["amap"])["coordinate"] == "gaode"
    assert query(urls["baidu"])["coord_type"] == "bd09ll"


def test_a_position_abroad_is_the_same_for_all():
    abroad = by_kind(position=Position(lat=35.68, lng=139.7))
    assert query(abroad["amap"])["position"] == "139.700000,35.680000"
    assert query(abroad["baidu"])["location"] == "35.680000,139.700000"


def test_only_what_the_site_offers_in_a_fixed_order():
    assert tuple(by_kind()) == ("amap", "baidu", "tencent", "apple", "geo")
    assert tuple(by_kind(offered=("geo", "amap"))) == ("amap", "geo")


@pytest.mark.parametrize("precision", ["town", "county", "city", "province", ""])
def test_no_way_leads_to_an_approximate_position(precision):
    assert by_kind(precision=precision) == {}


@pytest.mark.parametrize("name", ["甲&coordinate=wgs84#", "a b+c", "')\"<script>", "一(二)"])
def test_a_name_stays_a_name(name):
    for kind, url in by_kind(name).items():
        assert not set(url) & set(' <>"#'), kind
        if kind != "geo":
            assert name in query(url).values(), kind

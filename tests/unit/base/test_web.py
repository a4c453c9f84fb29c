"""What counts as an address on the web."""

import pytest

from memberstudios.base.web import is_site_address, is_tile_address, is_web_address


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://localhost:8000/a?b=1#c", "https://例子.example.org/委员/"]
)
def test_whole_addresses_are_taken(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "//example.org/",
        "https://user:word@example.org/",
        "https://[::1/",
        "https://example.org:99999/",
        "https://example.org:abc/",
        "https://a／b.example/",
        'https://example.org/"x',
        "https://example.org/a b",
        "https://example.org;script-src/",
    ],
)
def test_what_programs_would_take_apart_otherwise_is_refused(text):
    assert not is_web_address(text)
    assert not is_site_address(text)
    assert not is_tile_address(text)


@pytest.mark.parametrize("text", ["https://example.org/?a=1", "https://example.org/#a"])
def test_a_site_stands_at_no_query_and_no_fragment(text):
    assert is_web_address(text)
    assert not is_site_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://tiles.example.org/{z}/{x}/{y}{r}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://t{s}.example.org:8443/wmts?LAYER=a:b&z={z}&y={y}&x={x}",
        "/tiles/{z}/{x}/{y}.png",
        "tiles/{z}/{x}/{y}.png",
    ],
)
def test_tiles_lie_on_a_host_or_here(text):
    assert is_tile_address(text)


@pytest.mark.parametrize(
    "text", ["https://*/{z}", "https://t{s}@example.org/{z}", "https://a.example/{q}", "https://{s}/"]
)
def test_tiles_lie_on_one_host_that_is_named(text):
    assert not is_tile_address(text)

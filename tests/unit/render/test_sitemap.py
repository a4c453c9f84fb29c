from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

from memberstudios.render.sitemap import (
    Robots,
    Sitemap,
    SitemapIndex,
    make_robots,
    make_sitemap,
    make_sitemap_index,
)

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_sitemap_lists_every_address_once_in_order():
    addresses = ("https://example.org/", "https://example.org/studios/a.html?x=1&y=2")
    root = ET.fromstring(make_sitemap(Sitemap(addresses=addresses)))
    assert root.tag == f"{NAMESPACE}urlset"
    assert tuple(element.text for element in root.iter(f"{NAMESPACE}loc")) == addresses


def test_index_names_sitemaps():
    root = ET.fromstring(make_sitemap_index(SitemapIndex(sitemaps=("https://example.org/sitemap-1.xml",))))
    assert root.tag == f"{NAMESPACE}sitemapindex"
    assert root.findtext(f"{NAMESPACE}sitemap/{NAMESPACE}loc") == "https://example.org/sitemap-1.xml"


def test_robots_may_read_everything_and_find_the_sitemap():
    parser = RobotFileParser()
    parser.parse(make_robots(Robots(sitemap="https://example.org/sitemap.xml")).decode().splitlines())
    assert parser.can_fetch("anyone", "https://example.org/studios/a.html")
    assert parser.site_maps() == ["https://example.org/sitemap.xml"]


def test_robots_of_a_site_without_address_name_no_sitemap():
    assert b"Sitemap" not in make_robots(Robots(sitemap=None))

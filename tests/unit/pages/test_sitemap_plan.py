from types import SimpleNamespace
from typing import cast

from memberstudios.directory.directory import Directory
from memberstudios.pages import sitemap


def outputs(count, base_url="https://example.org"):
    directory = cast("Directory", SimpleNamespace(site=SimpleNamespace(base_url=base_url)))
    pages = [(f"studios/{number}.html", False) for number in range(count)]
    return list(sitemap.outputs_after(directory, [*pages, ("index.html", True)]))


def test_sitemap_begins_with_landmarks():
    robots, listed = outputs(2)
    assert robots.view.sitemap == "https://example.org/sitemap.xml"
    assert listed.view.addresses == (
        "https://example.org/",
        "https://example.org/studios/0.html",
        "https://example.org/studios/1.html",
    )


def test_more_than_the_protocol_allows_are_split_and_indexed():
    _, index, *parts = outputs(100_000)
    assert index.maker == "sitemap-index"
    assert index.view.sitemaps == tuple(f"https://example.org/sitemap-{number}.xml" for number in (1, 2, 3))
    assert [part.path for part in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [len(part.view.addresses) for part in parts] == [50_000, 50_000, 1]


def test_site_without_an_address_has_robots_alone():
    assert [output.path for output in outputs(2, base_url=None)] == ["robots.txt"]

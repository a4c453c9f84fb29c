from types import SimpleNamespace
from typing import cast

from memberstudios.directory.directory import Directory
from memberstudios.pages import sitemap
from memberstudios.render.output import Page, html


def outputs(count, base_url="https://example.org"):
    directory = cast("Directory", SimpleNamespace(site=SimpleNamespace(base_url=base_url)))
    pages = [Page(path="404.html", title="", index=False)]
    pages += [Page(path=f"studios/{number}.html", title="") for number in range(count)]
    pages.append(Page(path="index.html", title="", is_landmark=True))
    return list(sitemap.outputs_after(directory, [html(page, "x.html", None) for page in pages]))


def test_sitemap_begins_with_landmarks_and_leaves_out_what_is_not_for_search():
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

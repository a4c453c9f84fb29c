"""What pages say for programs (JSON-LD) is what they say for people: every word of it stands in the visible text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from memberstudios.base.dates import PartialDate
from memberstudios.base.opening_hours import OpeningHours
from memberstudios.pages.hours_text import hours_rows
from memberstudios.pages.open_package import MEDIA
from memberstudios.render.filters import filters
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree
from tests import sites

WORDS = read_words(FolderTree(sites.ROOT, ["locales"]), "zh-Hans")
HERE = "https://site.invalid/"
NAMES = ("@type", "@context", "@id")
LINKS = ("url", "contentUrl", "sameAs")
DATES = ("datePublished", "foundingDate", "startDate", "endDate")
HOURS = "openingHoursSpecification"
STATES = {
    "https://schema.org/EventScheduled": WORDS("work.state.planned"),
    "https://schema.org/EventCancelled": WORDS("work.state.cancelled"),
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {"Organization", "Person", "AdministrativeArea", "NewsArticle", "WebSite", "Dataset"}

Leaf = tuple[str, Any]


@pytest.fixture(params=["default_site", "generated_site", "demo_site"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def leaves(value: Any, key: str = "") -> Iterator[Leaf]:
    """Every value of a document that holds no other, with the key under which it stands; a week of hours is one."""
    if key == HOURS:
        yield key, value
    elif isinstance(value, dict):
        for inner, one in value.items():
            yield from leaves(one, inner)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, key)
    else:
        yield key, value


def week(specifications: list[dict[str, Any]]) -> OpeningHours:
    days: dict[str, list[tuple[str, str]]] = {}
    for one in specifications:
        for name in one["dayOfWeek"]:
            days.setdefault(name.rpartition("/")[2], []).append((one["opens"], one["closes"]))
    return OpeningHours(written="", week=tuple(tuple(sorted(days[name])) if name in days else None for name in DAYS))


def shown(leaf: Leaf) -> list[str]:
    """How a page would say it."""
    key, value = leaf
    if key in DATES:
        return [filters(WORDS)["date"](PartialDate.parse(value.partition("T")[0]))]
    if key == HOURS:
        return [text for row in hours_rows(WORDS, week(value)) for text in (row.days, row.times)]
    return [value]


def unsaid(path: str, html: str, document: dict[str, Any]) -> list[Leaf]:
    """What a page says for programs and not for people."""
    page = sites.Document(html)
    text = sites.Document(html[html.index("<body") :]).text
    base = document["@id"].removesuffix("" if path == "index.html" else path)
    targets = {urljoin(HERE + path, target) for target in (*page.targets, path.rpartition("/")[2])}
    found = []
    for key, value in leaves(document):
        if key in NAMES:
            continue
        if key in LINKS:
            own = urljoin(HERE, value.removeprefix(base)) if value.startswith(base) else urljoin(HERE + path, value)
            said = own in targets or own == HERE or value in page.targets
        elif key in ("latitude", "longitude"):
            said = "data-studio-map" in html
        elif key == "eventStatus":
            said = STATES[value] in text
        elif key == "encodingFormat":
            said = value in MEDIA.values() and any(f".{end}" in text for end, media in MEDIA.items() if media == value)
        else:
            said = all(" ".join(one.split()) in text for one in shown((key, value)))
        if not said:
            found.append((key, value))
    return found


def test_pages_say_nothing_to_programs_that_they_do_not_say_to_people(site: Path):
    kinds: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        name = path.relative_to(site).as_posix()
        for text in sites.Document(html).linked:
            document = json.loads(text)
            kinds |= {document["@type"]} if isinstance(document["@type"], str) else {*document["@type"]}
            assert unsaid(name, html, document) == [], name
    assert KINDS - kinds <= {"Person"}  # the default directory names no members


def test_what_a_page_does_not_say_is_found_out(demo_site: Path):
    path = "studios/topic-lift.html"
    html = (demo_site / path).read_text(encoding="utf-8")
    document = json.loads(sites.Document(html).linked[0])
    for key, value in (
        ("name", "别的名字"),
        ("telephone", ["0000-0000000"]),
        ("foundingDate", "1999"),
        ("sameAs", "https://x.invalid/"),
    ):
        assert unsaid(path, html, {**document, key: value}) != []

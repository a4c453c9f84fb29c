"""What holds for every page of a built site: links lead somewhere, HTML is valid, nothing comes from elsewhere."""

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests import sites

HERE = "https://site.invalid/"


@pytest.fixture(params=["default_site", "generated_site", "demo_site"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_internal_link_and_fragment_resolves(site: Path):
    pages = dict(sites.documents(site))
    files = set(sites.files(site))
    lost = []
    for path, document in pages.items():
        for target in document.targets:
            where = urljoin(HERE + path, target)
            if not where.startswith(HERE):
                continue
            parts = urlsplit(where)
            found = unquote(parts.path).removeprefix("/") or "index.html"
            if found not in files:
                lost.append(f"{path}: {target}")
            elif parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].ids:
                lost.append(f"{path}: {target} (no such place)")
    assert lost == []


def test_pages_load_nothing_from_elsewhere(site: Path):
    loading = re.compile(
        r"<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?\b(?:src|srcset|data)=\"(?:https?:)?//"
    )
    styles = re.compile(r"<link\b[^>]*rel=\"(?:stylesheet|icon|preload|manifest)\"[^>]*href=\"(?:https?:)?//")
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not loading.search(html), path
        assert not styles.search(html), path
        assert " style=" not in html, path


def test_no_page_repeats_a_note(site: Path, generated_records: Path):
    notes = re.findall(r"note: (\S{12,})", (generated_records / "data/studios.yaml").read_text(encoding="utf-8"))
    notes += re.findall(r"note: (\S{12,}?)}", (sites.ROOT / "data/divisions.yaml").read_text(encoding="utf-8"))
    assert notes
    everything = b"\n".join(sites.files(site).values()).decode("utf-8", "replace")
    assert [note for note in notes if note in everything] == []


def test_feeds_and_sitemaps_are_well_formed(site: Path):
    for path in site.rglob("*.xml"):
        ET.parse(path)


def test_html_is_valid(site: Path, program: Callable[[str], Path]):
    command = [str(program("java")), "-jar", str(program("vnu")), "--errors-only", "--skip-non-html", str(site)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr[:4000]

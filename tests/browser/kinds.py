"""Which real pages stand for each kind of page: found in a built site by what was published, never by a fixed name.

A kind that a site should have and has not is a failure where it is asked for.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Chooser = Callable[[Path], str]


def fixed(path: str) -> Chooser:
    """The one page of this kind."""

    def choose(site: Path) -> str:
        assert (site / path).is_file(), f"the site has no {path}"
        return path

    return choose


def largest(folder: str, having: str = "") -> Chooser:
    """The page of a folder that says most, of those whose HTML has `having` in it."""
    return lambda site: _sorted(site, folder, having)[-1]


def smallest(folder: str, having: str = "") -> Chooser:
    """The page of a folder that says least."""
    return lambda site: _sorted(site, folder, having)[0]


def studio(**fields: str) -> Chooser:
    """The fullest studio with these published values."""

    def choose(site: Path) -> str:
        listed = [one["id"] for one in _studios(site) if fields.items() <= one.items()]
        paths = [site / f"studios/{id_}.html" for id_ in listed]
        assert paths, f"no studio with {fields}"
        return _relative(site, max(paths, key=_weight))

    return choose


def ended(site: Path) -> str:
    """A studio that ended: it keeps its page, and is in no list."""
    listed = {f"{one['id']}.html" for one in _studios(site)}
    gone = [
        path for path in _pages(site, "studios") if path.name not in listed and 'http-equiv="refresh' not in _text(path)
    ]
    assert gone, "no studio that ended"
    return _relative(site, gone[0])


REAL: Mapping[str, Chooser] = {
    "home": fixed("index.html"),
    "finder": fixed("find.html"),
    "studios": fixed("studios/index.html"),
    "studio-rich": largest("studios"),
    "studio-sparse": smallest("studios"),
    "studio-online": studio(form="online-studio"),
    "areas": fixed("areas/index.html"),
    "area": largest("areas"),
    "area-small": smallest("areas"),
    "sectors": fixed("sectors/index.html"),
    "sector": largest("sectors"),
    "organizations": fixed("organizations/index.html"),
    "organization": largest("organizations"),
    "news": fixed("news/index.html"),
    "news-item": largest("news"),
    "about": fixed("pages/about.html"),
    "sources": fixed("pages/sources.html"),
    "activities": fixed("activities/index.html"),
    "topic": largest("topics"),
    "frameworks": fixed("frameworks/index.html"),
    "framework": largest("frameworks"),
    "pairings": fixed("pairings/index.html"),
    "figures": fixed("figures.html"),
    "coverage": fixed("coverage.html"),
    "data": fixed("data/index.html"),
    "not-found": fixed("404.html"),
}
"""Kinds of the default directory, which is made of reports: little is known, and nobody asked to be a member here."""

FICTIONAL: Mapping[str, Chooser] = {
    "home": fixed("index.html"),
    "studios": fixed("studios/index.html"),
    "studio-rich": largest("studios", "data-studio-map"),
    "studio-with-photos": largest("studios", '<img src="../pictures/'),
    "studio-sparse": smallest("studios", 'class="card answer"'),
    "studio-suspended": studio(status="suspended"),
    "studio-closed": studio(status="closed"),
    "studio-ended": ended,
    "redirect": smallest("studios", 'http-equiv="refresh'),
    "area": largest("areas"),
    "sector": largest("sectors"),
    "matters": fixed("matters/index.html"),
    "matter": largest("matters"),
    "members": fixed("members/index.html"),
    "member": largest("members"),
    "member-sparse": smallest("members"),
    "organizations": fixed("organizations/index.html"),
    "organization": largest("organizations"),
    "report-sparse": smallest("reports/2026"),
    "news-item": largest("news"),
}
"""Kinds of a generated directory, in which every field is used."""


CITY: Mapping[str, Chooser] = {
    "activity": largest("activities"),
    "series": largest("activities/series"),
    "topics": fixed("topics/index.html"),
    "topic": largest("topics"),
    "framework": largest("frameworks"),
    "document": largest("documents"),
    "figures": fixed("figures.html"),
    "coverage": largest("coverage"),
    "report": largest("reports/2026"),
}
"""Kinds of the fictional city, which shows what studios do and what came of it in full."""


def _pages(site: Path, folder: str) -> list[Path]:
    return sorted(path for path in (site / folder).glob("*.html") if path.name != "index.html")


def _sorted(site: Path, folder: str, having: str) -> list[str]:
    found = [path for path in _pages(site, folder) if having in _text(path)]
    assert found, f"no page below {folder}/ with {having!r}"
    return [_relative(site, path) for path in sorted(found, key=_weight)]


def _studios(site: Path) -> list[dict[str, Any]]:
    studios: list[dict[str, Any]] = json.loads((site / "data/studios.json").read_text("utf-8"))["studios"]
    return studios


def _weight(path: Path) -> int:
    return path.stat().st_size


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _relative(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()

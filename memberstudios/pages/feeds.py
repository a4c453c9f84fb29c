"""What all feeds of a site have in common: whose they are, and how days are written in them."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages.site_shell import base_url
from memberstudios.render.feed import Feed, FeedEntry


def feed_head(directory: Directory, *, path: str, home: str, title: str, entries: tuple[FeedEntry, ...]) -> Feed:
    """The feed at `path` that follows the page `home`; `entries` are newest first. The site must know its address."""
    site = directory.site
    base = base_url(site.base_url) or ""
    owner = directory.organizations.get(site.organization or "")
    return Feed(
        url=base + path,
        home=base + home,
        title=title,
        subtitle=site.summary or "",
        language=site.language,
        updated=entries[0].updated if entries else "1970-01-01T00:00:00Z",
        author=site.title if owner is None else owner.name,
        rights=site.licence or "",
        entries=entries,
    )


def instant(day: PartialDate, zone: ZoneInfo) -> str:
    """The first moment of a day in the site's zone, as RFC 3339 writes it."""
    return datetime.combine(day.first, time(), zone).isoformat()

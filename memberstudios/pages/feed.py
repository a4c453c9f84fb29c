"""The newest news as a feed; only a site that knows its own address can have one."""

from collections.abc import Iterator
from itertools import islice
from zoneinfo import ZoneInfo

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.feeds import feed_head, instant
from memberstudios.pages.site_shell import base_url
from memberstudios.records.papers import News
from memberstudios.render.feed import FeedEntry
from memberstudios.render.output import Output
from memberstudios.words import Words

NEWEST = 50


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`news/feed.xml`, where there is news and a `base_url`."""
    site = directory.site
    base = base_url(site.base_url)
    if base is None or not len(directory.news):
        return
    zone = ZoneInfo(site.timezone)
    newest = tuple(directory.news[id_] for id_ in islice(directory.news, NEWEST))
    feed = feed_head(
        directory,
        path=addresses.FEED,
        home=addresses.NEWS,
        title=words("interface.feed", title=site.title),
        entries=tuple(_entry(item, base, zone) for item in newest),
    )
    yield Output(path=addresses.FEED, maker="feed", view=feed)


def _entry(item: News, base: str, zone: ZoneInfo) -> FeedEntry:
    return FeedEntry(
        url=base + addresses.news(item.id),
        title=item.title,
        updated=instant(item.date, zone),
        summary=item.summary,
        author=item.author or "",
    )

"""Activities for those who follow them: a calendar of all that were announced, and a feed of the newest and the coming."""

from collections.abc import Iterator
from itertools import islice
from zoneinfo import ZoneInfo

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.activity_calendar import activity_event, has_coming
from memberstudios.pages.activity_lines import ActivityLine, line_shelf
from memberstudios.pages.duty_calendar import calendar_output
from memberstudios.pages.feeds import feed_head, instant
from memberstudios.pages.site_shell import base_url
from memberstudios.render.feed import FeedEntry
from memberstudios.render.output import Output
from memberstudios.words import Words

_NEWEST = 50
_CALENDAR, _FEED = "calendar", "feed"


def keys(directory: Directory) -> Iterator[str]:
    """The calendar where something was announced, the feed where the site knows its address and there are activities."""
    if has_coming(directory):
        yield _CALENDAR
    if len(directory.activities) and base_url(directory.site.base_url) is not None:
        yield _FEED


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`activities/coming.ics`, or `activities/feed.xml`."""
    if key == _CALENDAR:
        yield _calendar(directory, words)
    else:
        yield _feed(directory, words)


def _calendar(directory: Directory, words: Words) -> Output:
    events = [activity_event(directory, words, id_) for id_ in directory.links.activities_announced]
    name = words("activity.calendar_name", title=directory.site.short_title or directory.site.title)
    about = words("activity.calendar_description", title=directory.site.title)
    return calendar_output(directory, (name, about), addresses.ACTIVITY_CALENDAR, addresses.ACTIVITIES, events)


def _feed(directory: Directory, words: Words) -> Output:
    zone = ZoneInfo(directory.site.timezone)
    dated = [(day, line) for line in line_shelf(directory, words).values() if (day := line.told) is not None]
    dated = [pair for pair in dated if f"activity/{pair[1].id}" not in directory.ended]
    dated.sort(key=lambda pair: (-pair[0].first.toordinal(), pair[1].id))
    entries = tuple(_entry(directory, words, day, line, zone) for day, line in islice(dated, _NEWEST))
    feed = feed_head(
        directory,
        path=addresses.ACTIVITY_FEED,
        home=addresses.ACTIVITIES,
        title=words("activity.feed_title", title=directory.site.title),
        entries=entries,
    )
    return Output(path=addresses.ACTIVITY_FEED, maker="feed", view=feed)


def _entry(directory: Directory, words: Words, day: PartialDate, line: ActivityLine, zone: ZoneInfo) -> FeedEntry:
    base = base_url(directory.site.base_url) or ""
    when = words("activity.feed_when", date=str(line.date)) if line.date and line.state == "planned" else ""
    return FeedEntry(
        url=base + line.path,
        title=f"{line.tag}{words('work.colon')}{line.title}" if line.tag else line.title,
        updated=instant(day, zone),
        summary="".join(filter(None, (when, line.summary, line.outcome))) or line.title,
    )

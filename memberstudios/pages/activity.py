"""The page of an activity: what it was, who took part, how far it came, what came of it, and who says so."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import ActivityLine, activities, in_order, line_shelf
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.linked import activity_linked, site_at
from memberstudios.pages.named import Named
from memberstudios.pages.people import PersonView, public_people
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.pages.progress import Progress, progress
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.records.shared import Quantity
from memberstudios.records.work import Activity
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_BESIDE = 5
"""Others of its series that are named on an activity's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityView:
    """An activity. `members` are those who agreed to be named; `others` are of the same series."""

    line: ActivityLine
    is_joint: bool
    series: Named | None
    organizers: tuple[Named, ...]
    studios: tuple[StudioCard, ...]
    members: tuple[PersonView, ...]
    participants: Quantity | None
    views: Quantity | None
    announced: PartialDate | None
    progress: tuple[Progress, ...]
    topics: tuple[Named, ...]
    video_url: str
    photos: tuple[PictureView, ...]
    news: tuple[Named, ...]
    others: tuple[ActivityLine, ...]
    calendar: str
    provenance: Provenance


def keys(directory: Directory) -> Iterator[str]:
    """Each activity."""
    yield from directory.activities


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`activities/<id>.html`."""
    activity = directory.activities[key]
    line = line_shelf(directory, words)[key]
    (line,) = (*(parted := in_order(directory, words, (line,))).coming, *parted.past)
    view = _view(directory, words, activity, line)
    page = Page(
        path=line.path,
        title=activity.title,
        description=activity.summary or activity.outcome or "",
        section="activities",
        crumbs=((words("activity.index_title"), addresses.ACTIVITIES),),
        linked=activity_linked(
            site_at(directory, line.path),
            line.path,
            title=activity.title,
            date=activity.date,
            end_date=activity.end_date,
            opens_at=activity.opens_at,
            closes_at=activity.closes_at,
            state=line.state,
            place=activity.place or "",
            summary=activity.summary or "",
            organizers=view.organizers,
        ),
    )
    yield html(page, "activity.html", view)


def _view(directory: Directory, words: Words, activity: Activity, line: ActivityLine) -> ActivityView:
    links = directory.links
    is_coming = line.state == "planned" and line.date is not None and line.date.day is not None
    return ActivityView(
        line=line,
        is_joint=len(line.studios) > 1,
        series=named.series(directory, activity.series),
        organizers=tuple(named.organization_or_text(directory, text) for text in activity.organizers),
        studios=cards(directory, words, activity.studios),
        members=public_people(directory, activity.members),
        participants=activity.participants,
        views=activity.views,
        announced=activity.announced,
        progress=progress(directory, (activity,)),
        topics=named.topics(directory, activity.topics),
        video_url=activity.video_url or "",
        photos=pictures(directory, activity.photos),
        news=named.news(directory, links.news_of_activity.get(activity.id, ())),
        others=_others(directory, words, activity),
        calendar=addresses.ACTIVITY_CALENDAR if is_coming else "",
        provenance=provenance(directory, activity, "activity"),
    )


def _others(directory: Directory, words: Words, activity: Activity) -> tuple[ActivityLine, ...]:
    """Others of the same series, the next ones first."""
    ids = directory.links.activities_of_series.get(activity.series or "", ())
    found = activities(directory, words, (id_ for id_ in ids if id_ != activity.id))
    return (*found.coming, *found.past)[:_BESIDE]

"""Activities as pages list them: newest first, those without a date last."""

from collections.abc import Iterable
from dataclasses import dataclass

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.named import Named
from memberstudios.pages.people import PersonView, public_people
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.records.shared import Quantity
from memberstudios.records.work import Activity, Steps
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStep:
    """One item of a framework that the activity went through: when, or in which words."""

    name: str
    date: PartialDate | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityView:
    """An activity. `state` is empty when it was simply done; `studios` and `members` are the others that took part."""

    title: str
    kind: str
    state: str
    is_cancelled: bool
    date: PartialDate | None
    end_date: PartialDate | None
    place: str
    series: str
    organizers: tuple[Named, ...]
    studios: tuple[Named, ...]
    members: tuple[PersonView, ...]
    participants: Quantity | None
    views: Quantity | None
    summary: str
    outcome: str
    steps_name: str
    steps: tuple[ActivityStep, ...]
    topics: tuple[str, ...]
    video_url: str
    photos: tuple[PictureView, ...]
    news: tuple[Named, ...]


def activities(directory: Directory, words: Words, ids: Iterable[str], beside: str = "") -> tuple[ActivityView, ...]:
    """The activities of `ids`, newest first, undated ones last; `beside` is the studio or member on whose page they stand."""
    known = [directory.activities[id_] for id_ in ids if id_ in directory.activities]
    known.sort(key=lambda activity: 0 if activity.date is None else -activity.date.first.toordinal())
    return tuple(_activity(directory, words, activity, beside) for activity in known)


def _activity(directory: Directory, words: Words, activity: Activity, beside: str) -> ActivityView:
    others = (named.studio(directory, words, id_) for id_ in activity.studios if id_ != beside)
    news = (directory.news[id_] for id_ in directory.links.news_of_activity.get(activity.id, ()))
    return ActivityView(
        title=activity.title,
        kind=words(f"work.kind.{activity.kind}") if activity.kind and activity.kind != "other" else "",
        state="" if activity.state == "done" else words(f"work.state.{activity.state}"),
        is_cancelled=activity.state == "cancelled",
        date=activity.date,
        end_date=activity.end_date,
        place=activity.place or "",
        series=activity.series or "",
        organizers=tuple(named.organization_or_text(directory, text) for text in activity.organizers),
        studios=tuple(name for name in others if name is not None),
        members=public_people(directory, (id_ for id_ in activity.members if id_ != beside)),
        participants=activity.participants,
        views=activity.views,
        summary=activity.summary or "",
        outcome=activity.outcome or "",
        steps_name=_framework_name(directory, activity.steps),
        steps=_steps(directory, activity.steps),
        topics=tuple(directory.topics[id_].title for id_ in activity.topics if id_ in directory.topics),
        video_url=activity.video_url or "",
        photos=pictures(directory, activity.photos),
        news=tuple((item.title, addresses.news(item.id)) for item in news),
    )


def _framework_name(directory: Directory, steps: Steps | None) -> str:
    framework = directory.frameworks.get(steps.framework) if steps is not None else None
    return "" if framework is None else framework.name


def _steps(directory: Directory, steps: Steps | None) -> tuple[ActivityStep, ...]:
    if steps is None:
        return ()
    framework = directory.frameworks.get(steps.framework)
    names = {item.id: item.name for item in framework.items} if framework is not None else {}
    return tuple(
        ActivityStep(
            name=names.get(item) or item,
            date=done if isinstance(done, PartialDate) else None,
            text=done if isinstance(done, str) else "",
        )
        for item, done in steps.done
    )

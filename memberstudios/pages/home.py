"""The home page: what is here, how to find it, and calmly what is not known. Every number is counted from records."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.activity_lines import ActivityLine, activities
from memberstudios.pages.by_area import AreaRow, main_places, studios_within
from memberstudios.pages.cards import StudioBrief, brief, listed_briefs
from memberstudios.pages.compared import totals_above
from memberstudios.pages.linked import site_at, site_linked
from memberstudios.pages.news_lines import NewsLine, news_lines
from memberstudios.pages.reported import FigureLine, figure_lines
from memberstudios.pages.topic_lines import SOLVED
from memberstudios.pages.topic_story import Moment, moments
from memberstudios.records.site import Help
from memberstudios.records.work import Topic
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_PLACES, _MATTERS, _DUTIES, _NEWS, _FIGURES, _COMING = 12, 5, 5, 3, 4, 3
_STEPS_OF_A_STORY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """A studio where members receive people, and when, in words."""

    name: str
    path: str
    place: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCount:
    """How many studios a report counted in one of the places."""

    place: str
    figure: FigureLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A matter that came to a result, from the day it was raised."""

    title: str
    path: str
    moments: tuple[Moment, ...]
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Everything the home page may show; what is empty does not show. `missing` is what no record says, in words."""

    lead: str
    matters: tuple[tuple[str, str, int], ...]
    studios: int
    places: tuple[AreaRow, ...]
    areas: int
    duties: tuple[DutyLine, ...]
    missing: str
    report_url: str
    summary: str
    reported: tuple[ReportedCount, ...]
    news: tuple[NewsLine, ...]
    coming: tuple[ActivityLine, ...]
    story: Story | None
    introduction: tuple[str, str, str] | None
    help: tuple[Help, ...]


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`index.html`."""
    studios = tuple(listed_briefs(directory, words))
    places = main_places(directory)
    page = Page(
        path=addresses.HOME,
        title=directory.site.title,
        description=directory.site.summary or "",
        section="home",
        is_landmark=True,
        linked=site_linked(
            site_at(directory, addresses.HOME),
            addresses.HOME,
            title=directory.site.short_title or directory.site.title,
            summary=directory.site.summary or "",
        ),
    )
    view = HomeView(
        lead=_lead(words, studios, len(places)),
        matters=_matters(directory),
        studios=len(studios),
        places=places[:_PLACES],
        areas=len(directory.divisions),
        duties=_duties(directory, words, places),
        missing=_missing(words, studios),
        report_url=(directory.site.report_url or "").format(id="", file=""),
        summary=directory.site.summary or "",
        reported=_reported(directory, words, places),
        news=news_lines(directory, list(directory.news)[:_NEWS]),
        coming=activities(directory, words, directory.links.activities_announced).coming[:_COMING],
        story=_story(directory, words),
        introduction=_introduction(directory),
        help=directory.site.other_help,
    )
    yield html(page, "home.html", view)


def _lead(words: Words, studios: tuple[StudioBrief, ...], places: int) -> str:
    """One or two sentences, each true of all records."""
    count = words("home.count" if places > 1 else "home.count_here", places=places, studios=f"{len(studios):,}")
    on_duty = sum(bool(studio.when) for studio in studios)
    if on_duty:
        return count + words("home.on_duty", duty=f"{on_duty:,}")
    if studios and all(studio.says[3] for studio in studios):
        return count + words("home.sourced")
    return count


def _matters(directory: Directory) -> tuple[tuple[str, str, int], ...]:
    """The matters that most studios deal with."""
    counted = [
        (
            matter.name,
            addresses.matter(matter.id),
            len(directory.listed(directory.links.studios_of_matter.get(matter.id, ()))),
        )
        for matter in directory.matters.values()
    ]
    return tuple(sorted((row for row in counted if row[2]), key=lambda row: -row[2])[:_MATTERS])


def _duties(directory: Directory, words: Words, places: tuple[AreaRow, ...]) -> tuple[DutyLine, ...]:
    """Of each place the first studio that says when members are there."""
    found = []
    for place in places:
        for id_ in studios_within(directory, place.id):
            studio = brief(directory, words, id_)
            if studio.when and studio.status == "open":
                card = studio.card
                found.append(DutyLine(name=card.name, path=card.path, place=card.place, when=studio.when))
                break
        if len(found) == _DUTIES:
            break
    return tuple(found)


def _missing(words: Words, studios: tuple[StudioBrief, ...]) -> str:
    """What a visitor looks for and not one record says."""
    known = {key: any(studio.says[at] for studio in studios) for at, key in enumerate(("hours", "phone", "address"))}
    gaps = [words(f"home.missing_item.{key}") for key, is_known in known.items() if not is_known]
    return words("home.and").join([words("days.separator").join(gaps[:-1]), gaps[-1]] if len(gaps) > 1 else gaps)


def _reported(directory: Directory, words: Words, places: tuple[AreaRow, ...]) -> tuple[ReportedCount, ...]:
    """The first number of studios that somebody reported of each place, where fewer are named here."""
    found: list[ReportedCount] = []
    for place in places:
        above = totals_above(directory, place.id)
        ids = [id_ for id_ in above if directory.figures[id_].measure == "studios"][:1]
        found += [ReportedCount(place=place.name, figure=line) for line in figure_lines(directory, words, ids)]
    return tuple(found[:_FIGURES])


def _story(directory: Directory, words: Words) -> Story | None:
    """The newest matter that came to a result and says how."""
    told = [
        topic
        for topic in directory.topics.values()
        if topic.result and topic.reached in SOLVED and len(topic.steps) >= _STEPS_OF_A_STORY
    ]
    if not told:
        return None
    newest = max(told, key=lambda topic: (_last_day(topic).last, topic.id))
    return Story(
        title=newest.title,
        path=addresses.topic(newest.id),
        moments=moments(directory, words, newest),
        result=newest.result or "",
    )


def _last_day(topic: Topic) -> PartialDate:
    days = [step.date for step in topic.steps if step.date is not None]
    return max(days, key=lambda day: day.last, default=PartialDate(1949))


def _introduction(directory: Directory) -> tuple[str, str, str] | None:
    """Title, summary and path of the written page that stands first."""
    ordered = [page for page in directory.pages.values() if page.order is not None and page.summary]
    if not ordered:
        return None
    first = min(ordered, key=lambda page: (page.order, page.id))
    return first.title, first.summary or "", addresses.page(first.id)

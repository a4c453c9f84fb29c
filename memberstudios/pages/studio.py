"""The page of a studio: the answer first, then everything a record can hold. Empty parts do not show."""

from collections.abc import Iterator
from itertools import islice

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.content.prose import Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import SHOWN, Activities, activities, list_of_studio
from memberstudios.pages.cards import StudioCard, cards, place_text, standing
from memberstudios.pages.compliance import MetFramework, compliance
from memberstudios.pages.days import date_text
from memberstudios.pages.duty_calendar import CalendarView, has_calendar
from memberstudios.pages.duty_calendar import view as calendar_view
from memberstudios.pages.duty_lines import LISTED, SessionLine, coming, session_lines, visit_data
from memberstudios.pages.duty_text import DutyText, duty_texts
from memberstudios.pages.hours_text import HoursRow, hours_rows
from memberstudios.pages.linked import Linked, LinkedStudio, site_at, studio_linked
from memberstudios.pages.named import Named
from memberstudios.pages.news_lines import NewsLine, news_lines
from memberstudios.pages.partners import PairingLine, pairings
from memberstudios.pages.people import PersonView, seated
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.pages.reported import FigureLine, figure_lines
from memberstudios.pages.studio_answer import GONE, SETTLED, Answer, answer
from memberstudios.pages.studio_changes import ChangeView, upcoming
from memberstudios.pages.studio_contact import AccessLine, ChannelView, access, channels
from memberstudios.pages.studio_record import Relation, days, relations
from memberstudios.pages.topic_lines import TopicLine, topics
from memberstudios.records.shared import Quantity
from memberstudios.records.studio import Honor, Service, Studio
from memberstudios.render.output import Crumb, Output, Page, html
from memberstudios.words import Words

_RECKONED = ("appointment", "later", "unknown")
"""States of an answer of which the clock may make another."""
_PLAIN_FORMS = ("studio", "other", "unknown")
"""Forms that the name already says, or that say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    """A short word about the studio; tone and state as in `templates/macros/tag.html`."""

    text: str
    tone: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A studio with a position precise enough for a pin: its id in the data file of all maps, and that file's path."""

    here: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """What a resident can come for."""

    name: str
    matter: Named | None
    summary: str
    how: str
    members: str
    languages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioView:
    """A studio's page, in the order in which it is read."""

    name: str
    tags: tuple[TagView, ...]
    summary: str
    answer: Answer
    map: MapView | None
    changes: tuple[ChangeView, ...]
    visit: str
    """What a script needs to say whether one can go now, as JSON; empty where there is nothing to say."""
    sessions: tuple[SessionLine, ...]
    calendar: CalendarView | None
    poster: str
    """The path of the poster for its door, empty where there is none."""
    duty: tuple[DutyText, ...]
    hours: tuple[HoursRow, ...]
    services: tuple[ServiceView, ...]
    access: tuple[AccessLine, ...]
    channels: tuple[ChannelView, ...]
    links: tuple[tuple[str, str], ...]
    people: tuple[PersonView, ...]
    member_count: Quantity | None
    description: Prose | None
    photos: tuple[PictureView, ...]
    topics: tuple[TopicLine, ...]
    activities: Activities
    """The newest, when `more_activities` leads to all of them."""
    more_activities: str
    news: tuple[NewsLine, ...]
    figures: tuple[FigureLine, ...]
    relations: tuple[Relation, ...]
    below: tuple[StudioCard, ...]
    pairings: tuple[PairingLine, ...]
    compliance: tuple[MetFramework, ...]
    honors: tuple[Honor, ...]
    days: tuple[tuple[str, PartialDate], ...]
    provenance: Provenance


def keys(directory: Directory) -> Iterator[str]:
    """Every studio that has begun."""
    yield from directory.studios


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """The page of a studio; one that ended says so."""
    studio = directory.studios[key]
    view = _view(directory, words, studio)
    yield html(_page(directory, words, studio, view), "studio.html", view)


def _page(directory: Directory, words: Words, studio: Studio, view: StudioView) -> Page:
    place = place_text(directory, studio)
    described = words("studio.description", place=place, head=view.answer.title) if place else view.answer.title
    return Page(
        path=addresses.studio(studio.id),
        title=studio.name,
        description=studio.summary or described,
        section="studios",
        crumbs=_crumbs(directory, words, studio),
        styles=("css/studio.css",),
        scripts=(*(() if view.map is None else ("js/map/beside.js",)), *(("js/visit.js",) if view.visit else ())),
        index=directory.is_listed(studio),
        linked=_linked(directory, studio, view),
    )


def _linked(directory: Directory, studio: Studio, view: StudioView) -> Linked | None:
    """What the page says for programs; nothing of a studio that is gone."""
    told = view.answer
    if told.state in GONE:
        return None
    placed = directory.place_of(studio) if view.map is not None else None
    path = addresses.studio(studio.id)
    return studio_linked(
        site_at(directory, path),
        LinkedStudio(
            name=view.name,
            path=path,
            is_online=studio.is_online,
            aliases=tuple(name for name in (studio.short_name, *studio.aliases) if name and name != studio.name),
            summary=view.summary,
            address=told.place if studio.address and studio.address_public else "",
            area=named.area(directory, studio.division),
            point=None if placed is None else (placed.position.lat, placed.position.lng),
            phones=() if told.phones.whose else tuple(number for number, _ in told.phones.numbers),
            email=told.email,
            hours=studio.hours if told.hours else None,
            accounts=tuple(channel.url for channel in view.channels if channel.url),
            owner=named.organizations(directory, (studio.owner,)),
            serves=tuple(name for name, _ in (named.area_or_text(directory, text) for text in studio.serves)),
            established=studio.established,
            people=tuple((person.name, person.path) for person in view.people if person.path),
        ),
    )


def _crumbs(directory: Directory, words: Words, studio: Studio) -> tuple[Crumb, ...]:
    path = directory.areas.paths.get(studio.division or "", ())
    if not path:
        return ((words("studio.all"), addresses.STUDIOS),)
    return tuple((directory.areas.name(id_), addresses.area(id_)) for id_ in path)


def _view(directory: Directory, words: Words, studio: Studio) -> StudioView:
    links = directory.links
    known = provenance(directory, studio, "studio")
    rules = duty_texts(directory, words, studio.duty)
    found = answer(directory, words, studio, rules, known.report_url)
    comes = found.state not in SETTLED
    sessions = tuple(islice(coming(directory, studio.id), LISTED)) if comes else ()
    return StudioView(
        name=studio.name,
        tags=_tags(directory, words, studio),
        summary=studio.summary or "",
        answer=found,
        map=_map(directory, studio),
        changes=upcoming(directory, words, studio),
        visit=visit_data(directory, studio) if found.state in _RECKONED else "",
        sessions=session_lines(directory, words, sessions, "all"),
        calendar=calendar_view(directory, addresses.studio_calendar(studio.id))
        if has_calendar(directory, studio.id)
        else None,
        poster=addresses.poster_of(directory, studio.id) or "",
        duty=rules if comes else (),
        hours=hours_rows(words, studio.hours) if comes and studio.hours is not None else (),
        services=tuple(_service(directory, words, service) for service in studio.services),
        access=access(words, studio),
        channels=channels(directory, words, studio),
        links=tuple((link.label, link.url) for link in studio.links),
        people=seated(directory, words, studio.members),
        member_count=studio.member_count,
        description=directory.prose("studio", studio.id, "description"),
        photos=pictures(directory, studio.photos),
        topics=topics(directory, words, links.topics_of_studio.get(studio.id, ()), addresses.studio(studio.id)),
        activities=_activities(directory, words, studio.id),
        more_activities=list_of_studio(directory, studio.id),
        news=news_lines(directory, links.news_of_studio.get(studio.id, ())),
        figures=figure_lines(directory, words, links.figures_of_studio.get(studio.id, ())),
        relations=relations(directory, words, studio),
        below=cards(directory, words, links.studios_below.get(studio.id, ())),
        pairings=pairings(directory, words, links.pairings_of_studio.get(studio.id, ())),
        compliance=compliance(directory, words, studio),
        honors=studio.honors,
        days=days(words, studio),
        provenance=known,
    )


def _activities(directory: Directory, words: Words, id_: str) -> Activities:
    """Those to come, and of the others as many as there is room for."""
    found = activities(directory, words, directory.links.activities_of_studio.get(id_, ()), addresses.studio(id_))
    return Activities(coming=found.coming, past=found.past[:SHOWN])


def _tags(directory: Directory, words: Words, studio: Studio) -> tuple[TagView, ...]:
    found = []
    text, state = standing(directory, words, studio)
    if text:
        found.append(TagView(text=text, state=state))
    if studio.form not in _PLAIN_FORMS and not (studio.form == "online-studio" and state == "online"):
        found.append(TagView(text=words(f"choices.form.{studio.form}"), tone="brand"))
    if studio.base not in (None, "other", "online"):
        found.append(TagView(text=words(f"choices.base.{studio.base}"), tone="brand"))
    if studio.level is not None:
        found.append(TagView(text=words(f"choices.level.{studio.level}"), tone="brand"))
    if studio.brand is not None:
        found.append(TagView(text=words("studio.brand", name=studio.brand)))
    if studio.unveiled is not None:
        found.append(TagView(text=words("studio.unveiled", date=date_text(words, studio.unveiled))))
    return tuple(found)


def _map(directory: Directory, studio: Studio) -> MapView | None:
    placed = directory.place_of(studio)
    if placed is None or placed.is_approximate or placed.area is not None or not directory.is_listed(studio):
        return None
    return MapView(here=studio.id, points=addresses.POINTS)


def _service(directory: Directory, words: Words, service: Service) -> ServiceView:
    names = (directory.members[id_].name for id_ in service.members if id_ in directory.members)
    return ServiceView(
        name=service.name,
        matter=named.matter(directory, service.matter),
        summary=service.summary or "",
        how=service.how or "",
        members=words("days.separator").join(names),
        languages=words("days.separator").join(service.languages),
    )

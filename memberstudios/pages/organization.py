"""Organizations: a list, and a page for each with its studios, its people, and what it reported and published."""

from collections.abc import Iterator
from itertools import groupby

from memberstudios.base.dataclass import dataclass
from memberstudios.content.prose import Prose
from memberstudios.directory.day import has_ended
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import SHOWN, Activities, activities
from memberstudios.pages.cards import StudioBrief, StudioCard, brief
from memberstudios.pages.committees import totals_of_more
from memberstudios.pages.issued import DocumentLine, FrameworkLine, document_line, framework_line
from memberstudios.pages.linked import Linked, organization_linked, site_at
from memberstudios.pages.named import Named
from memberstudios.pages.organization_index import index
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.partners import PairingLine, pairings
from memberstudios.pages.people import PersonView, public_people
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.pages.reported import FigureLine, figure_lines
from memberstudios.pages.studio_contact import dialled
from memberstudios.pages.topic_lines import TopicLine, topics
from memberstudios.records.bodies import Organization
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_PEOPLE_SHOWN = 60
_TOPICS_SHOWN = 20
_ROLES = ("owner", "special_committee", "host", "backers")


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioGroup:
    """The studios in which an organization has the same part: 主办, 支持."""

    role: str
    studios: tuple[StudioCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All about an organization but its studios. `names_only_some`: the records are fewer than what was reported."""

    kind: str
    area: Named | None
    parent: Named | None
    url: str
    phones: tuple[tuple[str, str], ...]
    summary: str
    description: Prose | None
    below: tuple[Named, ...]
    sectors: tuple[Named, ...]
    member_count: int
    people: tuple[PersonView, ...]
    figures: tuple[FigureLine, ...]
    names_only_some: bool
    frameworks: tuple[FrameworkLine, ...]
    documents: tuple[DocumentLine, ...]
    pairings: tuple[PairingLine, ...]
    activities: Activities
    """Those to come, and the newest others."""
    series: tuple[Named, ...]
    coverage: str
    """The path of the page that tells how far its studios reach; empty where there is none."""
    topics: tuple[TopicLine, ...]
    """Those whose proposals it was handed."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationView:
    """An organization's page; a further page of a long list has the studios alone. `count` is of all pages."""

    name: str
    profile: Profile | None
    count: int
    studios: tuple[StudioGroup, ...]
    pager: Pager | None


def keys(directory: Directory) -> Iterator[str]:
    """The list (empty), and each organization."""
    yield ""
    yield from directory.organizations


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`organizations/index.html` and its further pages, or the page of an organization."""
    if key:
        yield from _pages(directory, words, directory.organizations[key])
    else:
        yield from index(directory, words)


def _pages(directory: Directory, words: Words, body: Organization) -> Iterator[Output]:
    concerned = _studios(directory, words, body)
    for path, shown, pager in paged(addresses.organization(body.id), concerned):
        is_first = path == addresses.organization(body.id)
        view = OrganizationView(
            name=body.name,
            profile=_profile(directory, words, body, count=len(concerned)) if is_first else None,
            count=len(concerned),
            studios=tuple(
                StudioGroup(
                    role=words(f"organization.role.{role}"),
                    studios=tuple(studio.card for _, studio in members),
                )
                for role, members in groupby(shown, key=lambda pair: pair[0])
            ),
            pager=pager,
        )
        page = Page(
            path=path,
            title=body.name,
            description=body.summary or words("organization.description", name=body.name, count=len(concerned)),
            section="studios",
            crumbs=((words("organization.index_title"), addresses.ORGANIZATIONS),),
            styles=("css/studio.css",),
            linked=None if view.profile is None else _linked(directory, body, view.profile),
        )
        yield html(page, "organization.html", view)


def _linked(directory: Directory, body: Organization, profile: Profile) -> Linked | None:
    """What the page says for programs; nothing of a body that is no more."""
    if body.valid_to is not None and has_ended(body, directory.day):
        return None
    path = addresses.organization(body.id)
    return organization_linked(
        site_at(directory, path),
        path,
        name=body.name,
        kind=body.kind,
        summary=profile.summary,
        area=profile.area,
        parent=profile.parent,
        phones=(number for number, _ in profile.phones),
        url=profile.url,
    )


def _studios(directory: Directory, words: Words, body: Organization) -> list[tuple[str, StudioBrief]]:
    """Each listed studio once, with the closest part that the organization has in it."""
    found = []
    for id_ in directory.listed(directory.links.studios_of_organization.get(body.id, ())):
        studio = brief(directory, words, id_)
        found.append((next(role for of, role in studio.roles if of == body.id), studio))
    return sorted(found, key=lambda pair: _ROLES.index(pair[0]))


def _profile(directory: Directory, words: Words, body: Organization, *, count: int) -> Profile:
    links = directory.links
    members = (directory.members[id_] for id_ in links.members_of_organization.get(body.id, ()))
    serving = [m.id for m in members if directory.is_public(m) and directory.sits(m.from_, m.to)]
    reported = links.figures_of_organization.get(body.id, ())
    issued = links.frameworks_of_organization.get(body.id, ())
    documents = links.documents_of_organization.get(body.id, ())
    return Profile(
        kind=words(f"choices.organization_kind.{body.kind}") if body.kind and body.kind != "other" else "",
        area=named.area(directory, body.division),
        parent=named.organization(directory, body.parent),
        url=body.url or "",
        phones=dialled(body.phone),
        summary=body.summary or "",
        description=directory.prose("organization", body.id, "description"),
        below=named.organizations(directory, links.organizations_below.get(body.id, ())),
        sectors=named.sectors(directory, links.sectors_of_organization.get(body.id, ())),
        member_count=len(serving),
        people=public_people(directory, serving[:_PEOPLE_SHOWN]),
        figures=figure_lines(directory, words, reported),
        names_only_some=body.records == "partial" and count > 0 and bool(totals_of_more(directory, reported, count)),
        frameworks=tuple(framework_line(words, directory.frameworks[id_]) for id_ in issued),
        documents=tuple(document_line(directory, directory.documents[id_]) for id_ in documents),
        pairings=pairings(directory, words, links.pairings_of_organization.get(body.id, ())),
        activities=_activities(directory, words, body.id),
        coverage=addresses.coverage(body.id) if body.id in links.committees_with_area else "",
        series=tuple(
            name
            for id_ in links.series_of_organization.get(body.id, ())
            if (name := named.series(directory, id_)) is not None
        ),
        topics=topics(directory, words, links.topics_of_organization.get(body.id, ()))[:_TOPICS_SHOWN],
        provenance=provenance(directory, body, "organization"),
    )


def _activities(directory: Directory, words: Words, id_: str) -> Activities:
    found = activities(directory, words, directory.links.activities_of_organization.get(id_, ()))
    return Activities(coming=found.coming, past=found.past[:SHOWN])

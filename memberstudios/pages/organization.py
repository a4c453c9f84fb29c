"""Organizations: a list, and a page for each with its studios, its people, and what it reported and published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from memberstudios.content.prose import Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.cards import StudioCard, card
from memberstudios.pages.committees import counts_studios
from memberstudios.pages.issued import DocumentLine, FrameworkView, by_issuer, document_line, framework_view
from memberstudios.pages.named import Named
from memberstudios.pages.organization_index import index
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.people import PersonView, public_people
from memberstudios.pages.provenance import Provenance, files_of, provenance
from memberstudios.pages.reported import FigureLine, figure_lines
from memberstudios.pages.studio_contact import dialled
from memberstudios.records.bodies import Organization
from memberstudios.records.studio import Studio
from memberstudios.records.work import Document, Framework
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_PEOPLE_SHOWN = 60
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
    frameworks: tuple[FrameworkView, ...]
    documents: tuple[DocumentLine, ...]
    partners: tuple[Named, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationView:
    """An organization's page; a further page of a long list has the studios alone. `count` is of all pages."""

    name: str
    profile: Profile | None
    count: int
    studios: tuple[StudioGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issued:
    """Rule sets, documents and sectors by organization, and the file of each organization."""

    frameworks: Mapping[str, tuple[Framework, ...]]
    documents: Mapping[str, tuple[Document, ...]]
    sectors: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`organizations/index.html` and its further pages, and a page for each organization."""
    yield from index(directory, words)
    issued = _Issued(
        frameworks=by_issuer((framework.issuer, framework) for framework in directory.frameworks.values()),
        documents=by_issuer((document.issuer, document) for document in directory.documents.values()),
        sectors=by_issuer((sector.committee, sector.id) for sector in directory.sectors.values()),
        files=files_of(directory, "organization"),
    )
    for body in directory.organizations.values():
        yield from _pages(directory, words, body, issued)


def _pages(directory: Directory, words: Words, body: Organization, issued: _Issued) -> Iterator[Output]:
    concerned = _studios(directory, body)
    for path, shown, pager in paged(addresses.organization(body.id), concerned):
        is_first = path == addresses.organization(body.id)
        view = OrganizationView(
            name=body.name,
            profile=_profile(directory, words, body, issued, count=len(concerned)) if is_first else None,
            count=len(concerned),
            studios=tuple(
                StudioGroup(
                    role=words(f"organization.role.{role}"),
                    studios=tuple(card(directory, words, studio) for _, studio in members),
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
        )
        yield html(page, "organization.html", view)


def _studios(directory: Directory, body: Organization) -> list[tuple[str, Studio]]:
    """Each listed studio once, with the closest part that the organization has in it."""
    found = []
    for studio in directory.listed(directory.links.studios_of_organization.get(body.id, ())):
        parts = (studio.owner, studio.special_committee, studio.host, *studio.backers)
        found.append((_ROLES[min(parts.index(body.id), len(_ROLES) - 1)], studio))
    return sorted(found, key=lambda pair: _ROLES.index(pair[0]))


def _profile(directory: Directory, words: Words, body: Organization, issued: _Issued, *, count: int) -> Profile:
    links = directory.links
    members = (directory.members[id_] for id_ in links.members_of_organization.get(body.id, ()))
    serving = [m.id for m in members if directory.is_public(m) and directory.sits(m.from_, m.to)]
    reported = links.figures_of_organization.get(body.id, ())
    partners = (directory.pairings[id_].studio for id_ in links.pairings_of_organization.get(body.id, ()))
    return Profile(
        kind=words(f"choices.organization_kind.{body.kind}") if body.kind and body.kind != "other" else "",
        area=named.area(directory, body.division),
        parent=named.organization(directory, body.parent),
        url=body.url or "",
        phones=dialled(body.phone),
        summary=body.summary or "",
        description=directory.prose("organization", body.id, "description"),
        below=named.organizations(directory, links.organizations_below.get(body.id, ())),
        sectors=named.sectors(directory, issued.sectors.get(body.id, ())),
        member_count=len(serving),
        people=public_people(directory, serving[:_PEOPLE_SHOWN]),
        figures=figure_lines(directory, words, reported),
        names_only_some=body.records == "partial" and count > 0 and counts_studios(directory, reported),
        frameworks=tuple(framework_view(words, framework) for framework in issued.frameworks.get(body.id, ())),
        documents=tuple(document_line(directory, document) for document in issued.documents.get(body.id, ())),
        partners=tuple(name for id_ in partners if (name := named.studio(directory, id_)) is not None),
        provenance=provenance(directory, body, issued.files.get(body.id, "")),
    )

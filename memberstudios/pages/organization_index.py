"""The list of organizations: by kind, those that somebody refers to or that have something to say."""

from collections.abc import Iterator
from itertools import chain, groupby
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.paging import Pager, paged
from memberstudios.records.bodies import Organization
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_KINDS: Final = (
    "committee",
    "special-committee",
    "liaison-group",
    "party",
    "government",
    "association",
    "service-center",
    "community",
    "school",
    "enterprise",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRow:
    """`count` are the listed studios it has a part in."""

    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationGroup:
    """Organizations of one kind."""

    kind: str
    rows: tuple[OrganizationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationsView:
    """One page of the list; `count` is of all pages."""

    count: int
    groups: tuple[OrganizationGroup, ...]
    pager: Pager | None


def index(directory: Directory, words: Words) -> Iterator[Output]:
    """`organizations/index.html` and its further pages."""
    named = _named(directory)
    listed = [body for body in directory.organizations.values() if body.id in named or _says_something(body)]
    listed.sort(key=lambda body: _KINDS.index(body.kind or "other"))
    for path, shown, pager in paged(addresses.ORGANIZATIONS, listed):
        groups = tuple(
            OrganizationGroup(
                kind=words(f"choices.organization_kind.{kind}"), rows=tuple(_row(directory, body) for body in bodies)
            )
            for kind, bodies in groupby(shown, key=lambda body: body.kind or "other")
        )
        page = Page(
            path=path,
            title=words("organization.index_title"),
            description=words("organization.index_description", title=directory.site.title),
            section="studios",
            crumbs=((words("organization.up"), addresses.STUDIOS),),
            is_landmark=path == addresses.ORGANIZATIONS and bool(listed),
            index=bool(listed),
        )
        yield html(page, "organizations.html", OrganizationsView(count=len(listed), groups=groups, pager=pager))


def _row(directory: Directory, body: Organization) -> OrganizationRow:
    studios = directory.listed(directory.links.studios_of_organization.get(body.id, ()))
    return OrganizationRow(name=body.name, path=addresses.organization(body.id), count=len(studios))


def _named(directory: Directory) -> frozenset[str]:
    """Every organization that a record names."""
    links = directory.links
    found = chain(
        links.studios_of_organization,
        links.organizations_below,
        links.members_of_organization,
        links.figures_of_organization,
        links.pairings_of_organization,
        links.sectors_of_organization,
        links.frameworks_of_organization,
        links.documents_of_organization,
        links.activities_of_organization,
        links.topics_of_organization,
    )
    return frozenset((*found, directory.site.organization or ""))


def _says_something(body: Organization) -> bool:
    return bool(body.url or body.phone or body.summary or body.description)

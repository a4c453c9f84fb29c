"""The address of everything that has one; the only place that writes them."""

from memberstudios.directory.directory import Directory, ProseKey

AREAS, FIND, HOME, NEWS, STUDIOS = (
    "areas/index.html",
    "find.html",
    "index.html",
    "news/index.html",
    "studios/index.html",
)
SECTORS, MATTERS, MEMBERS, ORGANIZATIONS = (
    "sectors/index.html",
    "matters/index.html",
    "members/index.html",
    "organizations/index.html",
)
FEED = "news/feed.xml"
DATA, SOURCES_SLUG = "data/index.html", "sources"
SOURCES = f"pages/{SOURCES_SLUG}.html"
POINTS = "data/finder.json"
"""The compact data file of finder and maps."""
PAGE_SIZE = 200
"""Entries on one page of a list; longer ones go on at `…/2.html`."""


def studio(id_: str) -> str:
    return f"studios/{id_}.html"


def area(id_: str) -> str:
    return f"areas/{id_}.html"


def numbered(path: str, number: int) -> str:
    """A further page of a list: `areas/x.html` goes on at `areas/x/2.html`."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def sector(id_: str) -> str:
    return f"sectors/{id_}.html"


def matter(id_: str) -> str:
    return f"matters/{id_}.html"


def organization(id_: str) -> str:
    return f"organizations/{id_}.html"


def news(id_: str) -> str:
    return f"news/{id_}.html"


def page(id_: str) -> str:
    return f"pages/{id_}.html"


def document_file(name: str) -> str:
    return f"files/{name}"


def member(directory: Directory, id_: str) -> str | None:
    """Only members who agreed have a page."""
    found = directory.members.get(id_)
    return f"members/{id_}.html" if found is not None and directory.is_public(found) else None


def known(directory: Directory) -> dict[str, ProseKey | None]:
    """Every page that a text may link to, each with the text that stands on it; further pages of long lists are not."""
    found: dict[str, ProseKey | None] = dict.fromkeys(
        (HOME, FIND, AREAS, STUDIOS, NEWS, SECTORS, MATTERS, MEMBERS, ORGANIZATIONS, DATA, SOURCES)
    )
    found |= {studio(id_): ("studio", id_, "description") for id_ in directory.studios}
    found |= dict.fromkeys((*map(area, directory.divisions), *map(sector, directory.sectors)))
    found |= dict.fromkeys(map(matter, directory.matters))
    found |= {organization(id_): ("organization", id_, "description") for id_ in directory.organizations}
    found |= {news(id_): ("news", id_, "body") for id_ in directory.news}
    found |= {page(id_): ("page", id_, "body") for id_ in directory.pages}
    found |= {path: ("member", id_, "bio") for id_ in directory.members if (path := member(directory, id_)) is not None}
    return found

"""What stands around every page of this site: its name, where one can go, whose data it is. Knows no single page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.pictures import thumbnail
from memberstudios.pages.years import has_reports, kept_facts
from memberstudios.records.site import BaseMap
from memberstudios.render.shell import CSP, Footer, Shell
from memberstudios.words import Words


def shell(directory: Directory, words: Words) -> Shell:
    """The site-wide view that templates read as `shell`."""
    site = directory.site
    return Shell(
        title=site.title,
        short_title=site.short_title or site.title,
        language=site.language,
        timezone=site.timezone,
        base_url=base_url(site.base_url),
        csp=content_security_policy(site.base_map),
        official=site.official,
        fictional=site.fictional,
        notice=None,
        navigation=tuple(_navigation(directory, words)),
        footer=Footer(
            contact=site.footer.contact,
            icp=site.footer.icp,
            police=site.footer.police,
            site_code=site.footer.site_code,
            links=site.footer.links,
        ),
        footer_links=tuple(_footer_links(directory, words)),
        licence=site.licence,
        credits=tuple(_credits(directory, words)),
        feed=site.base_url is not None and len(directory.news) > 0,
        logo=thumbnail(directory, site.logo) or None if site.logo else None,
        report_url=None if site.report_url is None else site.report_url.format(id="", file=""),
        verification=site.verification,
    )


def base_url(url: str | None) -> str | None:
    """The site's address with the slash that ends it."""
    return None if url is None else url.rstrip("/") + "/"


def content_security_policy(base_map: BaseMap) -> str:
    """The policy of every page; a base map of tiles adds the one host that its pictures come from."""
    if base_map.kind != "tiles" or base_map.url is None:
        return CSP
    address = urlsplit(base_map.url)
    if not address.netloc:
        return CSP
    first, _, rest = address.netloc.partition(".")
    host = f"*.{rest}" if "{" in first else address.netloc
    return CSP.replace("img-src 'self'", f"img-src 'self' {address.scheme}://{host}")


def _navigation(directory: Directory, words: Words) -> Iterator[tuple[str, str, str]]:
    yield words("site_shell.home"), addresses.HOME, "home"
    yield words("site_shell.find"), addresses.FIND, "studios"
    if len(directory.links.studios_with_duty):
        yield words("site_shell.duty"), addresses.DUTY, "duty"
    if len(directory.topics):
        yield words("site_shell.topics"), addresses.TOPICS, "topics"
    elif len(directory.activities):
        yield words("site_shell.activities"), addresses.ACTIVITIES, "activities"
    if len(directory.news):
        yield words("site_shell.news"), addresses.NEWS, "news"


def _footer_links(directory: Directory, words: Words) -> Iterator[tuple[str, str]]:
    yield words("site_shell.studios"), addresses.STUDIOS
    if len(directory.divisions):
        yield words("site_shell.areas"), addresses.AREAS
    if len(directory.members):
        yield words("site_shell.members"), addresses.MEMBERS
    if len(directory.activities) and len(directory.topics):
        yield words("site_shell.activities"), addresses.ACTIVITIES
    yield words("site_shell.figures"), addresses.FIGURES
    if len(directory.links.committees_with_area):
        yield words("site_shell.coverage"), addresses.COVERAGE
    if has_reports(directory, kept_facts(directory, words)):
        yield words("site_shell.reports"), addresses.REPORTS
    if len(directory.frameworks):
        yield words("site_shell.frameworks"), addresses.FRAMEWORKS
    if len(directory.documents):
        yield words("site_shell.documents"), addresses.DOCUMENTS
    if len(directory.pairings):
        yield words("site_shell.pairings"), addresses.PAIRINGS
    for page in sorted(directory.pages.values(), key=lambda page: (page.order is None, page.order or 0, page.id)):
        yield page.title, addresses.page(page.id)
    if len(directory.sources) and addresses.SOURCES_SLUG not in directory.pages:
        yield words("site_shell.sources"), addresses.SOURCES
    yield words("site_shell.data"), addresses.DATA


def _credits(directory: Directory, words: Words) -> Iterator[str]:
    """Who made the positions that this site shows; licences such as CC BY ask for it."""
    named = dict.fromkeys((*directory.links.centers_of_source, *directory.links.positions_of_source))
    makers = [source.publisher or source.title for id_ in named if (source := directory.sources.get(id_)) is not None]
    if makers:
        yield words("site_shell.positions", makers=words("days.separator").join(makers))

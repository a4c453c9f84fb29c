"""What every page of a site shares: names, notices, navigation, footer."""

from memberstudios.base.dataclass import dataclass
from memberstudios.records.shared import Link

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""For a `meta` element; the server adds `frame-ancestors`, which does not work there. Tiles add their host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """The lines at the foot of every page; None or empty where the site gives none."""

    contact: str | None
    icp: str | None
    police: str | None
    site_code: str | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Site-wide values for templates; `base_url` ends with a slash."""

    title: str
    short_title: str
    language: str
    timezone: str
    base_url: str | None
    csp: str
    official: bool
    fictional: bool
    notice: str | None
    """The line above the header, where the site words it itself."""
    navigation: tuple[tuple[str, str, str], ...]
    """Label, path, and the section whose pages mark it as current."""
    footer: Footer
    footer_links: tuple[tuple[str, str], ...]
    """Label and path of this site's own quieter pages."""
    licence: str | None
    credits: tuple[str, ...]
    feed: bool
    logo: str | None
    """Site path of the operator's own mark."""
    report_url: str | None
    verification: str | None

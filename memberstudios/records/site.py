"""One instance of the directory, and its corrections to the public-holiday calendar."""

from typing import Annotated, Any, Literal

from memberstudios.base.dataclass import dataclass
from memberstudios.base.web import is_site_address, is_tile_address
from memberstudios.records.shared import Link, Provenance, System
from memberstudios.records.types import (
    MANY,
    Dates,
    Flag,
    Line,
    OrganizationId,
    Phones,
    PictureFile,
    Whole,
    Zone,
    between,
    matching,
    reads,
    wrong,
)


def _template(value: Any) -> str:
    """An address with `{id}` or `{file}` to fill, and no other braces: nothing else may be asked of what fills it."""
    if (
        not isinstance(value, str)
        or not value.startswith(("https://", "http://", "mailto:"))
        or any(c.isspace() for c in value)
        or not {"{", "}"}.isdisjoint(value.replace("{id}", "").replace("{file}", ""))
    ):
        raise wrong("bad-template", value=str(value)[:64])
    return value


SiteUrl = Annotated[str, matching(is_site_address, "bad-url", type="string", format="uri"), "url"]
TileUrl = Annotated[str, matching(is_tile_address, "bad-url", type="string"), "url"]
Template = Annotated[str, reads(_template, type="string"), "template"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMap:
    """What the map is drawn on. `tiles` need attribution, approval number (审图号) and source."""

    kind: Literal["schematic", "tiles", "none"] = "schematic"
    url: TileUrl | None = None
    attribution: Line | None = None
    approval_number: Line | None = None
    source: Line | None = None
    system: System = "wgs84"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Where to turn with what a studio is not for."""

    label: Line
    phone: Phones = ()
    when: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """What Chinese sites must or like to show at the foot of every page."""

    icp: Line | None = None
    police: Line | None = None
    site_code: Line | None = None
    contact: Line | None = None
    links: Annotated[tuple[Link, ...], MANY] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencedRule:
    """A warning that this site has decided to live with."""

    rule: Line
    reason: Line


NavigationLink = Literal["amap", "baidu", "tencent", "apple", "geo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Provenance):
    """One mapping: this instance."""

    title: Line
    short_title: Line | None = None
    base_url: SiteUrl | None = None
    official: Flag = False
    fictional: Flag = False
    language: Literal["zh-Hans", "en"] = "zh-Hans"
    languages: Annotated[tuple[Line, ...], MANY] = ()
    timezone: Zone = "Asia/Shanghai"
    organization: OrganizationId | None = None
    summary: Line | None = None
    licence: Line | None = None
    coordinate_system: System = "wgs84"
    publish_precision: Annotated[Whole, between(0, 6)] = 4
    reassure_after_days: Annotated[Whole, between(1, 36500)] = 365
    publish_gaps: Flag = False
    base_map: BaseMap = BaseMap()
    navigation: Annotated[tuple[NavigationLink, ...], MANY] = ("amap", "baidu", "tencent", "apple", "geo")
    other_help: Annotated[tuple[Help, ...], MANY] = ()
    footer: Footer = Footer()
    report_url: Template | None = None
    edit_url: Template | None = None
    logo: PictureFile | None = None
    verification: Line | None = None
    silenced_rules: Annotated[tuple[SilencedRule, ...], MANY] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Provenance):
    """Corrections to the State Council's calendar of days off and make-up workdays."""

    days_off: Dates = ()
    workdays: Dates = ()

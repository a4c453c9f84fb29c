"""Pictures of the main pages, for docs/pictures: `make pictures`.

Always the same moment, fonts and window, so that a picture changes when the page does. Colours are reduced to a
palette: a page of text needs no more, and each file stays small.
"""

import io
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from tests import sites
from tests.browser.hosting import served
from tests.browser.kinds import REAL, Chooser, fixed
from tests.browser.watching import watched
from tests.setup.programs import CHROMIUM_ARGUMENTS, MISSING, find

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUT = sites.ROOT / "docs/pictures"
MOMENT = "2026-11-25T02:00:00Z"  # 10:00 in Shanghai on the day the sites are built for
LIMIT_BYTES = 300_000
HEIGHTS = {390: 844, 1280: 900}
STATES = (
    "east-1-street",
    "changed",
    "moving",
    "seasons",
    "sector-law",
    "private",
    "village-1",
    "market-days",
    "hours-only",
    "online",
    "suspended",
    "closed",
    "ended",
    "preparing",
    "building",
    "unknown",
)
"""Studios of the fictional city, one for each state; docs/states.md says what each shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: of which page, how wide, and in which dress."""

    name: str
    choose: Chooser
    width: int
    dress: Literal["", "dark", "large", "print", "map"] = ""


def _both(name: str, choose: Chooser) -> Iterator[Picture]:
    """A page on a desk and on a phone."""
    for width in (1280, 390):
        yield Picture(name=f"{name}-{width}", choose=choose, width=width)


WORK: Mapping[str, tuple[str, str]] = {
    "topics": ("topics/index.html", "topics/index.html"),
    "topic": ("topics/beijing-young-web-writers.html", "topics/topic-1.html"),
    "activities": ("activities/index.html", "activities/index.html"),
    "activity": ("activities/shangluo-double-reduction.html", "activities/activity-3.html"),
    "series": ("activities/series/index.html", "activities/series/lift-story.html"),
    "figures": ("figures.html", "figures.html"),
    "coverage": ("coverage.html", "coverage.html"),
    "coverage-of": ("coverage/shangluo-cppcc.html", "coverage/committee.html"),
    "report": ("reports/2021/110000.html", "reports/2026/demo.html"),
    "frameworks": ("frameworks/index.html", "frameworks/index.html"),
    "framework": ("frameworks/heilongjiang-1158.html", "frameworks/six-haves.html"),
    "documents": ("documents/index.html", "documents/index.html"),
    "pairings": ("pairings/index.html", "pairings/index.html"),
    "data": ("data/index.html", "data/index.html"),
}
"""Pages of what studios do and what came of it: of the default directory, and of the fictional city; docs/work.md shows them."""


def _work(number: int, prefix: str) -> Iterator[Picture]:
    for name, paths in WORK.items():
        yield from _both(f"{prefix}-{name}", fixed(paths[number]))


OF_REAL = (
    *_both("home", REAL["home"]),
    *_both("find", REAL["finder"]),
    Picture(name="find-map-390", choose=REAL["finder"], width=390, dress="map"),
    *_both("studio-sparse", REAL["studio-sparse"]),
    *_both("area", REAL["area"]),
    *_both("news", REAL["news"]),
    *_work(0, "real"),
)
RICH = fixed("studios/topic-lift.html")
OF_DEMO = (
    *_both("studio", RICH),
    Picture(name="studio-dark-390", choose=RICH, width=390, dress="dark"),
    Picture(name="studio-large-390", choose=RICH, width=390, dress="large"),
    Picture(name="studio-print", choose=RICH, width=1280, dress="print"),
    *_both("demo-home", fixed("index.html")),
    *_both("demo-find", fixed("find.html")),
    *_both("duty", fixed("duty/index.html")),
    *_both("duty-area", fixed("duty/demo-east.html")),
    *_both("member", fixed("members/dingmao-1.html")),
    Picture(name="poster", choose=fixed("print/topic-lift.html"), width=1280, dress="print"),
    *_work(1, "city"),
    *(Picture(name=f"state-{name}", choose=fixed(f"studios/{name}.html"), width=390) for name in STATES),
)


def main() -> None:
    """Build both sites and take every picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        real = sites.build(sites.ROOT, Path(folder) / "real")
        demo = sites.build(sites.ROOT / "examples/demo-city", Path(folder) / "demo")
        for site, pictures in ((real, OF_REAL), (demo, OF_DEMO)):
            with served(site) as address:
                for picture in pictures:
                    data = _small(_take(browser, address + picture.choose(site), picture))
                    (OUT / f"{picture.name}.png").write_bytes(data)
                    print(f"{picture.name}.png  {len(data) // 1000} kB")


@contextmanager
def _browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    executable = find("chromium")
    if executable is None:
        raise SystemExit(MISSING["chromium"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def _take(browser: "Browser", address: str, picture: Picture) -> bytes:
    with watched(browser, viewport={"width": picture.width, "height": HEIGHTS[picture.width]}) as page:
        page.clock.set_fixed_time(MOMENT)
        page.emulate_media(reduced_motion="reduce", color_scheme="dark" if picture.dress == "dark" else "light")
        page.goto(address)
        _dress(page, picture)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        return page.screenshot(animations="disabled", caret="hide")


def _dress(page: "Page", picture: Picture) -> None:
    if picture.dress == "large":
        page.get_by_role("button", name="大字").click()
    elif picture.dress == "print":
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})  # A4 at 96 dots an inch
        page.evaluate("document.body.style.padding = '14mm 15mm'")  # the margins of the sheet
    elif picture.dress == "map":
        page.locator(".finder-switch").click()
    if page.locator(".finder").count():
        page.locator(".finder-list li").first.wait_for(state="attached")
    has_map = picture.dress == "map" or (picture.width > 1000 and not picture.dress)
    if has_map and page.locator(".finder-map, [data-studio-map]").count():
        page.locator(".map-mark").first.wait_for()


def _small(data: bytes) -> bytes:
    """The same picture in at most 256 colours."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    out = io.BytesIO()
    image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    if out.tell() > LIMIT_BYTES:
        raise SystemExit(f"a picture has {out.tell()} bytes, more than {LIMIT_BYTES}")
    return out.getvalue()


if __name__ == "__main__":
    main()

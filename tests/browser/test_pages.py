"""Every kind of page of real sites: what a visitor is owed, whatever the page is about.

Each page is loaded once and then looked at in many ways; what a check changes, the next one finds undone.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import checks
from tests.browser.kinds import CITY, FICTIONAL, REAL
from tests.browser.watching import PHONE, watched

pytestmark = pytest.mark.browser

KINDS = [
    f"{whose}/{kind}" for whose, kinds in (("real", REAL), ("fictional", FICTIONAL), ("city", CITY)) for kind in kinds
]
NO_ANSWER = ("redirect",)


class Site(NamedTuple):
    """A built site's folder and the address where it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="module")
def real(default_site: Path, serve: Callable[[Path], str]) -> Site:
    return Site(default_site, serve(default_site))


@pytest.fixture(scope="module")
def fictional(generated_site: Path, serve: Callable[[Path], str]) -> Site:
    return Site(generated_site, serve(generated_site))


@pytest.fixture(scope="module")
def city(demo_site: Path, serve: Callable[[Path], str]) -> Site:
    return Site(demo_site, serve(demo_site))


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    """The one window in which all of them are looked at; what it noticed is told at the end."""
    with watched(chromium) as page:
        page.clock.set_fixed_time("2026-11-25T04:00:00Z")
        _stay(page)
        yield page


@pytest.fixture(scope="module", params=KINDS)
def loaded(request: pytest.FixtureRequest, window: Page) -> Page:
    """The page that stands for a kind, loaded."""
    whose, kind = request.param.split("/")
    site: Site = request.getfixturevalue(whose)
    window.goto(site.address + {"real": REAL, "fictional": FICTIONAL, "city": CITY}[whose][kind](site.folder))
    return window


@pytest.fixture
def shown(loaded: Page) -> Iterator[Page]:
    """The page as on a phone, as it was before anyone looked."""
    loaded.set_viewport_size(PHONE)
    loaded.evaluate("scrollTo(0, 0)")
    yield loaded
    loaded.emulate_media(media="null", color_scheme="null", forced_colors="null")
    if loaded.locator("html[data-text]").count():
        _large_text(loaded)


@pytest.fixture(scope="module")
def scriptless(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    yield context
    context.close()


def test_axe_finds_nothing(shown: Page) -> None:
    checks.axe(shown)
    if shown.locator(".finder-map, .studio-map").count():  # on a desk the map opens by itself
        shown.set_viewport_size({"width": 1280, "height": 900})
        shown.emulate_media(color_scheme="dark")
        shown.locator(".map-mark").first.wait_for()
        checks.axe(shown)


def test_nothing_scrolls_sideways_at_320_px_with_text_at_200_percent(shown: Page) -> None:
    checks.no_sideways_scroll(shown)


def test_header_is_low_and_the_answer_high_on_a_phone(shown: Page) -> None:
    assert shown.locator(".header").evaluate("e => e.offsetHeight") <= 120
    assert shown.locator("h1").count() == 1
    first = shown.locator(_FIRST_ANSWER).first
    assert first.count(), "nothing follows the title"
    box = first.bounding_box()
    assert box
    assert box["y"] + min(box["height"], 60) <= 700


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_44_px(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 844})
    checks.targets(shown, 44)


def test_large_text_is_24_px_with_targets_of_60(shown: Page) -> None:
    if not shown.get_by_role("button", name="大字").count():
        pytest.skip("leads on at once")
    _large_text(shown)
    assert shown.evaluate("getComputedStyle(document.body).fontSize") == "24px"
    checks.targets(shown, 60)
    checks.no_sideways_scroll(shown, text=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_focus_and_fields_stand_out(shown: Page, scheme: str) -> None:
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    checks.contrast(shown)
    checks.focus_visible(shown)


def test_order_of_reading_is_order_of_seeing(shown: Page) -> None:
    for width in (390, 768, 1280):
        shown.set_viewport_size({"width": width, "height": 844})
        checks.dom_order(shown)


def test_forced_colours_keep_text_and_focus(shown: Page) -> None:
    shown.emulate_media(forced_colors="active")
    checks.contrast(shown)
    checks.focus_visible(shown)


def test_print_keeps_what_is_said_and_leaves_out_what_can_only_be_pressed(shown: Page) -> None:
    shown.set_viewport_size({"width": 1280, "height": 900})
    before = _texts(shown)
    shown.emulate_media(media="print", color_scheme="dark")
    for gone in (".header nav", ".text-size", "form", "button", ".chips", ".map-box", ".pagination"):
        for found in shown.locator(gone).all():
            assert not found.is_visible(), gone
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    after = _texts(shown)
    assert not [text for text in before if text not in after]
    assert not shown.evaluate(_LINKS_WITHOUT_ADDRESS)
    checks.contrast(shown)


def test_page_is_whole_without_scripts(shown: Page, scriptless: BrowserContext) -> None:
    expected = _texts(shown)
    page = scriptless.new_page()
    _stay(page)
    page.goto(shown.url)
    expect(page.locator("h1")).to_be_visible()
    for button in page.locator("button:visible").all():
        assert button.get_attribute("type") != "button", button.inner_text()
    texts = page.locator("main").inner_text()
    if "find.html" not in shown.url:
        assert not [text for text in expected if text not in texts]
    page.close()


def test_page_is_titled_in_the_language_of_the_site(shown: Page) -> None:
    assert shown.locator("html").get_attribute("lang") == "zh-Hans"
    assert re.search("[\u4e00-\u9fff]", shown.title())
    assert not shown.evaluate(_WORDS_OF_ANOTHER_LANGUAGE)


def test_large_text_is_remembered_on_the_next_page(page: Page, real: Site) -> None:
    page.goto(real.address)
    page.get_by_role("button", name="大字").click()
    page.get_by_role("link", name="找工作室").first.click()
    expect(page.get_by_role("button", name="大字", pressed=True)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"


def test_without_scripts_the_finders_form_leads_to_the_areas(scriptless: BrowserContext, real: Site) -> None:
    for path in ("index.html", "find.html"):
        page = scriptless.new_page()
        page.goto(real.address + path)
        page.get_by_role("searchbox").fill("邵阳")
        page.get_by_role("button", name="查找").click()
        page.locator("main").get_by_role("link", name="邵阳市").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("邵阳市")
        page.close()


def test_an_old_address_leads_on(page: Page, fictional: Site) -> None:
    page.goto(fictional.address + FICTIONAL["redirect"](fictional.folder))
    expect(page.locator(".answer")).to_be_visible()


@pytest.mark.says("404")
def test_a_lost_visitor_is_led_back(page: Page, real: Site) -> None:
    page.goto(real.address + "studios/nowhere.html")
    page.get_by_role("link", name="首页").first.click()
    expect(page.get_by_role("searchbox")).to_be_visible()


_FIRST_ANSWER = """
main .answer-head, main form, main .hero .button, main .card, main .list > li, main .rows > li, main .people > li,
main .prose > *, main .picture, main table, main section
"""

# What can be read in <main>, except in what prints and scriptless browsers rightly leave out.
_TEXTS = """
() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || element.closest("form, button, nav, .screen, .actions, .chips, .map-box, .finder, .more, [hidden]")) continue;
    if (element.matches("script, .aged, .aged *, .when, [aria-hidden], [aria-hidden] *")) continue;
    if (element.closest("[data-visit] .answer-head, [data-visit] .lead, [data-visit-note]")) continue; // of this moment
    if (element.checkVisibility ? element.checkVisibility({ checkVisibilityCSS: true }) : true) found.push(text);
  }
  return found;
}
"""

_LINKS_WITHOUT_ADDRESS = """
() => [...document.querySelectorAll("main .prose a[href^=http], main .sources a[href^=http]")]
  .filter((link) => link.checkVisibility() && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
  .map((link) => link.outerHTML)
"""

# Words of code that no visitor should meet: keys of words, field names, English sentences in the page's own text.
_WORDS_OF_ANOTHER_LANGUAGE = r"""
() => document.body.innerText.split("\n")
  .filter((line) => /\b(None|undefined|null|True|False|the|and|of)\b|\{\w+\}|\b\w+_\w+\b/.test(line) && !/[\w.+-]+@|https?:/.test(line))
  .filter((line) => ![...document.querySelectorAll("code")].some((code) => code.textContent.trim() === line.trim()))
  .filter((line) => !/\p{Script=Han}/u.test(line) || /\b(None|undefined|null)\b|\{\w+\}/.test(line))
"""


def _texts(page: Page) -> list[str]:
    texts: list[str] = page.evaluate(_TEXTS)
    return texts


def _large_text(page: Page) -> None:
    page.get_by_role("button", name="大字").click()


def _stay(page: Page) -> None:
    """Look at a page that leads on, instead of being led on."""

    def held(route) -> None:
        answer = route.fetch()
        body = answer.text()
        route.fulfill(response=answer, body=re.sub(r'<meta http-equiv="refresh"[^>]*>', "", body))

    page.route("**/old-*.html", held)

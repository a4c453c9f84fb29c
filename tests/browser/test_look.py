"""The look, held on a small site that shows every component in every state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import checks
from tests.browser.gallery import site

pytestmark = pytest.mark.browser
PAGES = ("index.html", "studio.html", "gallery.html", "sparse.html")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    return serve(site.build(tmp_path_factory.mktemp("gallery")))


@pytest.fixture(params=PAGES)
def shown(request: pytest.FixtureRequest, page: Page, gallery: str) -> Page:
    page.goto(gallery + request.param)
    return page


def test_nothing_scrolls_sideways_at_320_px_with_text_at_200_percent(shown: Page) -> None:
    checks.no_sideways_scroll(shown)


def test_nothing_scrolls_sideways_with_large_text(shown: Page) -> None:
    shown.click("button.text-size")
    checks.no_sideways_scroll(shown, text=1)


def test_order_of_reading_is_order_of_seeing_at_every_width(shown: Page) -> None:
    for width in (320, 390, 768, 1280):
        shown.set_viewport_size({"width": width, "height": 844})
        checks.dom_order(shown)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_focus_and_fields_stand_out(shown: Page, scheme: str) -> None:
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    checks.contrast(shown)
    checks.focus_visible(shown)


def test_targets_are_44_px(shown: Page) -> None:
    checks.targets(shown, 44)
    shown.set_viewport_size({"width": 1280, "height": 800})
    checks.targets(shown, 44)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(shown: Page, scheme: str) -> None:
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    checks.axe(shown)


@pytest.mark.parametrize("path", ["index.html", "studio.html", "sparse.html"])
def test_header_is_low_and_the_first_answer_high_on_a_phone(page: Page, gallery: str, path: str) -> None:
    page.goto(gallery + path)
    assert page.locator(".header").evaluate("e => e.offsetHeight") <= 120
    first = page.locator("main .card").first
    assert first.evaluate("e => e.getBoundingClientRect().top + 100") <= 700


def test_large_text_is_24_px_with_targets_of_60_and_is_remembered(page: Page, gallery: str) -> None:
    page.goto(gallery + "gallery.html")
    page.get_by_role("button", name="大字").click()
    page.reload()
    assert page.locator("html").get_attribute("data-text") == "large"
    assert page.get_by_role("button", name="大字", pressed=True).is_visible()
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"
    checks.targets(page, 60)
    checks.contrast(page)
    page.get_by_role("button", name="大字").click()
    page.goto(gallery + "index.html")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "17px"


def test_large_text_works_where_storage_is_refused(page: Page, gallery: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused'); }})"
    )
    page.goto(gallery + "index.html")
    page.get_by_role("button", name="大字").click()
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"


def test_without_scripts_there_is_no_button_that_does_nothing(chromium: Browser, gallery: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(gallery + "index.html")
    assert not page.get_by_role("button", name="大字").is_visible()
    assert page.get_by_role("link", name="找工作室").is_visible()
    context.close()


def test_print_leaves_out_what_cannot_be_pressed_and_writes_addresses(page: Page, gallery: str) -> None:
    page.goto(gallery + "gallery.html")
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".header nav", ".text-size", ".actions", ".crumbs", ".find", ".pagination", ".chips"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    after = page.locator(".sources a").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "https://example.org/2019" in after
    assert page.get_by_text("本页网址：https://example.org/studios/gallery.html").is_visible()
    checks.contrast(page)


def test_forced_colours_keep_shapes_fields_and_the_current_page(page: Page, gallery: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(gallery + "gallery.html")
    checks.contrast(page)
    checks.focus_visible(page)
    line = "e => [getComputedStyle(e).borderBottomColor, getComputedStyle(document.body).backgroundColor]"
    current, paper = page.locator(".header nav a[aria-current]").evaluate(line)
    assert current != paper
    other, paper = page.locator(".header nav a:not([aria-current])").first.evaluate(line)
    assert other == paper


def test_reduced_motion_stops_transitions(page: Page, gallery: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(gallery + "gallery.html")
    duration = "e => getComputedStyle(e).transitionDuration"
    page.locator(".button").first.hover()
    assert page.locator(".button").first.evaluate(duration) == "0s"
    page.emulate_media(reduced_motion="no-preference")
    assert page.locator(".button").first.evaluate(duration) != "0s"


def test_days_near_and_old_are_said_in_the_zone_of_the_site(page: Page, gallery: str) -> None:
    page.clock.set_fixed_time("2026-11-04T16:30:00Z")  # 5 November 00:30 in Shanghai
    page.goto(gallery + "studio.html")
    assert page.locator("time").first.inner_text() == "2026年11月3日 · 前天"
    page.goto(gallery + "sparse.html")
    assert page.get_by_text("距今约 7 年，情况可能有变。").is_visible()


def test_times_never_break(page: Page, gallery: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(gallery + "gallery.html")
    assert page.locator(".keep").first.evaluate("e => e.getClientRects().length") == 1

"""A page in Chromium that notices whatever goes wrong behind it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

ORIGIN = re.compile(r"http://127\.0\.0\.1(:\d+)?/|data:|blob:|about:")
PHONE: ViewportSize = {"width": 390, "height": 844}


@contextmanager
def watched(browser: Browser, *, viewport: ViewportSize = PHONE, expected: Sequence[str] = ()) -> Iterator[Page]:
    """A page as on a phone in China, in a fresh profile.

    Raises AssertionError at the end if it logged an error or a warning (a breach of the CSP is one), threw, or asked
    anyone but 127.0.0.1, unless a regular expression of `expected` is found in what was said.
    """
    wrong: list[str] = []
    context = browser.new_context(viewport=viewport, locale="zh-CN", timezone_id="Asia/Shanghai")

    def leaves(asked: Request) -> None:
        if not ORIGIN.match(asked.url):
            wrong.append(f"request off the origin: {asked.url}")

    context.on("request", leaves)

    def says(said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            wrong.append(f"{said.text} (on {said.page.url if said.page else 'a closed page'})")

    context.on("console", says)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.route(lambda url: not ORIGIN.match(url), lambda route: route.abort())
    try:
        yield context.new_page()
    finally:
        context.close()
    wrong = [text for text in wrong if not any(re.search(pattern, text) for pattern in expected)]
    assert not wrong, "\n".join(wrong)

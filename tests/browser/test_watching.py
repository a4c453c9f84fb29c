"""The page that forgives nothing: it must notice what it is there to notice."""

import re

import pytest

from tests.browser.watching import watched

pytestmark = pytest.mark.browser

SITE = {
    "index.html": "<!doctype html><title>t</title><link rel=icon href='data:,'><p>好",
    "error.html": "<!doctype html><link rel=icon href='data:,'><script src=throw.js></script>",
    "throw.js": "throw new Error('thrown on purpose')",
    "csp.html": "<!doctype html><link rel=icon href='data:,'>"
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src data:\"><script>1</script>",
    "away.html": "<!doctype html><link rel=icon href='data:,'><img src='http://away.invalid/x.png' alt=''>",
    "404.html": "<!doctype html><title>not here</title><link rel=icon href='data:,'>",
}


@pytest.fixture(scope="session")
def address(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name, text in SITE.items():
        (folder / name).write_text(text, "utf-8")
    return serve(folder)


def test_quiet_page_passes(page, address):
    answer = page.goto(address)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert page.inner_text("p") == "好"


@pytest.mark.says("thrown on purpose")
def test_thrown_error_is_seen(page, address):
    page.goto(f"{address}error.html")


@pytest.mark.says("404")
def test_missing_page_is_the_sites_own(page, address):
    answer = page.goto(f"{address}nowhere.html")
    assert answer.status == 404
    assert page.title() == "not here"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("error.html", "thrown on purpose"),
        ("csp.html", "Content Security Policy"),
        ("away.html", "request off the origin: http://away.invalid/x.png"),
        ("nowhere.html", "404"),
    ],
)
def test_faulty_page_fails_its_test(chromium, address, name, seen):
    with pytest.raises(AssertionError, match=re.escape(seen)), watched(chromium) as page:
        page.goto(f"{address}{name}")

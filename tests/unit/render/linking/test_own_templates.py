"""The project's own templates: all can be linked, and every page is what Jinja makes of it."""

import gc
from datetime import UTC, date, datetime

import pytest

from memberstudios.pipeline.check import Request, check_directory
from memberstudios.pipeline.kept import Kept
from memberstudios.pipeline.making import Workshop
from memberstudios.render.html import Templates
from memberstudios.sources.locales import read_words
from memberstudios.sources.tree import FolderTree
from tests.outputs import all_outputs
from tests.sites import ROOT

HOUSE = FolderTree(ROOT, ("templates", "assets", "locales"))


@pytest.fixture(scope="module")
def workshop(generated_records, tmp_path_factory):
    """What makes the pages of a directory in which every field is used, and those pages."""
    records = FolderTree(generated_records, ("data", "content"))
    request = Request(day=date(2026, 11, 25), instant=datetime(2026, 11, 25, tzinfo=UTC))
    directory = check_directory(records, request).directory
    words = read_words(HOUSE, "zh-Hans")
    made = Workshop(HOUSE, records, directory, words, Kept(tmp_path_factory.mktemp("kept")))
    return made, [output for output in all_outputs(directory, words) if output.maker == "html"]


def test_no_page_needs_jinja_itself_and_all_are_as_it_makes_them(workshop, monkeypatch):
    make, outputs = workshop[0].make, workshop[1]
    with monkeypatch.context() as patch:
        patch.setattr(Templates, "plain_page", None)
        linked = [make(output) for output in outputs]
    monkeypatch.setattr(Templates, "page", Templates.plain_page)
    differing = [output.path for output, data in zip(outputs, linked, strict=True) if make(output) != data]
    assert differing == []


def test_every_kind_of_page_is_among_them(workshop):
    extending = {path.name for path in (ROOT / "templates").glob("*.html")} - {"base.html"}
    assert {output.template for output in workshop[1]} == extending


def test_pages_leave_nothing_behind_for_the_collector(workshop):
    made, outputs = workshop
    for output in outputs:
        made.make(output)
    gc.collect()
    gc.disable()
    try:
        for output in outputs:
            made.make(output)
        assert gc.collect() == 0
    finally:
        gc.enable()

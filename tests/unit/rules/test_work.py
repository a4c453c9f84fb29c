"""What studios do stands in its order in time, and names no resident; asked anew when somebody it depends on changes."""

from datetime import UTC, date, datetime

import pytest

from memberstudios.pipeline.check import Request, check_directory
from memberstudios.pipeline.stored import Store
from memberstudios.sources.tree import MemoryTree

BASE = {
    "site": "title: 测试市\nbase_url: https://studios.example.org/\n",
    "studios": "- id: riverside\n  name: 滨江工作室\n",
}
NAMED = "- id: lamps\n  title: 路灯\n  result: 居民王惠英说，亮了。\n"
MEMBER = "- id: wang-huiying\n  name: 王惠英\n"


def checked(before=None, store=None, day="2026-09-02", **files):
    tree = MemoryTree({f"data/{name}.yaml": text.encode() for name, text in {**BASE, **files}.items()})
    instant = datetime(2026, 9, 2, tzinfo=UTC)
    return check_directory(tree, Request(day=date.fromisoformat(day), instant=instant), before, store)


def codes(**files):
    return [finding.diagnostic.code for finding in checked(**files).findings]


def topic(*steps):
    return "- id: lamps\n  title: 路灯\n  steps:\n" + "".join(f"    - {{{step}}}\n" for step in steps)


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        ("2026-03-20", "2026-03-19", ["topic-steps-disordered"]),
        ("2026-03", "2026-02-28", ["topic-steps-disordered"]),
        ("2026-03", "2026-03-01", []),
        ("2026-03-20", "2026-03", []),
        ("2026-03-20", "2026", []),
        ("2026", "2025", ["topic-steps-disordered"]),
    ],
)
def test_a_step_is_out_of_order_only_where_it_is_certainly_earlier(earlier, later, found):
    assert codes(topics=topic(f"date: {earlier}, state: raised", f"date: {later}, state: accepted")) == found


def test_a_step_without_a_date_does_not_hide_the_order_of_those_around_it():
    steps = ("date: 2026-03-20, state: raised", "state: accepted", "date: 2026-03-01, state: discussed")
    assert codes(topics=topic(*steps)) == ["topic-steps-disordered"]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("resolved", "raised", []),
        ("closed", "accepted", []),
        ("closed", "resolved", ["topic-step-backwards"]),
        ("resolved", "discussed", ["topic-step-backwards"]),
        ("proposed", "raised", ["topic-step-backwards"]),
        ("accepted", "accepted", []),
    ],
)
def test_only_what_has_ended_begins_anew(before, after, found):
    assert codes(topics=topic(f"state: {before}", f"state: {after}")) == found


def test_what_was_done_can_have_been_done_on_the_day_itself():
    activities = "- id: talk\n  title: 讲座\n  date: {day}\n"
    assert codes(activities=activities.format(day="2026-09-02")) == []
    assert codes(activities=activities.format(day="2026-09")) == []
    assert codes(activities=activities.format(day="2026-09-03")) == ["activity-done-in-future"]


def test_an_activity_is_checked_again_on_another_day():
    activities = "- id: talk\n  title: 讲座\n  date: 2026-09-10\n"
    store = Store()
    later = checked(store=store, activities=activities, day="2026-09-12")
    assert not later.findings
    (found,) = checked(later.after, store, activities=activities).findings
    assert found.diagnostic.code == "activity-done-in-future"


def test_a_series_of_an_activity_that_could_not_be_read_is_not_blamed():
    series = "- id: walks\n  title: 走访\n"
    assert codes(series=series) == ["series-without-activities"]
    assert codes(series=series, activities="- id: walk\n  date: 2026-03-01\n  series: walks\n") == ["required-field"]


def test_a_figure_whose_part_is_in_a_circle_is_not_itself_in_one():
    figure = (
        "- {{id: {id}, studio: riverside, measure: activities, quantity: {{value: 1}}, parts: [{part}], sources: s}}\n"
    )
    texts = "".join(figure.format(id=id_, part=part) for id_, part in (("a", "b"), ("b", "c"), ("c", "b")))
    found = checked(figures=texts, sources="- {id: s, title: 报道}\n").findings
    assert [(one.diagnostic.code, one.place.line) for one in found] == [("figure-parts-circle", 2)]


def test_a_member_is_no_resident_until_the_member_is_gone():
    store = Store()
    known = checked(store=store, topics=NAMED, members=MEMBER)
    assert not known.findings
    (found,) = checked(known.after, store, topics=NAMED).findings
    assert found.diagnostic.code == "resident-named"


def test_a_studio_may_bear_a_name():
    topics = NAMED + "  studios: riverside\n"
    assert codes(topics=topics, studios="- id: riverside\n  name: 王惠英工作室\n") == []


def test_no_report_repeats_the_name_of_a_resident():
    step = "date: 2027-03-01, state: raised, text: 居民王惠英说，灯坏了。"
    found = checked(topics=topic(step)).findings
    assert [one.diagnostic.code for one in found] == ["topic-step-in-future", "resident-named"]
    for finding in found:
        shown = [*finding.diagnostic.values.values(), finding.place.excerpt]
        assert not any("王惠英" in text for text in shown)

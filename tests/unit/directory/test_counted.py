from datetime import date

import pytest

from memberstudios.base.dates import PartialDate
from memberstudios.directory.counted import Period, Subject, Verdict, counts, dated, period_of, sum_of, verdict, year
from memberstudios.directory.facts import activity_facts, studio_facts, topic_facts
from memberstudios.records.shared import Quantity, Span
from memberstudios.records.studio import Seat, Studio
from memberstudios.records.work import Activity, Figure, Proposal, Topic, TopicStep

DAY = date(2026, 11, 25)


def day(text):
    return PartialDate.parse(text)


def figure(**values):
    return Figure(id="f", division="d", measure="activities", quantity=Quantity(value=1), **values)


def counted(subject, measure, period=None):
    found = counts(subject, measure, period, DAY)
    assert found is not None
    return found


def studios(*given):
    return Subject(
        studios=tuple(studio_facts(Studio(id=f"s{at}", name="工作室", **values)) for at, values in enumerate(given))
    )


@pytest.mark.parametrize(
    ("written", "counted", "unclear"),
    [("2026-03-05", 1, 0), ("2026-03", 1, 0), ("2026", 0, 1), ("2026-01-31", 0, 0), ("2026-04-01", 0, 0), (None, 0, 1)],
)
def test_date_counts_only_where_all_of_it_lies_in_the_period(written, counted, unclear):
    found = dated([("a", day(written) if written else None)], Period(date(2026, 2, 1), date(2026, 3, 31)))
    assert (found.value, found.unclear) == (counted, unclear)


def test_period_without_a_beginning_reaches_back_to_the_first_record():
    found = dated([("a", day("1999")), ("b", day("2026-12-01"))], Period(None, date(2026, 3, 31)))
    assert found.ids == ("a",)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"period": Span(from_=day("2026-01"), to=day("2026-10"))}, Period(date(2026, 1, 1), date(2026, 10, 31))),
        ({"period": Span(to=day("2026"))}, Period(None, date(2026, 12, 31))),
        ({"period": Span(from_=day("2020"), raw="去年以来"), "as_of": day("2021-05-26")}, Period(date(2020, 1, 1), date(2021, 5, 26))),
        ({"period": Span(from_=day("2020"))}, None),
        ({"period": Span(raw="半年来"), "as_of": day("2019-12-29")}, None),
        ({"as_of": day("2019-12-29")}, None),
    ],
)  # fmt: skip
def test_only_a_period_whose_end_is_known_can_be_counted(values, expected):
    assert period_of(figure(**values)) == expected


def test_studios_stations_and_contact_points_are_not_mixed():
    subject = studios(
        {},
        {"form": "reception-room", "status": "suspended"},
        {"status": "building"},
        {"status": "closed"},
        {"form": "work-station"},
        {"form": "contact-point"},
        {"form": "contact-station"},
    )
    found = {name: counted(subject, name).ids for name in ("studios", "stations", "contact-points")}
    assert found == {"studios": ("s0", "s1"), "stations": ("s4",), "contact-points": ("s5",)}
    assert counted(subject, "studios-building").ids == ("s2",)


def test_member_with_two_seats_is_one_and_a_seat_that_ended_is_none():
    seats = (Seat(member="a"), Seat(member="a"), Seat(member="b", to=day("2025")), Seat(member="c", from_=day("2026")))
    assert counted(Subject(seats=seats), "members").ids == ("a", "c")


def test_what_is_planned_or_cancelled_is_no_activity_that_was_held():
    given = (
        Activity(id="done", title="甲", date=day("2026-01-02"), kind="consultation"),
        Activity(id="planned", title="乙", date=day("2026-01-02"), state="planned"),
        Activity(id="cancelled", title="丙", date=day("2026-01-02"), state="cancelled"),
        Activity(id="undated", title="丁"),
    )
    subject = Subject(activities=tuple(map(activity_facts, given)))
    found = counted(subject, "activities", year(2026))
    assert (found.ids, found.unclear) == (("done",), 1)
    assert counted(subject, "consultations", year(2026)).ids == ("done",)
    assert counts(subject, "activities", None, DAY) is None


@pytest.mark.parametrize(
    ("topic", "is_solved", "solved"),
    [
        ({"state": "resolved"}, True, None),
        ({"steps": (TopicStep(state="resolved", date=day("2026-05")),)}, True, day("2026-05")),
        ({"steps": (TopicStep(state="resolved", date=day("2026-05")), TopicStep(state="closed"))}, True, day("2026-05")),
        ({"state": "closed"}, False, None),
        ({"steps": (TopicStep(state="resolved", date=day("2026-05")), TopicStep(state="discussed"))}, False, None),
    ],
)  # fmt: skip
def test_topic_is_solved_that_was_resolved_and_not_taken_up_again(topic, is_solved, solved):
    found = topic_facts(Topic(id="t", title="事", **topic))
    assert (found.is_solved, found.solved) == (is_solved, solved)


def test_each_day_of_a_proposal_counts_in_its_own_year():
    proposal = Proposal(
        title="提案", filed_on=day("2025-12-30"), case_opened=day("2026-01-05"), answered_on=day("2026")
    )
    subject = Subject(topics=(topic_facts(Topic(id="t", title="事", proposal=proposal)),))
    names = ("proposals", "proposals-opened", "proposals-answered")
    assert [counted(subject, name, year(2025)).value for name in names] == [1, 0, 0]
    assert [counted(subject, name, year(2026)).value for name in names] == [0, 1, 1]


@pytest.mark.parametrize("measure", ["views", "receptions", "suggestions", "contacts", "other"])
def test_measure_that_records_do_not_count_is_not_compared(measure):
    assert counts(Subject(), measure, year(2026), DAY) is None


@pytest.mark.parametrize(
    ("bound", "value", "expected"),
    [
        ("exact", 300, Verdict("agrees")),
        ("exact", 308, Verdict("more", 8)),
        ("exact", 299, Verdict("fewer", 1)),
        ("over", 301, Verdict("agrees")),
        ("over", 300, Verdict("short")),
        ("near", 290, Verdict("rough")),
        ("about", 300, Verdict("rough")),
    ],
)
def test_over_300_is_more_than_300_and_what_is_rough_has_no_difference(bound, value, expected):
    assert verdict(Quantity(value=300, bound=bound), value) == expected


def test_decimal_parts_add_up_as_people_add_them():
    assert sum_of([Quantity(value=0.1), Quantity(value=0.2)]) == 0.3
    assert sum_of([Quantity(value=0.1), Quantity(value=0.2, bound="over")]) is None

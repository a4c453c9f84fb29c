"""Days off as published, corrected by hand, and not guessed."""

from datetime import date

import pytest

from memberstudios.base.workdays import Unpublished, WorkCalendar

PUBLISHED = WorkCalendar()


@pytest.mark.parametrize(
    ("day", "is_holiday", "is_workday", "is_make_up"),
    [
        (date(2026, 2, 17), True, False, False),  # Spring Festival
        (date(2026, 2, 14), False, True, True),  # a Saturday on which people work
        (date(2026, 2, 28), False, True, True),
        (date(2026, 5, 9), False, True, True),
        (date(2026, 10, 7), True, False, False),  # National Day
        (date(2026, 10, 10), False, True, True),
        (date(2026, 11, 28), False, False, False),  # an ordinary Saturday is no holiday
        (date(2026, 11, 27), False, True, False),
    ],
)
def test_days_of_2026_are_as_the_state_council_published_them(
    day: date, is_holiday: bool, is_workday: bool, is_make_up: bool
) -> None:
    found = PUBLISHED.is_holiday(day), PUBLISHED.is_workday(day), PUBLISHED.is_make_up(day)
    assert found == (is_holiday, is_workday, is_make_up)


def test_the_next_workday_passes_over_a_holiday_and_counts_a_make_up_weekend() -> None:
    assert PUBLISHED.next_workday(date(2026, 10, 7), 1) == date(2026, 10, 8)
    assert PUBLISHED.next_workday(date(2026, 2, 15), -1) == date(2026, 2, 14)


def test_a_year_that_is_not_published_is_not_guessed() -> None:
    for ask in (PUBLISHED.is_holiday, PUBLISHED.is_workday):
        with pytest.raises(Unpublished):
            ask(date(2031, 1, 1))
    with pytest.raises(Unpublished):
        PUBLISHED.next_workday(date(2026, 12, 31), 1)


def test_a_year_given_by_hand_is_known_from_its_new_years_day_on() -> None:
    only_one = WorkCalendar.corrected([date(2031, 5, 1)], [])
    with pytest.raises(Unpublished):
        only_one.is_holiday(date(2031, 6, 2))
    whole = WorkCalendar.corrected([date(2031, 1, 1), date(2031, 5, 1)], [date(2031, 5, 10)])
    assert whole.is_holiday(date(2031, 5, 1))
    assert not whole.is_holiday(date(2031, 6, 2))
    assert whole.is_make_up(date(2031, 5, 10))


def test_corrections_win_over_what_was_published() -> None:
    corrected = WorkCalendar.corrected([date(2026, 10, 8)], [date(2026, 10, 7)])
    assert corrected.is_holiday(date(2026, 10, 8))
    assert corrected.is_workday(date(2026, 10, 7))

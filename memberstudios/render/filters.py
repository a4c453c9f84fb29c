"""How values are written on a page: dates, numbers, quantities and times, in the site's language."""

from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup

from memberstudios.base.dates import PartialDate
from memberstudios.render.linked import linked_data
from memberstudios.render.quantities import number_text, quantity_text
from memberstudios.words import Words


def filters(words: Words) -> dict[str, Callable[..., Any]]:
    """The filters of the templates, by name."""

    def date(value: PartialDate) -> str:
        """2019年5月12日, with the precision that was written."""
        if value.day is not None:
            return words("format.date_day", year=value.year, month=value.month, day=value.day)
        if value.month is not None:
            return words("format.date_month", year=value.year, month=value.month)
        return words("format.date_year", year=value.year)

    def times(opens: str, closes: str) -> Markup:
        """9:00 至 11:30, which never breaks at the end of a line."""
        text = words("format.times", opens=_clock(opens), closes=_clock(closes))
        return Markup('<span class="keep">{}</span>').format(text)

    return {
        "date": date,
        "linked_data": linked_data,
        "number": number_text,
        "quantity": partial(quantity_text, words),
        "times": times,
    }


def _clock(time: str) -> str:
    return time.removeprefix("0")

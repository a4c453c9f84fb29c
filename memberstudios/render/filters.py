"""How values are written on a page: dates, numbers, quantities and times, in the site's language."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from memberstudios.base.dates import PartialDate
from memberstudios.records.shared import Quantity
from memberstudios.render.linked import linked_data
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

    def number(value: float) -> str:
        """Thousands separated; no decimals where there are none."""
        return f"{value:,.0f}" if value == int(value) else f"{value:,}"

    def quantity(value: Quantity) -> str:
        """As the source wrote it, else the number with its bound and unit."""
        if value.raw is not None:
            return value.raw
        plain = words(f"format.bound_{value.bound}", number=number(value.value))
        return plain + (value.unit or "")

    def times(opens: str, closes: str) -> Markup:
        """9:00 至 11:30, which never breaks at the end of a line."""
        text = words("format.times", opens=_clock(opens), closes=_clock(closes))
        return Markup('<span class="keep">{}</span>').format(text)

    return {"date": date, "linked_data": linked_data, "number": number, "quantity": quantity, "times": times}


def _clock(time: str) -> str:
    return time.removeprefix("0")

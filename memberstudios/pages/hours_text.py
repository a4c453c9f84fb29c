"""Opening hours in words: a sentence for the answer, rows for a table. Knows no day but the days of a week."""

from memberstudios.base.dataclass import dataclass
from memberstudios.base.opening_hours import OpeningHours
from memberstudios.pages.days import days_text
from memberstudios.records.studio import Studio
from memberstudios.words import Words

Spans = tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """Days with the same hours, both in words: 周一至周五, 9:00 至 12:00、14:30 至 17:30."""

    days: str
    times: str


def hours_rows(words: Words, hours: OpeningHours) -> tuple[HoursRow, ...]:
    """The week in the order of its days; days that are not stated have no row."""
    rows: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans is not None:
            rows.setdefault(spans, []).append(day)
    return tuple(HoursRow(days=days_text(words, days), times=_spans(words, spans)) for spans, days in rows.items())


def hours_sentence(words: Words, hours: OpeningHours) -> str:
    """周一至周五 9:00 至 12:00；周六不开门."""
    rows = (words("hours_text.row", days=row.days, times=row.times) for row in hours_rows(words, hours))
    return words("hours_text.row_separator").join(rows)


def hours_told(words: Words, studio: Studio) -> str:
    """When a studio is open: in words, else as the office writes it, or empty."""
    return hours_sentence(words, studio.hours) if studio.hours is not None else studio.hours_text or ""


def times_text(words: Words, opens: str, closes: str) -> str:
    """9:00 至 11:30, with spaces that never break."""
    text = words("format.times", opens=opens.removeprefix("0"), closes=closes.removeprefix("0"))
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _spans(words: Words, spans: Spans) -> str:
    if not spans:
        return words("hours_text.closed")
    return words("days.separator").join(times_text(words, opens, closes) for opens, closes in spans)

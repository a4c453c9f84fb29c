"""Duty rules of every kind, each with exceptions on days that the rule really has.

Knows nothing of studios but the ids of the members who take turns.
"""

from calendar import FRIDAY, WEDNESDAY, monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from benchmarks.fiction.chance import ANCHOR, Chance
from benchmarks.fiction.yaml_text import Record, Value

_WEEKDAYS = ("MO", "TU", "WE", "TH")
_HOLIDAYS = ("skip", "keep", "shift_next_workday", "shift_previous_workday")
_MORNINGS = (("09:00", "11:30"), ("09:30", "11:30"), ("09:00", "12:00"))
_AFTERNOON = ("14:30", "17:00")
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_REASONS = {
    "move": ("会议", "防汛值守", "会场借给考场"),
    "cancel": ("停电", "房屋检修", "道路施工"),
    "swap": ("出差", "换班", "陪同调研"),
}


def duty_rules(kind: int, members: Sequence[str], chance: Chance) -> list[Record]:
    """The rules of one studio; `kind` goes through every way to write one."""
    rules = [_KINDS[kind % len(_KINDS)](chance)]
    current = rules[0]
    current["on_holiday"] = _HOLIDAYS[(kind + kind // 6) % len(_HOLIDAYS)]
    if kind % 5 == 4 or current["id"] == "twice-a-week":  # two shifted ones may meet on one day
        del current["on_holiday"]
    if len(members) > 1:
        current["rotation"] = _rotation(kind, members)
    exceptions = _exceptions(current, kind, members, chance)
    if exceptions:
        current["exceptions"] = exceptions
    if kind % 6 == 3:
        rules.insert(0, _former(chance))
    return rules


def _weekly(chance: Chance) -> Record:
    """Never on Thursdays: before eight days off, the shifted session of one week meets that of the week before."""
    weekday = chance.number(0, 2)
    return _rule(
        "weekly", _on_weekday(date(2026, 3, 2), weekday), "weekly", 1, {"by_day": [_WEEKDAYS[weekday]]}, chance
    )


def _twice_a_week(chance: Chance) -> Record:
    return _rule("twice-a-week", date(2026, 3, 2), "weekly", 1, {"by_day": ["MO", "TH"]}, chance)


def _every_other_week(chance: Chance) -> Record:
    weekday = chance.number(0, 3)
    return _rule(
        "every-other-week",
        _on_weekday(date(2026, 3, 2), weekday),
        "weekly",
        2,
        {"by_day": [_WEEKDAYS[weekday]]},
        chance,
    )


def _second_wednesday(chance: Chance) -> Record:
    return _rule("second-wednesday", date(2026, 3, 11), "monthly", 1, {"by_day": ["2WE"]}, chance)


def _last_friday(chance: Chance) -> Record:
    return _rule("last-friday", date(2026, 3, 27), "monthly", 1, {"by_day": ["-1FR"]}, chance)


def _month_days(chance: Chance) -> Record:
    rule = _rule("month-days", date(2026, 3, 10), "monthly", 1, {"by_month_day": ["10", "20"]}, chance)
    rule["ends"] = "2027-12-31"
    return rule


_KINDS: tuple[Callable[[Chance], Record], ...] = (
    _weekly,
    _second_wednesday,
    _every_other_week,
    _month_days,
    _twice_a_week,
    _last_friday,
)


def _rule(name: str, starts: date, freq: str, interval: int, days: dict[str, Value], chance: Chance) -> Record:
    opens_at, closes_at = chance.pick(_MORNINGS)
    rule: Record = {"id": name, "starts": starts.isoformat(), "freq": freq, "interval": str(interval)}
    return rule | days | {"opens_at": opens_at, "closes_at": closes_at}


def _former(chance: Chance) -> Record:
    """A rule that was changed: it ended, and a new id began."""
    rule = _rule("until-2025", date(2024, 9, 2), "weekly", 1, {"by_day": ["MO"]}, chance)
    opens_at, closes_at = _AFTERNOON
    return rule | {"ends": "2025-12-31", "opens_at": opens_at, "closes_at": closes_at}


def _rotation(kind: int, members: Sequence[str]) -> Record:
    rotation: Record = {"members": list(members)}
    if len(members) > 2 and kind % 2:
        rotation["per_session"] = "2"
    if kind % 3 == 0:
        rotation["starts_with"] = members[-1]
    return rotation


def _exceptions(rule: Record, kind: int, members: Sequence[str], chance: Chance) -> list[Value]:
    """Up to three, in the order they were announced, all of them before the anchor day."""
    actions = ((), ("move",), ("cancel",), ("move", "cancel"), ("swap",), ("move", "cancel", "swap"))[
        (kind + kind // 6) % 6
    ]
    days = _nominal_days(rule)
    step = max(1, len(days) // 3)
    exceptions: list[Value] = []
    for day, action in zip(days[::step], actions, strict=False):
        if action == "swap" and len(members) < 2:
            continue
        announced = min(day - timedelta(days=chance.number(2, 9)), ANCHOR - timedelta(days=4 - len(exceptions)))
        exception: Record = {"announced": announced.isoformat(), "date": day.isoformat(), "action": action}
        if action == "move":
            exception |= {
                "to": (day + (_DAY if day.weekday() < FRIDAY else -_DAY)).isoformat(),
                "opens_at": _AFTERNOON[0],
                "closes_at": _AFTERNOON[1],
            }
        if action == "swap":
            exception["members"] = _stand_in(rule, members)
        exceptions.append(exception | {"reason": chance.pick(_REASONS[action])})
    return exceptions


def _stand_in(rule: Record, members: Sequence[str]) -> list[Value]:
    rotation = rule.get("rotation")
    both = isinstance(rotation, dict) and "per_session" in rotation
    return [members[1], members[0]] if both else [members[1]]


def _nominal_days(rule: Record) -> list[date]:
    """Days of the rule around the anchor day, all on one weekday, so that the day after is free."""
    first, last = date(2026, 10, 12), date(2027, 1, 31)
    if "by_month_day" in rule:
        return [date(2026, 10, 20), date(2026, 11, 10), date(2026, 12, 10)]
    if rule["freq"] == "monthly":
        months = ((2026, 10), (2026, 11), (2026, 12))
        return [
            _second(WEDNESDAY, *month) if rule["id"] == "second-wednesday" else _last(FRIDAY, *month)
            for month in months
        ]
    step = _WEEK * int(str(rule["interval"]))
    day = date.fromisoformat(str(rule["starts"]))
    days = []
    while day <= last:
        if day >= first:
            days.append(day)
        day += step
    return days


def _second(weekday: int, year: int, month: int) -> date:
    return _on_weekday(date(year, month, 8), weekday)


def _last(weekday: int, year: int, month: int) -> date:
    return _on_weekday(date(year, month, monthrange(year, month)[1] - 6), weekday)


def _on_weekday(day: date, weekday: int) -> date:
    """The first such weekday from that day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)

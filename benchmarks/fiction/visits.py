"""What a visit to a studio is like: hours, duty, who is there, what one can come for, and how to get in."""

from collections.abc import Sequence
from datetime import date

from benchmarks.fiction.chance import Chance
from benchmarks.fiction.country import Country
from benchmarks.fiction.duty import duty_rules
from benchmarks.fiction.people import leaves, members_of, person
from benchmarks.fiction.words import DUTY_TEXTS, HOURS_TEXTS, SERVICES
from benchmarks.fiction.yaml_text import Record, Value

_ROLES = ("convenor", "deputy", "member", "member")
_HOURS = (
    "Mo-Fr 08:30-12:00,14:00-17:30",
    "Mo-Fr 09:00-12:00,14:30-17:30; Sa off",
    "Mo-Su 09:00-12:00,14:00-17:30",
    "Mo-Fr 08:00-18:00",
)
_VISITS = ("regular", "appointment-preferred", "appointment-required")
_ANSWERS = ("yes", "no", "partly")


def visiting(country: Country, number: int, *, open_now: bool, online: bool, chance: Chance) -> Record:
    """The fields of a studio that a visitor needs."""
    ids = [person(country, member).id for member in members_of(number)]
    record: Record = {}
    if open_now:
        record |= _times(number, [person(country, one).id for one in members_of(number) if not leaves(one)], chance)
    record |= _people(country, number, ids, chance)
    record["services"] = _services(number, ids, chance)
    if not online:
        record["access"] = {
            "step_free": _ANSWERS[number % 3],
            "toilet": _ANSWERS[number // 3 % 3],
            "parking": _ANSWERS[number // 9 % 3],
            "hearing_loop": _ANSWERS[(number + 1) % 3],
            "sign_language": _ANSWERS[(number + 2) % 3],
        }
    return record


def _times(number: int, ids: Sequence[str], chance: Chance) -> Record:
    """Most open studios have a rota of those who stay; some say it in words; some have no fixed time."""
    if number % 10 == 4:
        return {"visit": "no-fixed-time", "duty_text": chance.pick(DUTY_TEXTS)}
    if number % 10 == 9:
        return {"hours_text": chance.pick(HOURS_TEXTS), "visit": "regular", "duty_text": chance.pick(DUTY_TEXTS)}
    record: Record = {"hours": chance.pick(_HOURS), "visit": _VISITS[number % len(_VISITS)]}
    record["duty"] = list[Value](duty_rules(number, ids, chance))
    return record


def _people(country: Country, number: int, ids: Sequence[str], chance: Chance) -> Record:
    seats: list[Value] = []
    for order, member in enumerate(ids):
        since = chance.day(date(2023, 6, 1), date(2024, 8, 31))
        seats.append({"member": member, "role": _ROLES[order], "from": f"{since:%Y-%m}"})
    if number % 4 == 1:
        before = person(country, members_of(number - 1)[0]).id
        seats.append(
            {"member": before, "role": ("adviser", "liaison")[number // 4 % 2], "from": "2024", "to": "2025-12"}
        )
    record: Record = {"members": seats}
    if number % 4 == 0:
        count = chance.number(6, 18)
        record["member_count"] = {"value": str(count), "bound": "exact", "unit": "名", "raw": f"{count}名"}
    return record


def _services(number: int, ids: Sequence[str], chance: Chance) -> list[Value]:
    services: list[Value] = []
    for step in range(3):
        name, matter, summary = SERVICES[(number + step * 3) % len(SERVICES)]
        service: Record = {"name": name, "matter": matter, "summary": summary}
        if step == 0:
            service["how"] = chance.pick(
                ("直接来，先登记后面谈。", "先打电话约时间，带上有关材料。", "网上留言，两个工作日内回话。")
            )
            service["members"] = [ids[0]]
            service["languages"] = ["普通话", "本地话"]
        services.append(service)
    return services

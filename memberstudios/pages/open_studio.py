"""What of a studio is open data: fields by name, as plain values. An allow-list: what is not named here stays inside.

Never here: notes, addresses that are not public, members who did not consent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Final

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.studio import Service, Studio

_SIMPLE: Final = (
    "id", "name", "short_name", "aliases", "brand", "former_ids", "form", "base", "level", "status", "owner", "host",
    "backers", "parent", "special_committee", "division", "serves", "sectors", "venue", "phone", "email",
    "contact_text", "links", "channels", "hours_text", "visit", "duty_text", "established", "approved", "unveiled",
    "closed_on", "member_count", "access", "summary", "description", "compliance", "honors", "assured_date", "sources",
)  # fmt: skip
_AT_THE_DOOR: Final = ("address", "directions")


def open_studio(directory: Directory, studio: Studio) -> Mapping[str, Any]:
    """The public fields of a studio that are known; ids stay ids, a position is WGS-84 with its precision."""
    names = (*_SIMPLE, *(_AT_THE_DOOR if studio.address_public else ()))
    known = ((name, getattr(studio, name)) for name in names)
    found = {name: plain(value) for name, value in known if value is not None and value != ()}
    if studio.hours is not None:
        found["hours"] = studio.hours.written
    found["services"] = [_service(directory, service) for service in studio.services]
    found["duty"] = [_rule(rule) for rule in studio.duty]
    found["members"] = [
        plain({"member": seat.member, "role": seat.role, "from": seat.from_, "to": seat.to})
        for seat in studio.members
        if _public(directory, (seat.member,)) and directory.sits(seat.from_, seat.to)
    ]
    placed = directory.place_of(studio)
    if placed is not None:
        position = placed.position
        found["location"] = {
            "lat": position.lat, "lng": position.lng, "system": "wgs84", "precision": placed.precision
        }  # fmt: skip
    return {name: value for name, value in found.items() if value not in ([], {})}


def plain(value: Any) -> Any:
    """Records as mappings, tuples as lists, dates as they were written; what is not known is left out.

    Some forty values a studio pass here, so the commonest kinds come first.
    """
    kind = type(value)
    if kind is str or kind is bool or kind is int or value is None:
        return value
    if kind is PartialDate:
        return str(value)
    if kind is tuple or kind is list:
        return [plain(inner) for inner in value]
    if kind is dict:
        return {key: plain(inner) for key, inner in value.items() if inner is not None and inner != ()}
    if kind is float:
        return int(value) if value.is_integer() else value
    members = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: plain(inner) for name, inner in members if inner is not None and inner != ()}


def _public(directory: Directory, ids: Iterable[str]) -> list[str]:
    return [id_ for id_ in ids if (member := directory.members.get(id_)) is not None and directory.is_public(member)]


def _service(directory: Directory, service: Service) -> Mapping[str, Any]:
    told: Mapping[str, Any] = plain(
        {
            "name": service.name,
            "matter": service.matter,
            "summary": service.summary,
            "how": service.how,
            "members": tuple(_public(directory, service.members)),
            "languages": service.languages,
        }
    )
    return told


def _rule(rule: DutyRule) -> Mapping[str, Any]:
    """A duty rule without its rotation, which would tell who sits there when."""
    told: Mapping[str, Any] = plain(
        {
            "id": rule.id,
            "starts": rule.starts,
            "ends": rule.ends,
            "freq": rule.freq,
            "interval": rule.interval,
            "by_day": rule.by_day,
            "by_month_day": rule.by_month_day,
            "opens_at": rule.opens_at,
            "closes_at": rule.closes_at,
            "on_holiday": rule.on_holiday,
            "exceptions": tuple(_exception(e) for e in rule.exceptions if e.action != "swap"),
        }
    )
    return told


def _exception(exception: DutyException) -> Mapping[str, Any]:
    return {
        "announced": exception.announced,
        "date": exception.date,
        "action": exception.action,
        "to": exception.to,
        "opens_at": exception.opens_at,
        "closes_at": exception.closes_at,
        "reason": exception.reason,
    }

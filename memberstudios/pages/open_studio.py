"""What of a studio is open data: fields by name, as plain values. An allow-list: what is not named here stays inside.

Never here: notes, addresses that are not public, members who did not consent, what names a record that has not begun.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from memberstudios.directory.directory import Directory
from memberstudios.pages.open_kinds import PARTS, chosen
from memberstudios.pages.open_record import open_fields, plain
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.structure import Field
from memberstudios.records.studio import Compliance, Seat, Service, Studio

SIMPLE: Final = (
    "id", "name", "short_name", "aliases", "brand", "former_ids", "form", "base", "level", "status", "venue", "phone",
    "email", "contact_text", "links", "channels", "hours_text", "visit", "duty_text", "established", "approved",
    "unveiled", "closed_on", "member_count", "access", "summary", "description", "honors", "assured_date",
)  # fmt: skip
"""Fields that stand in the file as they are."""
NAMING: Final = (
    "owner", "host", "backers", "parent", "replaced_by", "special_committee", "division", "serves", "sectors", "sources",
)  # fmt: skip
"""Fields that name other records."""
AT_THE_DOOR: Final = ("address", "directions")
"""Only of a studio whose address is public."""
MADE: Final = ("hours", "services", "duty", "members", "compliance", "location")
"""Fields that stand there in another form than in the record."""
RULE: Final = (
    "id", "starts", "ends", "freq", "interval", "by_day", "by_month_day", "opens_at", "closes_at", "on_holiday",
    "exceptions",
)  # fmt: skip
"""A duty rule without its rotation, which would tell who sits there when."""
EXCEPTION: Final = ("announced", "date", "action", "to", "opens_at", "closes_at", "reason")
"""An exception without the members whom a swap names."""
_SERVICE: Final = chosen(Service, PARTS[Service])
_CLAIM: Final = chosen(Compliance, PARTS[Compliance])
_SEAT: Final = chosen(Seat, PARTS[Seat])
_NAMING: Final = chosen(Studio, NAMING)


def open_studio(directory: Directory, studio: Studio) -> dict[str, Any]:
    """The public fields of a studio that are known; ids stay ids, a position is WGS-84 with its precision."""
    names = (*SIMPLE, *(AT_THE_DOOR if studio.address_public else ()))
    simple = ((name, getattr(studio, name)) for name in names)
    found = {name: plain(value) for name, value in simple if value is not None and value != ()}
    found |= open_fields(directory, _NAMING, studio)
    if studio.hours is not None:
        found["hours"] = studio.hours.written
    found["services"] = _parts(directory, _SERVICE, studio.services)
    found["duty"] = [_rule(rule) for rule in studio.duty]
    found["compliance"] = [claim for claim in _parts(directory, _CLAIM, studio.compliance) if "framework" in claim]
    found["members"] = open_seats(directory, (seat for seat in studio.members if directory.sits(seat.from_, seat.to)))
    placed = directory.place_of(studio)
    if placed is not None:
        position = placed.position
        found["location"] = {
            "lat": position.lat, "lng": position.lng, "system": "wgs84", "precision": placed.precision
        }  # fmt: skip
    return {name: value for name, value in found.items() if value not in ([], {})}


def open_seats(directory: Directory, seats: Iterable[Seat]) -> list[dict[str, Any]]:
    """The seats of members who agreed."""
    return [seat for seat in _parts(directory, _SEAT, seats) if "member" in seat]


def _parts(directory: Directory, wanted: tuple[Field, ...], parts: Iterable[Any]) -> list[dict[str, Any]]:
    return [open_fields(directory, wanted, part) for part in parts]


def _rule(rule: DutyRule) -> Mapping[str, Any]:
    told = {name: getattr(rule, name) for name in RULE if name != "exceptions"}
    told["exceptions"] = tuple(_exception(one) for one in rule.exceptions if one.action != "swap")
    found: Mapping[str, Any] = plain(told)
    return found


def _exception(exception: DutyException) -> Mapping[str, Any]:
    return {name: getattr(exception, name) for name in EXCEPTION}

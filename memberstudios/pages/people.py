"""People as pages show them: beside a studio a name and a role; more only of those who agreed to it."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.pictures import thumbnail
from memberstudios.records.bodies import Member
from memberstudios.records.studio import Seat
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """`role` is 召集人 · 教育界; `path` and `photo` are empty without consent."""

    name: str
    role: str
    path: str
    photo: str


def seated(directory: Directory, words: Words, seats: Iterable[Seat]) -> tuple[PersonView, ...]:
    """Those who sit in a studio now, conveners first; whose seat or term is over is left out."""
    current = [seat for seat in seats if holds(directory, seat)]
    current.sort(key=lambda seat: ("convenor", "deputy", "member", "liaison", "adviser").index(seat.role))
    return tuple(
        _person(directory, directory.members[seat.member], words(f"choices.role.{seat.role}")) for seat in current
    )


def holds(directory: Directory, seat: Seat) -> bool:
    """Whether a seat and its member's term include this day."""
    return in_office(directory, seat.member) and directory.sits(seat.from_, seat.to)


def in_office(directory: Directory, id_: str) -> bool:
    """Whether a member's term includes this day."""
    member = directory.members.get(id_)
    return member is not None and directory.sits(member.from_, member.to)


def public_people(directory: Directory, ids: Iterable[str]) -> tuple[PersonView, ...]:
    """The members of `ids` who agreed to be shown, with their sectors."""
    known = (directory.members[id_] for id_ in ids if id_ in directory.members)
    return tuple(_person(directory, member, "") for member in known if directory.is_public(member))


def sector_names(directory: Directory, member: Member) -> tuple[str, ...]:
    """The names of a member's sectors."""
    return tuple(directory.sectors[id_].name for id_ in member.sectors if id_ in directory.sectors)


def _person(directory: Directory, member: Member, role: str) -> PersonView:
    path = addresses.member(directory, member.id)
    if path is None:
        return PersonView(name=member.name, role=role, path="", photo="")
    words = [role, *sector_names(directory, member)]
    photo = "" if member.photo is None else thumbnail(directory, member.photo.file)
    return PersonView(name=member.name, role=" · ".join(filter(None, words)), path=path, photo=photo)

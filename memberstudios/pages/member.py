"""Members who agreed to be shown: a list by committee, and a page for each. Of others nothing is said here."""

from collections.abc import Iterator
from itertools import groupby, islice

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.content.prose import Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import Activities, activities
from memberstudios.pages.cards import StudioCard, card
from memberstudios.pages.duty_calendar import CalendarView, has_member_calendar
from memberstudios.pages.duty_calendar import view as calendar_view
from memberstudios.pages.duty_lines import LISTED, SessionLine, coming, session_lines
from memberstudios.pages.duty_text import DutyText, duty_texts_without_names
from memberstudios.pages.linked import Linked, member_linked, site_at
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.people import PersonView, holds, public_people
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.pages.provenance import Provenance, provenance
from memberstudios.records.bodies import Member
from memberstudios.records.studio import Seat, Studio
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGroup:
    """Members of one committee; those of none stand together without one."""

    committee: Named | None
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersView:
    """One page of the list of members; `count` is of all pages."""

    count: int
    groups: tuple[MemberGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """A studio the member sits in, as what, and when the member receives people there, alone or `in_turn` with others."""

    studio: StudioCard
    role: str
    duty: tuple[DutyText, ...]
    sessions: tuple[SessionLine, ...]
    """The next times at which it is this member's turn; of the others nothing is said."""
    duty_text: str
    in_turn: bool
    from_: PartialDate | None
    to: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """A member's page. `is_over`: the term has ended; `former` are seats that have."""

    name: str
    title: str
    photo: PictureView | None
    committee: Named | None
    sectors: tuple[Named, ...]
    term: str
    from_: PartialDate | None
    to: PartialDate | None
    is_over: bool
    bio: Prose | None
    seats: tuple[SeatView, ...]
    former: tuple[SeatView, ...]
    calendar: CalendarView | None
    activities: Activities
    provenance: Provenance


def keys(directory: Directory) -> Iterator[str]:
    """The list (empty), and each member; who did not agree has no page."""
    yield ""
    yield from directory.members


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`members/index.html` and its further pages, or the page of a member who agreed."""
    if not key:
        yield from _list(directory, words)
    elif directory.is_public(member := directory.members[key]):
        yield _member(directory, words, member)


def _list(directory: Directory, words: Words) -> Iterator[Output]:
    public = (member for member in directory.members.values() if directory.is_public(member))
    serving = [member for member in public if directory.sits(member.from_, member.to)]
    order = {committee: at for at, committee in enumerate(dict.fromkeys(member.committee for member in serving))}
    serving.sort(key=lambda member: order[member.committee])
    for path, shown, pager in paged(addresses.MEMBERS, serving):
        groups = tuple(
            MemberGroup(
                committee=named.organization(directory, committee),
                people=public_people(directory, (member.id for member in members)),
            )
            for committee, members in groupby(shown, key=lambda member: member.committee)
        )
        page = Page(
            path=path,
            title=words("member.index_title"),
            description=words("member.index_description", title=directory.site.title),
            section="studios",
            crumbs=((words("member.up"), addresses.STUDIOS),),
            is_landmark=path == addresses.MEMBERS and bool(serving),
            index=bool(serving),
        )
        yield html(page, "members.html", MembersView(count=len(serving), groups=groups, pager=pager))


def _member(directory: Directory, words: Words, member: Member) -> Output:
    committee = named.organization(directory, member.committee)
    seats, former = _seats(directory, words, member)
    view = MemberView(
        name=member.name,
        title=member.title or "",
        photo=next(iter(pictures(directory, [member.photo])), None),
        committee=committee,
        sectors=named.sectors(directory, member.sectors),
        term=member.term or "",
        from_=member.from_,
        to=member.to,
        is_over=not directory.sits(member.from_, member.to),
        bio=directory.prose("member", member.id, "bio"),
        seats=seats,
        former=former,
        calendar=calendar_view(directory, addresses.member_calendar(member.id))
        if has_member_calendar(directory, member.id)
        else None,
        activities=activities(directory, words, directory.links.activities_of_member.get(member.id, ())),
        provenance=provenance(directory, member, "member"),
    )
    page = Page(
        path=addresses.member(directory, member.id) or "",
        title=member.name,
        description=words("member.description", name=member.name, committee=committee[0] if committee else ""),
        section="studios",
        crumbs=((words("member.index_title"), addresses.MEMBERS),),
        scripts=("js/visit.js",) if any(seat.sessions for seat in seats) else (),
        styles=("css/studio.css",),
        linked=_linked(directory, member, view),
    )
    return html(page, "member.html", view)


def _linked(directory: Directory, member: Member, view: MemberView) -> Linked | None:
    """What the page says for programs; nothing of a member whose term is over."""
    if view.is_over:
        return None
    path = addresses.member(directory, member.id) or ""
    return member_linked(
        site_at(directory, path),
        path,
        name=view.name,
        title=view.title,
        committee=view.committee,
        studios=((seat.studio.name, seat.studio.path) for seat in view.seats),
    )


def _seats(directory: Directory, words: Words, member: Member) -> tuple[tuple[SeatView, ...], tuple[SeatView, ...]]:
    """The member's seats now, and those that have ended."""
    now: list[SeatView] = []
    former: list[SeatView] = []
    for id_ in directory.links.studios_of_member.get(member.id, ()):
        studio = directory.studios[id_]
        mine = [seat for seat in studio.members if seat.member == member.id]
        held = next((seat for seat in mine if holds(directory, seat)), None)
        current = held is not None and directory.is_listed(studio)
        (now if current else former).append(_seat(directory, words, studio, held or mine[-1], is_current=current))
    return tuple(now), tuple(former)


def _sessions(directory: Directory, words: Words, studio: str, member: str) -> tuple[SessionLine, ...]:
    mine = (one for one in coming(directory, studio) if member in one.members)
    return session_lines(directory, words, islice(mine, LISTED), "none")


def _seat(directory: Directory, words: Words, studio: Studio, seat: Seat, *, is_current: bool) -> SeatView:
    mine = [rule for rule in studio.duty if rule.rotation is None or seat.member in rule.rotation.members]
    receives = is_current and studio.status == "open"
    sessions = _sessions(directory, words, studio.id, seat.member) if receives else ()
    return SeatView(
        studio=card(directory, words, studio.id),
        role=words(f"choices.role.{seat.role}"),
        duty=duty_texts_without_names(directory, words, mine) if receives else (),
        sessions=sessions,
        duty_text=(studio.duty_text or "") if receives and not studio.duty else "",
        in_turn=receives and any(rule.rotation for rule in mine) and not sessions,
        from_=seat.from_,
        to=seat.to,
    )

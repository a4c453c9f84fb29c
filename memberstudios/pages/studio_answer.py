"""The first card of a studio's page: can I go, when, where, whom to call. Names no "today": rules and dates in words."""

from collections.abc import Iterator, Sequence
from functools import reduce

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.cards import place_text
from memberstudios.pages.days import date_text
from memberstudios.pages.duty_text import DutyText, current_rules, duty_sentence
from memberstudios.pages.hours_text import hours_told
from memberstudios.pages.named import Named
from memberstudios.pages.studio_contact import Phones, navigation, phones
from memberstudios.records.studio import Studio
from memberstudios.words import Words

SETTLED = ("ended", "closed", "suspended", "preparing")
"""States in which nobody should set out."""
GONE = ("ended", "closed")
"""States in which nobody answers any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`state` is one of `templates/macros/tag.html`. Everything but state and title may be empty and then has no row."""

    state: str
    title: str
    lead: str
    duty: str
    exceptions: tuple[str, ...]
    hours: str
    place: str
    place_note: str
    directions: str
    phones: Phones
    email: str
    contact_text: str
    navigation: tuple[tuple[str, str], ...]
    successor: Named | None
    nearby: Named | None
    """The nearest area that has other studios."""
    report_url: str
    """Where to add what is missing; only offered when something is."""

    @property
    def has_facts(self) -> bool:
        """Whether any row follows the lead."""
        rows = (self.duty, self.exceptions, self.hours, self.place, self.directions, self.phones.numbers)
        return any((*rows, self.email, self.contact_text, self.navigation))


def answer(directory: Directory, words: Words, studio: Studio, rules: Sequence[DutyText], report_url: str) -> Answer:
    """The answer for a studio whose duty rules are `rules` in words."""
    sentence = duty_sentence(directory, words, studio)
    on_duty = words("studio.head.duty", when=sentence) if sentence else ""
    state, title = next(_heads(directory, words, studio, on_duty))
    found = phones(directory, words, studio)
    online = state == "online"
    missing = _missing(directory, studio, found, state)
    settled, is_gone = state in SETTLED, state in GONE
    return Answer(
        state=state,
        title=title,
        lead=_lead(directory, words, studio, state, missing),
        duty="" if settled or title == on_duty else sentence,
        exceptions=() if settled else tuple(line for rule in rules for line in rule.exceptions),
        hours="" if settled else hours_told(words, studio),
        place="" if online else place_text(directory, studio),
        place_note="" if online else _place_note(words, studio),
        directions=studio.directions or "" if studio.address_public and not settled else "",
        phones=Phones() if is_gone else found,
        email="" if is_gone else studio.email or "",
        contact_text="" if is_gone else studio.contact_text or "",
        navigation=() if settled or online else navigation(directory, words, studio),
        successor=named.studio(directory, words, studio.replaced_by) if is_gone else None,
        nearby=_nearby(directory, studio) if missing or settled or state == "unknown" else None,
        report_url=report_url if missing else "",
    )


def _heads(directory: Directory, words: Words, studio: Studio, on_duty: str) -> Iterator[tuple[str, str]]:
    """State and title of everything that holds, from what forbids a visit to what is merely not known; `on_duty` is the
    title that says when members receive people.
    """
    if not directory.is_listed(studio):
        yield "ended", words("studio.head.ended")
    if studio.status == "closed":
        day = studio.closed_on
        yield (
            "closed",
            words("studio.head.closed_on", date=date_text(words, day)) if day else words("studio.head.closed"),
        )
    if studio.status == "suspended":
        yield "suspended", words("studio.head.suspended")
    if studio.status in ("preparing", "building"):
        yield "preparing", words(f"studio.head.{studio.status}")
    if studio.is_online:
        yield "online", words("studio.head.online")
    if studio.status == "unknown":
        yield "unknown", words("studio.head.status_unknown")
    if studio.visit == "appointment-required":
        yield "appointment", words("studio.head.appointment")
    if on_duty:
        yield "later", on_duty
    if studio.visit == "no-fixed-time":
        yield "appointment", words("studio.head.no_fixed_time")
    yield "unknown", words("studio.head.unknown")


def _lead(directory: Directory, words: Words, studio: Studio, state: str, missing: tuple[str, ...]) -> str:
    """One or two plain sentences below the title."""
    if state == "ended" and studio.valid_to is not None:
        return words("studio.lead.ended", date=date_text(words, studio.valid_to))
    if state in SETTLED:
        return words(f"studio.lead.{state}")
    if state == "online":
        whom = _whom(directory, words, studio)
        return words("studio.lead.online_unknown", name=whom) if missing else words("studio.lead.online")
    sentences = []
    if studio.visit is not None and studio.visit != "regular":
        sentences.append(words(f"studio.lead.{studio.visit}"))
    if unsaid := tuple(part for part in missing if part != "duty"):
        also = "also" if state == "unknown" else "only"
        sentences.append(words(f"studio.missing.{also}", parts=words(f"studio.missing.{'_'.join(unsaid)}")))
    if missing:
        sentences.append(words("studio.lead.ask", name=_whom(directory, words, studio)))
    elif state == "unknown" and not sentences:
        sentences.append(words("studio.lead.unknown"))
    return reduce(lambda first, second: words("studio.lead.two", first=first, second=second), sentences or [""])


def _missing(directory: Directory, studio: Studio, found: Phones, state: str) -> tuple[str, ...]:
    """What a visitor would need and nobody published."""
    if state in SETTLED:
        return ()
    has_contact = found.numbers or studio.email or studio.contact_text or studio.channels
    if state == "online":
        return () if has_contact or studio.links else ("way",)
    has_times = (
        (studio.duty and current_rules(studio.duty, directory.day))
        or studio.duty_text
        or studio.hours
        or studio.hours_text
    )
    lacking = {
        "duty": not has_times and studio.visit in (None, "regular"),
        "phone": not has_contact,
        "door": studio.address is None,
    }
    return tuple(part for part, lacks in lacking.items() if lacks)


def _whom(directory: Directory, words: Words, studio: Studio) -> str:
    """Who would know: whose studio it is, else the committee of its area."""
    for id_ in (studio.owner, studio.special_committee, studio.host):
        if (body := directory.organizations.get(id_ or "")) is not None:
            return body.name
    path = [directory.areas.divisions[id_] for id_ in reversed(directory.areas.paths.get(studio.division or "", ()))]
    area = next((area for area in path if area.level in ("county", "city", "province")), None)
    return words("studio.whom_area", name=area.name) if area else words("studio.whom")


def _place_note(words: Words, studio: Studio) -> str:
    if not studio.address_public:
        return words("studio.address_not_public")
    return words("studio.no_door") if studio.address is None and studio.division is not None else ""


def _nearby(directory: Directory, studio: Studio) -> Named | None:
    own = 1 if directory.is_listed(studio) else 0
    for id_ in reversed(directory.areas.paths.get(studio.division or "", ())):
        if len(directory.within.get(id_, ())) > own:
            return directory.areas.name(id_), addresses.area(id_)
    return None

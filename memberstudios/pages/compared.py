"""A reported figure beside what the records count: both are said, a difference only where the records claim to be whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from memberstudios.directory.counted import HAPPENING, STANDING, Counted, Subject, counts, period_of, verdict
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import card
from memberstudios.pages.committees import committees_of
from memberstudios.pages.days import date_text
from memberstudios.pages.named import Named
from memberstudios.pages.quantities import number_text
from memberstudios.records.work import Figure
from memberstudios.words import Words

_NAMED = 30
"""Records that are named one by one; of more only the number is said, and where to find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the records count, and how that stands to the report, each a sentence; `records` are what was counted, where
    they have pages and are few.
    """

    counted: str
    stands: str
    records: tuple[Named, ...]


def beside(directory: Directory, words: Words, figure: Figure, gather: Callable[[Figure], Subject]) -> Beside | None:
    """What stands beside a figure; None for a measure that the records do not count. `gather` gives what belongs to it."""
    is_standing = figure.measure in STANDING
    if not is_standing and figure.measure not in HAPPENING:
        return None
    period = period_of(figure)
    found = counts(
        gather(figure), figure.measure, period, directory.day if figure.measure == "members" else directory.today
    )
    if found is None:
        raw = figure.period.raw if figure.period else None
        why = words("figures.beside.only_words", raw=raw) if raw else words("figures.beside.no_period")
        return Beside(counted=why, stands="", records=())
    key = "now" if is_standing else "then"
    counted = words(f"figures.beside.{key}", count=_with_unit(figure, found.value))
    if found.unclear:
        counted += words("figures.beside.unclear", count=number_text(found.unclear))
    return Beside(
        counted=counted,
        stands=_stands(directory, words, figure, found),
        records=_records(directory, words, figure, found),
    )


def _stands(directory: Directory, words: Words, figure: Figure, found: Counted) -> str:
    if not _is_whole(directory, figure):
        return words("figures.beside.partial")
    if found.unclear:
        return words("figures.beside.not_sure")
    says = verdict(figure.quantity, found.value)
    if says.difference:
        text = words(f"figures.beside.{says.how}_by", difference=_with_unit(figure, says.difference))
    else:
        text = words(f"figures.beside.{says.how}")
    if says.how != "agrees" and figure.measure in STANDING and figure.as_of is not None:
        text += words("figures.beside.since", date=date_text(words, figure.as_of))
    return text


def _with_unit(figure: Figure, value: float) -> str:
    """A count in the unit of what it stands beside."""
    return f"{number_text(value)} {figure.quantity.unit}" if figure.quantity.unit else number_text(value)


def _is_whole(directory: Directory, figure: Figure) -> bool:
    """Whether the records claim to hold all that the subject has."""
    committees: Iterable[str]
    if figure.division is not None:
        committees = committees_of(directory, figure.division)
    elif figure.organization is not None:
        committees = (figure.organization,)
    else:
        studio = directory.studios.get(figure.studio or "")
        committees = (studio.owner,) if studio is not None and studio.owner is not None else ()
    known = [directory.organizations.get(id_) for id_ in committees]
    return len(known) > 0 and all(body is not None and body.records == "complete" for body in known)


def _records(directory: Directory, words: Words, figure: Figure, found: Counted) -> tuple[Named, ...]:
    if found.value > _NAMED or figure.measure == "members":
        return ()
    if figure.measure in STANDING:
        return tuple((card(directory, words, id_).name, addresses.studio(id_)) for id_ in found.ids)
    if figure.measure in ("activities", "consultations"):
        return tuple((directory.activities[id_].title, addresses.activity(id_)) for id_ in found.ids)
    return tuple((directory.topics[id_].title, addresses.topic(id_)) for id_ in found.ids)

"""A reported figure beside what the records count: both are said, a difference only where the records claim to be whole."""

from collections.abc import Callable, Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.counted import HAPPENING, STANDING, Counted, Subject, counts, is_below, period_of, verdict
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import card
from memberstudios.pages.committees import committees_of, names_only_some, totals_of_more
from memberstudios.pages.days import date_text
from memberstudios.pages.named import Named
from memberstudios.records.work import Figure
from memberstudios.render.quantities import number_text
from memberstudios.words import Words

_NAMED = addresses.PAGE_SIZE
"""Records that are named one by one; of more it is said on which page they all are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the records count, and how that stands to the report, each a sentence. `records` are what was counted; where
    they have no pages of their own or are too many, `among` is a sentence that leads to where they are.
    """

    counted: str
    stands: str
    records: tuple[Named, ...]
    among: Named | None


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
        return Beside(counted=why, stands="", records=(), among=None)
    counted = words(f"figures.beside.{figure.measure}", count=_with_unit(figure, found.value))
    if found.unclear:
        counted += words("figures.beside.unclear", count=number_text(found.unclear))
    return Beside(
        counted=counted,
        stands=_stands(directory, words, figure, found),
        records=_records(directory, words, figure, found),
        among=_among(words, figure, found),
    )


def totals_above(directory: Directory, area: str) -> tuple[str, ...]:
    """The reported numbers of studios of an area that are above what is on record, where that does not claim to be whole.

    A report that says studios may count all their forms, so all that are listed have to be fewer.
    """
    reported = directory.links.figures_of_division.get(area, ())
    found = totals_of_more(directory, reported, len(directory.within.get(area, ())))
    return found if found and names_only_some(directory, area) else ()


def _stands(directory: Directory, words: Words, figure: Figure, found: Counted) -> str:
    if not _is_whole(directory, figure) and is_below(figure.quantity, found.value + found.unclear):
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


def _among(words: Words, figure: Figure, found: Counted) -> Named | None:
    """Where the records are that are not named; members are with their studios, which name those who agreed to it."""
    if not found.value or (figure.measure != "members" and found.value <= _NAMED):
        return None
    if figure.measure == "members":
        return words("figures.beside.seats"), _subject_path(figure)
    if figure.measure in STANDING:
        return words("figures.beside.among"), _subject_path(figure)
    if figure.measure in ("activities", "consultations"):
        return words("figures.beside.among"), addresses.ACTIVITIES
    return words("figures.beside.among"), addresses.TOPICS


def _subject_path(figure: Figure) -> str:
    if figure.division is not None:
        return addresses.area(figure.division)
    if figure.organization is not None:
        return addresses.organization(figure.organization)
    return addresses.studio(figure.studio or "")

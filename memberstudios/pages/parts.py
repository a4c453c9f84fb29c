"""Whether the parts of a reported figure add up to it: said, never mended."""

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.counted import sum_of
from memberstudios.directory.directory import Directory
from memberstudios.records.work import Figure
from memberstudios.render.quantities import number_text
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsSum:
    """The sum in words; `agrees` is False where it is another number than the total."""

    text: str
    agrees: bool


def known_parts(directory: Directory, figure: Figure) -> tuple[Figure, ...]:
    """The parts of a figure that are on record."""
    return tuple(directory.figures[id_] for id_ in figure.parts if id_ in directory.figures)


def parts_sum(directory: Directory, words: Words, figure: Figure) -> PartsSum | None:
    """36＋42＋7＋7＝92, and whether that is the total; None for a figure without parts."""
    parts = known_parts(directory, figure)
    if not parts:
        return None
    if len(parts) != len(figure.parts):
        return PartsSum(text=words("figures.parts.missing"), agrees=True)
    total = sum_of(part.quantity for part in parts)
    if total is None or figure.quantity.bound != "exact":
        return PartsSum(text=words("figures.parts.rough"), agrees=True)
    row = words("figures.parts.plus").join(number_text(part.quantity.value) for part in parts)
    difference = round(total - figure.quantity.value, 6)
    how = "agrees" if difference == 0 else "more" if difference > 0 else "fewer"
    said = {"sum": row, "total": number_text(total)}
    if difference:
        said |= {"reported": number_text(figure.quantity.value), "difference": number_text(abs(difference))}
    return PartsSum(text=words(f"figures.parts.{how}", **said), agrees=difference == 0)

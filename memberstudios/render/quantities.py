"""Numbers and reported quantities in words: what the source wrote, and what that means."""

from memberstudios.records.shared import Quantity
from memberstudios.words import Words


def number_text(value: float) -> str:
    """Thousands separated, as on every page; no decimals where there are none."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def quantity_text(words: Words, quantity: Quantity) -> str:
    """As the source wrote it, else the number with its bound and unit."""
    if quantity.raw is not None:
        return quantity.raw
    return words(f"format.bound_{quantity.bound}", number=number_text(quantity.value)) + (quantity.unit or "")


def bound_text(words: Words, quantity: Quantity) -> str:
    """What a number that is not exact means, empty for one that is."""
    if quantity.bound == "exact":
        return ""
    number = number_text(quantity.value) + (quantity.unit or "")
    return words(f"figures.bound.{quantity.bound}", said=quantity_text(words, quantity), number=number)

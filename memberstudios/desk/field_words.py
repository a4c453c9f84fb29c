"""Under which keys the words of fields stand, and which field or choice an editor meant who wrote its words."""

from collections.abc import Iterable, Mapping
from typing import Final

from memberstudios.base.text import nearest
from memberstudios.records.structure import snake
from memberstudios.words import Words

_THREE_WAY = ("yes", "no", "partly")
_CHOSEN_BY_TYPE = ("kind", "state")
"""Fields of these names offer something else in every type."""
_SAME_CHOICES: Final = {"coordinate_system": "system"}


def choices_key(type_name: str, key: str, choices: tuple[str, ...]) -> str:
    """Below which key the words of a field's choices stand."""
    if choices == _THREE_WAY:
        return "choices.three_way"
    if key in _CHOSEN_BY_TYPE:
        return f"choices.{snake(type_name).removesuffix('_step')}_{key}"
    return f"choices.{_SAME_CHOICES.get(key, key)}"


def meanings(words: Words, type_name: str, key: str, choices: tuple[str, ...]) -> dict[str, str]:
    """Choices and what they mean, as far as there are words for them."""
    start = choices_key(type_name, key, choices)
    return {choice: words(f"{start}.{choice}") for choice in choices if words.has(f"{start}.{choice}")}


def titles(words: Words, type_name: str, keys: Iterable[str]) -> dict[str, str]:
    """Keys of fields and what documents call them, as far as there are words for them."""
    found: dict[str, str] = {}
    for key in keys:
        for owner in (snake(type_name), "provenance"):
            if words.has(f"fields.{owner}.{key}.title"):
                found.setdefault(key, words(f"fields.{owner}.{key}.title"))
    return found


def meant(written: str, called: Mapping[str, str]) -> str | None:
    """The key whose words are `written`, contain it, or are most like it; none where several are as likely."""
    for fits in (
        [key for key, words in called.items() if words == written],
        [key for key, words in called.items() if words in written or written in words],
    ):
        if len(fits) == 1 and written:
            return fits[0]
    likely = nearest(written, called.values())
    return next((key for key, words in called.items() if words == likely), None)

"""Plain questions about text: which known word was meant, and how wide a line is on a terminal."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_LIKELY = 0.6
"""Share of a word that must agree before it is offered; lower values offer nonsense."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None. Ties go to the first in order."""
    best, score = None, _LIKELY
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    for candidate in known:
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() <= score or matcher.quick_ratio() <= score:
            continue
        if (ratio := matcher.ratio()) > score:
            best, score = candidate, ratio
    return best


def columns(text: str) -> int:
    """How many terminal columns `text` takes: wide and full-width characters two (UAX #11), marks none."""
    return sum(_column_width(character) for character in text)


def _column_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

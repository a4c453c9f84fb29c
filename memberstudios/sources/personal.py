"""Numbers that belong to a person and must not be published: identity cards, mobile phones, bank cards.

Citizen identity numbers carry a check digit (GB 11643); without it nothing of 18 digits is refused. Mobiles are
allowed where an office gives its contact. The number itself is never repeated anywhere.
"""

import re
from collections.abc import Iterator

from memberstudios.base.diagnostic import Diagnostic, Spot
from memberstudios.sources.text import position

_CANDIDATE = re.compile(r"(?<![\w./-])(?:\d{17}[\dXx]|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{15,19})(?![\w/-]|\.\d)", re.ASCII)
_CONTACT_LINE = re.compile(r"\s*(?:- +)?[{ ]*(?:phone|number|id|site_code|contact_text)\b|.*\bphone: *\S*$", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_DIGIT = re.compile(r"\d", re.ASCII)


def personal_numbers(file: str, text: str) -> Iterator[Diagnostic]:
    """A diagnostic for each number that is, or looks like, a person's."""
    for match in _CANDIDATE.finditer(text):
        digits = match[0].replace(" ", "").replace("-", "").upper()
        line, column = position(text, match.start())
        code = _code(digits, text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
        if code is not None:
            yield Diagnostic(code=code, spot=Spot(file=file, line=line, column=column))


def masked(text: str) -> str:
    """One line, or a value, with dots for the digits of such numbers: what every report shows instead."""

    def dots(match: re.Match[str]) -> str:
        digits = match[0].replace(" ", "").replace("-", "").upper()
        return _DIGIT.sub("•", match[0]) if _code(digits, text[: match.start()]) is not None else match[0]

    return _CANDIDATE.sub(dots, text)


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are a citizen identity number: a date of birth in place, and the right check digit."""
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    if not ("1900" <= digits[6:10] <= "2099" and "01" <= digits[10:12] <= "12" and "01" <= digits[12:14] <= "31"):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return _CHECK[total % 11] == digits[17]


def _code(digits: str, before: str) -> str | None:
    if len(digits) == 18:
        return "personal-number" if is_identity_number(digits) else None
    if len(digits) == 11:
        return None if _CONTACT_LINE.match(before) else "personal-number"
    if len(digits) == 15:
        looks_dated = "01" <= digits[8:10] <= "12" and "01" <= digits[10:12] <= "31"
        return "possible-personal-number" if looks_dated else None
    return "possible-personal-number" if _passes_luhn(digits) else None


def _passes_luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0

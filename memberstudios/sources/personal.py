"""Numbers that belong to a person and must not be published: identity cards, mobile phones, bank cards.

Citizen identity numbers carry a check digit (GB 11643); without it nothing of 18 digits is refused. Mobiles are
allowed where an office gives its contact. The number itself is never repeated anywhere.
"""

import re
from collections.abc import Iterator

from memberstudios.base.diagnostic import Diagnostic, Spot

# Begins with its first digit, and only then looks back: Python's engine skips to a character, not to what stands before.
_CANDIDATE = re.compile(
    r"\d(?<![\w./-]\d)(?:\d{16}[\dXx]|(?<=1)[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{14,18})(?![\w/-]|\.\d)", re.ASCII
)
_SHAPES = (b"0" * 11, b"000-0000-0000", b"0000000-0000", b"000-00000000")
"""One of these is in every candidate, once each digit is a 0 and each space a dash."""
_SHAPE_OF = bytes.maketrans(b"0123456789 ", b"0000000000-")
_CONTACT_FIELD = re.compile(r"\s*(?:- +)?[{ ]*(?:phone|number|id|site_code|contact_text)\b", re.ASCII)
_AFTER_PHONE = re.compile(r"\bphone: *\S*\Z", re.ASCII)
_NEARBY = 80
"""Characters at the head of a line, and before a number, that say whose it is."""
MAX_SHOWN = 50
"""Numbers reported of one text; a pasted list of people must not bury the rest."""

NUMBER_CODES = ("personal-number", "possible-personal-number")

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_DIGIT = re.compile(r"\d", re.ASCII)


def personal_numbers(file: str, text: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """A diagnostic for each number that is, or looks like, a person's; for the first of them, in a file full of them.

    `text` may be a part of the file that begins with line `first_line`.
    """
    shape = text.encode("utf-8", "surrogatepass").translate(_SHAPE_OF)
    if not any(one in shape for one in _SHAPES):
        return
    shown, line, line_start, seen = 0, first_line, 0, 0
    for match in _CANDIDATE.finditer(text):
        line += text.count("\n", seen, match.start())
        line_start = max(line_start, text.rfind("\n", seen, match.start()) + 1)
        seen = match.start()
        code = _code(match[0], text, line_start, seen)
        if code is None:
            continue
        yield Diagnostic(code=code, spot=Spot(file=file, line=line, column=seen - line_start + 1))
        shown += 1
        if shown == MAX_SHOWN:
            return


def masked(text: str) -> str:
    """One line, or a value, with dots for the digits of such numbers: what every report shows instead."""

    def dots(match: re.Match[str]) -> str:
        return match[0] if _code(match[0], text, 0, match.start()) is None else _DIGIT.sub("•", match[0])

    return _CANDIDATE.sub(dots, text)


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are a citizen identity number: a date of birth in place, and the right check digit."""
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    if not ("1900" <= digits[6:10] <= "2099" and "01" <= digits[10:12] <= "12" and "01" <= digits[12:14] <= "31"):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return _CHECK[total % 11] == digits[17]


def _code(number: str, text: str, line_start: int, start: int) -> str | None:
    digits = number.replace(" ", "").replace("-", "").upper()
    if len(digits) == 18:
        return "personal-number" if is_identity_number(digits) else None
    if len(digits) == 11:
        return None if _is_contact(text, line_start, start) else "personal-number"
    if len(digits) == 15:
        looks_dated = "01" <= digits[8:10] <= "12" and "01" <= digits[10:12] <= "31"
        return "possible-personal-number" if looks_dated else None
    return "possible-personal-number" if _passes_luhn(digits) else None


def _is_contact(text: str, line_start: int, start: int) -> bool:
    """Whether the line, or what stands right before, is a field in which an office gives its number."""
    head = text[line_start : min(start, line_start + _NEARBY)]
    return bool(_CONTACT_FIELD.match(head) or _AFTER_PHONE.search(text[max(line_start, start - _NEARBY) : start]))


def _passes_luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0

"""Bytes to text: UTF-8 only, and no character that hides or reorders what a reader sees."""

import re
from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Diagnostic, Spot

MAX_SHOWN = 20
"""Hidden characters reported a file; one damaged file must not bury the others."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff"
_INVISIBLE = "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u206a-\u206f\u3164\ufeff\uffa0"
_UNWANTED = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_CONTROLS = re.compile(f"[{_CONTROL}]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A character that may not stand in a text, at `offset` (in characters)."""

    code: str
    offset: int
    name: str


def unwanted(text: str) -> Iterator[Unwanted]:
    """The control, bidirectional and zero-width characters of `text`."""
    for match in _UNWANTED.finditer(text):
        code = "control-character" if _CONTROLS.match(match[0]) else "invisible-character"
        yield Unwanted(code, match.start(), f"U+{ord(match[0]):04X}")


def decode(file: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of `data`, lines ended by line feeds, without byte order mark; None when it must not be read."""
    if data.startswith(_UTF16_MARKS):
        return None, [_bad_encoding(file, "UTF-16", 1, 1)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _lines(data[: error.start].decode("utf-8-sig", "replace"))
        line, column = position(before, len(before))
        if _is_mostly_utf8(data):
            return None, [Diagnostic(code="damaged-text", spot=Spot(file=file, line=line, column=column))]
        return None, [_bad_encoding(file, "UTF-16" if b"\x00" in data else "GB18030", line, column)]
    text = _lines(text)
    found = []
    for count, bad in enumerate(unwanted(text)):
        if count == MAX_SHOWN:
            break
        line, column = position(text, bad.offset)
        found.append(
            Diagnostic(code=bad.code, spot=Spot(file=file, line=line, column=column), values={"character": bad.name})
        )
    return (None if found else text), found


def _lines(text: str) -> str:
    """The text with its lines ended by line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of `text`."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _bad_encoding(file: str, name: str, line: int, column: int) -> Diagnostic:
    return Diagnostic(code="bad-encoding", spot=Spot(file=file, line=line, column=column), values={"encoding": name})


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether only a few bytes are wrong; in another encoding nearly every character that is not ASCII would be."""
    text = data[:65536].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return b"\x00" not in data and sum(not character.isascii() for character in text) > 4 * wrong

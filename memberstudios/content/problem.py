"""What is wrong with a text, a picture or a document. Knows its place inside what was given, never the file's name."""

from collections.abc import Mapping
from dataclasses import field

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A rule's code and where it was broken: line and column from 1 in the text given, 0 where there is no text."""

    code: str
    line: int = 0
    column: int = 0
    values: Mapping[str, str] = field(default_factory=dict)

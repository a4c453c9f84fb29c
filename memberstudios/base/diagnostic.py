"""What is wrong with a directory, said without words: a code, a spot, and the values its text needs.

Texts are added above (`words`), lines and columns by `sources`, for the few spots that need them.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from memberstudios.base.codes import SEVERITY, Severity
from memberstudios.base.dataclass import dataclass

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead from a file's value to a value inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands: a file, and in it a value named by its path, or a line and column from 1.

    `line` 0 means: find it by `path`. `inside` is a line and column within the text at `path`.
    """

    file: str
    path: Path = ()
    on: Literal["value", "key"] = "value"
    line: int = 0
    column: int = 0
    inside: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A second place of the same diagnostic, such as the first use of a duplicate; `label` is a word key."""

    label: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing that is wrong. `nearest` is the known key or id that was probably meant.

    `unsaid` is a name that nobody may read in a report, not even in the line that is shown.
    """

    code: str
    spot: Spot
    values: Mapping[str, str] = field(default_factory=dict)
    nearest: str | None = None
    related: tuple[Related, ...] = ()
    unsaid: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.code]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot that was found: line and column from 1, in characters; `length` of what is marked; the line's text."""

    file: str
    line: int
    column: int
    length: int
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A diagnostic with its places found; what every report format is made from."""

    diagnostic: Diagnostic
    place: Place
    related: tuple[tuple[str, Place], ...] = ()

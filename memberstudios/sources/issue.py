"""What is wrong with a text of YAML, apart from any parser: those who handle issues need not load one."""

from dataclasses import field

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What the text must not hold, at a line and column from 1."""

    code: str
    line: int
    column: int
    values: dict[str, str] = field(default_factory=dict)
    first: tuple[int, int] | None = None

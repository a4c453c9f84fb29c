"""A Markdown file as its front matter (YAML between two lines of `---`) and its body."""

from memberstudios.base.dataclass import dataclass

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """`header` keeps its line numbers by standing behind one empty line; the body begins on `body_line`."""

    header: str
    body: str
    body_line: int


def split(text: str) -> Document | None:
    """The two parts of `text`; None when it does not begin with a front matter that ends."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return Document("\n" + "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2)
    return None

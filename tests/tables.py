"""The tables of a page as a word processor would take them: captions, heads and rows, every cell with where it leads."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Cell:
    """One cell: `tag` is th or td, `scope` what a th heads, `width` how many columns it takes."""

    tag: str
    scope: str
    width: int
    text: str = ""
    href: str = ""


@dataclass(slots=True)
class Table:
    """One table; `bodies` are the ids of its bodies with the rows of each, the head's under `head`."""

    caption: str = ""
    id: str = ""
    bodies: list[tuple[str, list[list[Cell]]]] = field(default_factory=list)

    @property
    def rows(self) -> list[list[Cell]]:
        return [row for id_, rows in self.bodies if id_ != "head" for row in rows]

    @property
    def head(self) -> list[Cell]:
        return next(rows[0] for id_, rows in self.bodies if id_ == "head")


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Table] = []
        self._open: list[Table] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._open.append(Table(id=given.get("id", "")))
            self.found.append(self._open[-1])
        if not self._open:
            return
        table = self._open[-1]
        if tag == "thead":
            table.bodies.append(("head", []))
        elif tag == "tbody":
            table.bodies.append((given.get("id", ""), []))
        elif tag == "tr":
            table.bodies[-1][1].append([])
        elif tag in ("td", "th"):
            cell = Cell(tag=tag, scope=given.get("scope", ""), width=int(given.get("colspan", "1")))
            table.bodies[-1][1][-1].append(cell)
            self._in = tag
        elif tag == "caption":
            self._in = tag
        elif tag == "a" and self._in in ("td", "th"):
            table.bodies[-1][1][-1][-1].href = given["href"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._open.pop()
        elif tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        if self._in == "caption":
            self._open[-1].caption += data
        elif self._in:
            self._open[-1].bodies[-1][1][-1][-1].text += data


def tables(html: str) -> list[Table]:
    """Every table of a page, in order."""
    parser = _Tables()
    parser.feed(html)
    parser.close()
    return parser.found

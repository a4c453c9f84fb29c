"""News as lines that other pages show: a title and a day."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """A news item of this directory."""

    title: str
    path: str
    date: PartialDate


def news_lines(directory: Directory, ids: Iterable[str]) -> tuple[NewsLine, ...]:
    """The news items of `ids`, newest first as the links hold them."""
    items = (directory.news[id_] for id_ in ids)
    return tuple(NewsLine(title=item.title, path=addresses.news(item.id), date=item.date) for item in items)

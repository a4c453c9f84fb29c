"""The compact file of all words that find something: of studios in the order of the finder's rows, of topics, of news.

Names, addresses, areas, matters and sectors stand in the finder's own file already (`points`); here is what only finds.
A large directory has the same in several files, each with a share of all three. `docs/open-data.md` describes them.
"""

from collections.abc import Sequence
from typing import Any, Final

from memberstudios.base.dataclass import dataclass
from memberstudios.render.columns import DataFiles, compact, version

FORMAT_VERSION: Final = 1
LARGE: Final = 30_000
"""Studios, topics and news together, above which they stand in several files."""
PER_SHARD: Final = 10_000
BETWEEN: Final = "\n"
"""Stands between the words of a column, so that no search finds the end of one and the beginning of the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioWords:
    """What else finds a studio: other names, those who agreed to be named, services, phones."""

    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """A topic or a news item: what is shown, what else finds it, the id of its matter (or empty), and its site path."""

    title: str
    text: str
    path: str
    matter: str = ""
    date: str = ""


def encode(
    studios: Sequence[StudioWords],
    matters: Sequence[tuple[str, tuple[str, ...]]],
    topics: Sequence[FoundPage],
    news: Sequence[FoundPage],
    *,
    large: int = LARGE,
    per_shard: int = PER_SHARD,
) -> DataFiles:
    """The files' bytes. `studios` are in the order of the finder's rows; `matters` are ids and what people call them."""
    index = {id_: number for number, (id_, _) in enumerate(matters)}
    total = len(studios) + len(topics) + len(news)
    count = -(-total // per_shard) if total > large else 1
    shares = [
        {
            "from": _start(studios, part, count),
            "studios": _studios(_share(studios, part, count)),
            "topics": _pages(_share(topics, part, count), index),
            "news": _pages(_share(news, part, count), index),
        }
        for part in range(count)
    ]
    shards = tuple(compact(share) for share in shares) if count > 1 else ()
    document = {
        "version": FORMAT_VERSION,
        "count": len(studios),
        "matters": [BETWEEN.join(words) for _, words in matters],
        "shards": [version(data) for data in shards],
        "share": None if shards else shares[0],
    }
    return DataFiles(first=compact(document), shards=shards)


def _start(things: Sequence[Any], part: int, count: int) -> int:
    return len(things) * part // count


def _share(things: Sequence[Any], part: int, count: int) -> Sequence[Any]:
    return things[_start(things, part, count) : _start(things, part + 1, count)]


def _studios(rows: Sequence[StudioWords]) -> dict[str, list[str]]:
    return {
        name: [BETWEEN.join(getattr(row, name)) for row in rows] for name in ("names", "people", "services", "phones")
    }


def _pages(pages: Sequence[FoundPage], index: dict[str, int]) -> dict[str, list[Any]]:
    return {
        "title": [page.title for page in pages],
        "text": [page.text for page in pages],
        "path": [page.path for page in pages],
        "matter": [index.get(page.matter, -1) for page in pages],
        "date": [page.date for page in pages],
    }

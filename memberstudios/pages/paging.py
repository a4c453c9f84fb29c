"""Long lists cut into pages, and the way from one to the next. Knows no kind of record."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from memberstudios.base.dataclass import dataclass
from memberstudios.pages import addresses

Item = TypeVar("Item")

_AROUND = 2
_GAP = ("…", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """What the macro `pagination` takes; addresses are relative to the page it stands on, empty where there is none."""

    pages: tuple[tuple[str, str], ...]
    current: str
    previous: str
    next: str


def paged(path: str, items: Sequence[Item]) -> Iterator[tuple[str, tuple[Item, ...], Pager | None]]:
    """Each page of a list that begins at `path`: its own path, what stands there, its pager. At least one page."""
    for number in range(1, max(1, -(-len(items) // addresses.PAGE_SIZE)) + 1):
        yield page_of(path, items, number)


def page_of(path: str, items: Sequence[Item], number: int) -> tuple[str, tuple[Item, ...], Pager | None]:
    """One page of a list, as `paged` gives it."""
    count = max(1, -(-len(items) // addresses.PAGE_SIZE))
    start = (number - 1) * addresses.PAGE_SIZE
    shown = tuple(items[start : start + addresses.PAGE_SIZE])
    return addresses.numbered(path, number), shown, _pager(path, number, count)


def _pager(path: str, current: int, count: int) -> Pager | None:
    if count == 1:
        return None
    root = "../" * addresses.numbered(path, current).count("/")

    def href(number: int) -> str:
        return root + addresses.numbered(path, number) if 1 <= number <= count else ""

    shown = sorted({1, count, *range(max(1, current - _AROUND), min(count, current + _AROUND) + 1)})
    pages: list[tuple[str, str]] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            pages.append(_GAP)
        pages.append((str(number), href(number)))
    return Pager(pages=tuple(pages), current=str(current), previous=href(current - 1), next=href(current + 1))

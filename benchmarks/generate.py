"""Writes a fictional directory of any size, for measuring and for trying things out.

    python3 benchmarks/generate.py --studios 10000 --out /tmp/big

Same arguments, same bytes. One record is in memory at a time. Knows nothing of the generator's package: what it
writes follows the data model alone, so that a mistake on either side shows.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.fiction import articles, bodies, country, outcomes, papers, people, pictures, site, studios
from benchmarks.fiction.yaml_text import Record, item_text, record_text

_AT_ONCE = 20_000


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when written, 2 when the folder is in use."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(f"{out} is not an empty folder; nothing was written", file=sys.stderr)
        return 2
    land = country.Country(studios=options.studios, seed=options.seed)
    count = options.studios // 2 if options.news is None else options.news
    _write_data(out / "data", land, split=options.split, base_map=options.base_map)
    _write_content(out / "content", land, count)
    print(f"{options.studios} studios and {count} news items, all fictional, are in {out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Write a fictional directory of records.")
    parser.add_argument(
        "--studios", type=_Between(1, country.MAX_STUDIOS), required=True, metavar="N", help="how many studios"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another country (default 1)")
    parser.add_argument(
        "--news", type=_Between(0, 1_000_000), metavar="M", help="how many news items (default: half the studios)"
    )
    parser.add_argument(
        "--split", action="store_true", help="a file a studio (data/studios/*.yaml) instead of one list"
    )
    parser.add_argument(
        "--base-map", choices=site.BASE_MAPS, default="schematic", help="the map's base layer (default schematic)"
    )
    return parser


class _Between:
    """An argument that is a whole number in a range."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def __call__(self, text: str) -> int:
        number = int(text)
        if not self._low <= number <= self._high:
            raise argparse.ArgumentTypeError(f"must be from {self._low} to {self._high}")
        return number


def _write_data(folder: Path, land: country.Country, *, split: bool, base_map: str) -> None:
    folder.mkdir(parents=True)
    _write(folder / "site.yaml", [record_text(site.site(land, base_map))])
    _write(folder / "calendar.yaml", [record_text(site.calendar())])
    for name, records in _lists(land):
        _write_list(folder, name, records)
    if split:
        (folder / "studios").mkdir()
        for record in studios.studios(land):
            _write(folder / "studios" / f"{record['id']}.yaml", [item_text(record)])
    else:
        _write_list(folder, "studios", studios.studios(land))


def _write_list(folder: Path, name: str, records: Iterable[Record]) -> None:
    """One file, or where there are very many, a folder of files with so many records each: a file may not be too large."""
    texts = map(item_text, records)
    first = list(islice(texts, _AT_ONCE))
    if len(first) < _AT_ONCE:
        _write(folder / f"{name}.yaml", first)
        return
    (folder / name).mkdir()
    part = 0
    while first:
        _write(folder / name / f"{part:03}.yaml", first)
        part, first = part + 1, list(islice(texts, _AT_ONCE))


def _lists(land: country.Country) -> Iterator[tuple[str, Iterable[Record]]]:
    yield "organizations", bodies.organizations(land)
    yield "divisions", country.divisions(land)
    yield "sectors", bodies.sectors(land)
    yield "matters", papers.matters()
    yield "members", people.members(land)
    yield "activities", outcomes.activities(land)
    yield "series", outcomes.series(land)
    yield "topics", outcomes.topics(land)
    yield "figures", papers.figures(land)
    yield "frameworks", papers.frameworks(land)
    yield "pairings", outcomes.pairings(land)
    yield "documents", papers.documents(land)
    yield "sources", papers.sources(land)


def _write_content(folder: Path, land: country.Country, count: int) -> None:
    for name in ("news", "pages", "pictures", "files"):
        (folder / name).mkdir(parents=True)
    for name, text in articles.news(land, count):
        _write(folder / "news" / name, [text])
    for name, text in articles.pages(land):
        _write(folder / "pages" / name, [text])
    for name, data in pictures.pictures():
        (folder / "pictures" / name).write_bytes(data)
    for name, data in pictures.files():
        (folder / "files" / name).write_bytes(data)


def _write(path: Path, texts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(texts)


if __name__ == "__main__":
    sys.exit(main())

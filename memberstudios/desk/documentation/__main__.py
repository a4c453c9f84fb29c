"""Writes the documents below docs/; `make docs` calls it. The only part here that touches files."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from memberstudios.desk.documentation import records, rules
from memberstudios.publish.writing import write_file
from memberstudios.sources.locales import read_words
from memberstudios.sources.strict_yaml import load
from memberstudios.sources.tree import FolderTree, Tree

HOME = Path(__file__).resolve().parents[3]
_ENDINGS = {"zh-Hans": ".md", "en": ".en.md"}


def documents(house: Tree) -> Iterator[tuple[str, str]]:
    """The path below the project's folder and the text of every document that is made."""
    for language, ending in _ENDINGS.items():
        words = read_words(house, language)
        yield f"docs/records{ending}", records.page(words) + "\n"
        yield f"docs/rules{ending}", rules.page(words, families(house, language)) + "\n"


def families(house: Tree, language: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of every file below `rules/`, in the order of the chapters."""
    start = f"locales/{language}/rules/"
    files = [path for path in house.paths() if path.startswith(start)]
    found = {
        path.removeprefix(start).removesuffix(".yaml"): tuple(load(house.read(path).decode())[0]) for path in files
    }
    order = ("files", "yaml", "fields", "references", "records", "content")
    return {family: found[family] for family in sorted(found, key=order.index)}


if __name__ == "__main__":
    for path, text in documents(FolderTree(HOME, ("locales",))):
        write_file(HOME / path, text.encode())

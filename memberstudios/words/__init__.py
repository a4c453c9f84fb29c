"""Every text for people, by key: looked up here, written in `locales/`, read by `sources`.

Knows neither files nor YAML: it is handed a flat mapping.
"""

from collections.abc import Iterator, Mapping

from memberstudios.base.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Calling it with a key gives the text, its `{placeholders}` filled.

    A missing key is a bug of the program and raises KeyError; tests walk all keys.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        text = self.texts[key]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        return key in self.texts

    def under(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Key (without `prefix` and its dot) and text of every word below `prefix`, in order."""
        start = prefix + "."
        for key, text in self.texts.items():
            if key.startswith(start):
                yield key[len(start) :], text

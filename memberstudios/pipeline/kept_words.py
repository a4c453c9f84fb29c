"""The words of a language as the last build read them, while their files are the same: parsing them takes longer."""

import marshal
import time

from memberstudios.pipeline.kept import Kept, is_settled
from memberstudios.sources.tree import Tree
from memberstudios.words import Words


def kept_words(house: Tree, language: str, kept: Kept) -> Words:
    """The words of a language. Raises BrokenLocale."""
    files = [(path, house.signature(path) or ()) for path in house.paths() if path.startswith(f"locales/{language}/")]
    name = f"words-{language}"
    data = kept.get(name)
    if data is not None and all(signature for _, signature in files):
        try:
            version, known, texts = marshal.loads(data)  # noqa: S302 - plain values, and checked
            if (version, known) == (kept.version, files):
                return Words(language, texts)
        except (ValueError, TypeError, EOFError):
            pass
    from memberstudios.sources.locales import read_words

    now = time.time_ns()
    words = read_words(house, language)
    if all(is_settled(signature, now) for _, signature in files):
        kept.put(name, marshal.dumps((kept.version, files, dict(words.texts))))
    return words

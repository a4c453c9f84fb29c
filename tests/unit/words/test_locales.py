"""Both languages say the same things with the same values."""

from collections import Counter
from pathlib import Path
from string import Formatter

import memberstudios
from memberstudios.sources.locales import languages, read_words
from memberstudios.sources.tree import FolderTree

HOUSE = FolderTree(Path(memberstudios.__file__).parents[1], ("locales",))
CHINESE, ENGLISH = (read_words(HOUSE, language) for language in ("zh-Hans", "en"))


def placeholders(text):
    return Counter(field for _, field, _, _ in Formatter().parse(text) if field)


def is_literal(key):
    """Texts that are shown as they stand, and may hold braces of their own."""
    return key.startswith(("documentation.example.", "documentation.type.")) or key.endswith(".example")


def test_there_are_two_languages():
    assert languages(HOUSE) == ("en", "zh-Hans")


def test_every_text_is_there_in_both_languages():
    assert set(CHINESE.texts) ^ set(ENGLISH.texts) == set()


def test_both_languages_use_the_same_placeholders():
    differing = {
        key
        for key in set(CHINESE.texts) & set(ENGLISH.texts)
        if not is_literal(key) and set(placeholders(CHINESE.texts[key])) != set(placeholders(ENGLISH.texts[key]))
    }
    assert differing == set()

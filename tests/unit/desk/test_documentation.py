"""What `make docs` writes is what stands in docs/, is complete, and its examples are good records."""

import pytest

from memberstudios.base.codes import SEVERITY
from memberstudios.desk.documentation.__main__ import HOME, documents, families
from memberstudios.desk.documentation.records import choices_key, documented_types, own_fields, own_keys, snake
from memberstudios.records.kinds import KINDS
from memberstudios.records.shared import Provenance
from memberstudios.sources.locales import read_words
from memberstudios.sources.strict_yaml import load
from memberstudios.sources.tree import FolderTree, MemoryTree
from tests.reading import read_entries

HOUSE = FolderTree(HOME, ("locales",))
LANGUAGES = ("zh-Hans", "en")
WORDS = {language: read_words(HOUSE, language) for language in LANGUAGES}
PLACES = {"news": "content/news/2026-09-02-first-reception.md", "page": "content/pages/about.md"}


@pytest.mark.parametrize(("path", "text"), [pytest.param(*document, id=document[0]) for document in documents(HOUSE)])
def test_the_document_is_what_make_docs_writes(path, text):
    assert (HOME / path).read_text("utf-8") == text, "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_title_and_a_meaning_and_no_other_has(language):
    types = (*documented_types(), Provenance)
    known = {f"{snake(kind)}.{key}.{part}" for kind in types for key in own_keys(kind) for part in ("title", "meaning")}
    assert {key for key, _ in WORDS[language].under("fields")} == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_its_words_and_no_other_has(language):
    offered = {
        f"{choices_key(kind, field)}.{choice}".removeprefix("choices.")
        for kind in documented_types()
        if snake(kind) not in ("change", "steps")
        for field in own_fields(kind)
        for choice in field.choices
    }
    assert {key for key, _ in WORDS[language].under("choices")} == offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_described_in_exactly_one_family(language):
    described = [code for codes in families(HOUSE, language).values() for code in codes]
    assert sorted(described) == sorted(SEVERITY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_read_without_any_diagnostic(kind, language):
    path = PLACES.get(kind.name, f"{kind.place}.yaml")
    entries, found = read_entries(MemoryTree({path: WORDS[language](f"documentation.example.{kind.name}").encode()}))
    assert [one for one in found if one.code != "file-missing"] == []
    assert len(entries.of(kind.name)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", ["yaml", "fields", "references", "records"])
def test_the_examples_of_rules_are_good_yaml(family, language):
    for code in families(HOUSE, language)[family]:
        example = WORDS[language].texts.get(f"rules.{code}.example", "")
        if not example.startswith("---"):
            assert load(example)[1] == [], code

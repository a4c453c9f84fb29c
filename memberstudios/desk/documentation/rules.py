"""`docs/rules.md`: every rule by family with its severity, message, fix and example. Knows no single rule."""

from collections.abc import Iterator, Mapping, Sequence

from memberstudios.base.codes import SEVERITY
from memberstudios.words import Words

Families = Mapping[str, Sequence[str]]
"""The codes whose texts stand together in one file, by that file's name."""


def page(words: Words, families: Families) -> str:
    """The whole document as Markdown."""
    return "\n".join(_lines(words, families))


def _lines(words: Words, families: Families) -> Iterator[str]:
    yield from (f"# {words('documentation.rules.title')}", "")
    yield from (f"<!-- {words('documentation.made')} -->", "")
    yield words("documentation.rules.intro")
    for family, codes in families.items():
        yield from ("", f"## {words(f'documentation.rules.family.{family}')}", "")
        yield from _overview(words, codes)
        for code in codes:
            yield from _rule(words, code)


def _overview(words: Words, codes: Sequence[str]) -> Iterator[str]:
    columns = (words(f"documentation.rules.columns.{column}") for column in ("rule", "severity", "title"))
    yield f"| {' | '.join(columns)} |"
    yield "| --- | --- | --- |"
    for code in codes:
        yield f"| [`{code}`](#{code}) | {words(f'report.{SEVERITY[code]}')} | {words(f'rules.{code}.title')} |"


def _rule(words: Words, code: str) -> Iterator[str]:
    start = f"rules.{code}"
    yield from ("", f'### <a id="{code}"></a>{words(f"{start}.title")} `{code}`', "")
    yield f"- {words(f'report.{SEVERITY[code]}')}"
    yield f"- {words('documentation.rules.message')} — {_shown(words(f'{start}.message'))}"
    yield f"- {words('documentation.rules.fix')} — {_shown(words(f'{start}.fix'))}"
    if words.has(f"{start}.example"):
        yield from ("", words("documentation.rules.example"), "", "````", words(f"{start}.example"), "````")


def _shown(text: str) -> str:
    """Text of people in Markdown: what is literal stays literal, and a placeholder shows its name."""
    for character in "\\`*_<>[]#":
        text = text.replace(character, f"\\{character}")
    return text.replace("{{", "{").replace("}}", "}")

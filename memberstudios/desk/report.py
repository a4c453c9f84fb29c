"""Diagnostics as text for people: what is wrong, where, the line with a caret, the fix, the nearest known word."""

from collections.abc import Iterator, Sequence

from memberstudios.base.diagnostic import Diagnostic, Finding, Place
from memberstudios.base.text import columns
from memberstudios.desk import field_words
from memberstudios.sources.text import unwanted
from memberstudios.words import Words

_COLUMNS_BEFORE_CARET = 60
_MAX_SHOWN_COLUMNS = 110
_REPLACEMENT = "\ufffd"


def message(diagnostic: Diagnostic, words: Words) -> str:
    """What is wrong, in one sentence."""
    return words(f"rules.{diagnostic.code}.message", **_values(diagnostic, words))


def fix(diagnostic: Diagnostic, words: Words) -> str:
    """What to do about it, with the nearest known word where there is one."""
    text = words(f"rules.{diagnostic.code}.fix", **_values(diagnostic, words))
    nearest = diagnostic.nearest or _by_words(diagnostic, words)
    if nearest is None:
        return text
    return f"{words('report.nearest', nearest=nearest)}{text}"


def text(findings: Sequence[Finding], words: Words) -> str:
    """All findings, one block each, and a closing line that counts them."""
    blocks = ["\n".join(_block(finding, words)) for finding in findings]
    return "\n\n".join([*blocks, summary(findings, words)]) + "\n"


def summary(findings: Sequence[Finding], words: Words) -> str:
    """How many errors and warnings there are."""
    errors = sum(finding.diagnostic.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return words("report.nothing_wrong")
    return words("report.summary", errors=errors, warnings=warnings)


def _values(diagnostic: Diagnostic, words: Words) -> dict[str, str]:
    values = {key: _visible(value) for key, value in diagnostic.values.items()}
    if "kind" in values and words.has(f"kinds.{values['kind']}"):
        values["kind"] = words(f"kinds.{values['kind']}")
    if diagnostic.code == "not-a-choice":
        called = _called(diagnostic, words)
        shown = (
            words("report.choice", choice=choice, meaning=called[choice]) if choice in called else choice
            for choice in _known(diagnostic)
        )
        values["known"] = words("report.comma").join(shown)
    return values


def _by_words(diagnostic: Diagnostic, words: Words) -> str | None:
    """The key or choice whose words an editor wrote instead of it."""
    written = diagnostic.values.get("value" if diagnostic.code == "not-a-choice" else "key", "")
    return field_words.meant(written, _called(diagnostic, words))


def _called(diagnostic: Diagnostic, words: Words) -> dict[str, str]:
    """What the keys or choices that a diagnostic knows of are called in words."""
    within = diagnostic.values.get("within", "")
    if not within:
        return {}
    if diagnostic.code == "not-a-choice":
        return field_words.meanings(words, within, diagnostic.values["key"], _known(diagnostic))
    return field_words.titles(words, within, _known(diagnostic))


def _known(diagnostic: Diagnostic) -> tuple[str, ...]:
    return tuple(diagnostic.values.get("known", "").split(", "))


def _block(finding: Finding, words: Words) -> Iterator[str]:
    diagnostic, place = finding.diagnostic, finding.place
    yield f"{words(f'report.{diagnostic.severity}')}[{diagnostic.code}] {message(diagnostic, words)}"
    number_width = max(len(str(one.line)) for one in (place, *(second for _, second in finding.related)))
    yield from _shown(place, number_width, "^")
    for label, second in finding.related:
        yield f"{' ' * number_width} = {words(label)}"
        yield from _shown(second, number_width, "-")
    yield f"{' ' * number_width} = {words('report.fix')}{fix(diagnostic, words)}"


def _shown(place: Place, number_width: int, mark: str) -> Iterator[str]:
    yield f"{' ' * number_width}--> {_visible(place.file)}:{place.line}:{place.column}"
    if not place.excerpt.strip():
        return
    excerpt, column = _cut(_visible(place.excerpt), place.column)
    marked = excerpt[column - 1 : column - 1 + place.length] or " "
    yield f"{place.line:>{number_width}} | {excerpt}"
    yield f"{' ' * number_width} | {' ' * columns(excerpt[: column - 1])}{mark * max(1, columns(marked))}"


def _visible(text: str) -> str:
    """Text that a terminal shows as it stands: what would hide, reorder or give it commands is marked instead."""
    for bad in unwanted(text):
        text = text[: bad.offset] + _REPLACEMENT + text[bad.offset + 1 :]
    return text.replace("\t", " ")


def _cut(line: str, column: int) -> tuple[str, int]:
    """A long line around `column`, and where the column is then."""
    start, room = max(0, column - 1), _COLUMNS_BEFORE_CARET
    while start > 0 and (room := room - columns(line[start - 1])) >= 0:
        start -= 1
    shown, width = [], 0
    for character in line[start:]:
        width += columns(character)
        if width > _MAX_SHOWN_COLUMNS:
            break
        shown.append(character)
    prefix = "…" if start else ""
    return prefix + "".join(shown), column - start + len(prefix)

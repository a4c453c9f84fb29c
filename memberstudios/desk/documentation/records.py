"""`docs/records.md`: every kind of record, where it is written, its fields and an example. Knows no single field."""

from collections.abc import Iterator

from memberstudios.desk import field_words
from memberstudios.records import structure
from memberstudios.records.kinds import KINDS, Kind
from memberstudios.records.shared import Provenance
from memberstudios.records.structure import Field, fields
from memberstudios.records.studio import Change
from memberstudios.records.work import Steps
from memberstudios.words import Words

_READ_BY_HAND = {Change: ("from", "fields"), Steps: ("framework",)}
"""Parts whose keys are open: any field of a studio, any item of a framework."""
_OF_FILE_NAME = "id"
"""What a Markdown file's name says, and nobody writes."""


def page(words: Words) -> str:
    """The whole document as Markdown."""
    return "\n".join(_lines(words))


def snake(record_type: type) -> str:
    """A type's name as the words have it."""
    return structure.snake(record_type.__name__)


def documented_types() -> tuple[type, ...]:
    """Every record type, then every part that a record holds, each once, in the order of their use."""
    found: list[type] = [kind.record for kind in KINDS]
    for record_type in found:  # grows while it is walked
        if record_type not in _READ_BY_HAND:
            nested = dict.fromkeys(field.nested for field in fields(record_type) if field.nested is not None)
            found += [part for part in nested if part not in found]
    return tuple(found)


def own_fields(record_type: type) -> tuple[Field, ...]:
    """The fields that are documented with a type: not those of every record, not those given by a file's name."""
    everywhere = {field.key for field in fields(Provenance)}
    is_text = any(kind.record is record_type and kind.shape == "markdown" for kind in KINDS)
    return tuple(
        field
        for field in fields(record_type)
        if field.key not in everywhere and not (is_text and field.key == _OF_FILE_NAME)
    )


def own_keys(record_type: type) -> tuple[str, ...]:
    """The keys of `own_fields`, and of the parts that are read by hand."""
    if record_type in _READ_BY_HAND:
        return _READ_BY_HAND[record_type]
    shown = fields(Provenance) if record_type is Provenance else own_fields(record_type)
    return tuple(field.key for field in shown)


def choices_key(record_type: type, field: Field) -> str:
    """Below which key the words of a field's choices stand."""
    return field_words.choices_key(record_type.__name__, field.key, field.choices)


def _lines(words: Words) -> Iterator[str]:
    yield from (f"# {words('documentation.records.title')}", "")
    yield from (f"<!-- {words('documentation.made')} -->", "")
    yield from (words("documentation.records.intro"), "")
    yield from (f"## {words('documentation.records.kinds')}", "")
    for kind in KINDS:
        yield f"- [{words(f'kinds.{kind.name}')} `{kind.name}`](#{kind.name})"
    for kind in KINDS:
        yield from _kind(words, kind)
    yield from _head(words("documentation.records.shared"), "provenance")
    yield from (words("documentation.records.shared_intro"), "")
    yield from _table(words, Provenance)
    yield from _head(words("documentation.records.parts"), "parts")
    yield words("documentation.records.parts_intro")
    kinds = {kind.record for kind in KINDS}
    for part in documented_types():
        if part not in kinds:
            yield from _part(words, part)


def _kind(words: Words, kind: Kind) -> Iterator[str]:
    yield from _head(f"{words(f'kinds.{kind.name}')} `{kind.name}`", kind.name)
    required = words("documentation.records.required_yes") if kind.required else ""
    yield from (f"{_where(words, kind)}{required}", "")
    yield from _table(words, kind.record)
    yield from ("", f"{words('documentation.records.example')}", "")
    yield f"```{'markdown' if kind.shape == 'markdown' else 'yaml'}"
    yield words(f"documentation.example.{kind.name}")
    yield "```"


def _where(words: Words, kind: Kind) -> str:
    if kind.shape == "markdown":
        return words(f"documentation.records.{kind.name}_files")
    return words(f"documentation.records.{'list' if kind.shape == 'list' else 'one_mapping'}", place=kind.place)


def _part(words: Words, part: type) -> Iterator[str]:
    yield from ("", f'### <a id="{snake(part)}"></a>`{snake(part)}`', "")
    comma = words("documentation.records.comma")
    users = [
        f"`{snake(user)}.{field.key}`"
        for user in documented_types()
        if user not in _READ_BY_HAND
        for field in fields(user)
        if field.nested is part
    ]
    yield from (words("documentation.records.used_in", places=comma.join(users)), "")
    yield from _table(words, part)


def _head(title: str, anchor: str) -> Iterator[str]:
    yield from ("", f'## <a id="{anchor}"></a>{title}', "")


def _table(words: Words, record_type: type) -> Iterator[str]:
    yield _row(*(words(f"documentation.records.columns.{column}") for column in ("field", "title", "kind", "meaning")))
    yield _row("---", "---", "---", "---")
    shown = {field.key: field for field in fields(record_type)} if record_type not in _READ_BY_HAND else {}
    for key in own_keys(record_type):
        start = f"fields.{snake(record_type)}.{key}"
        form = _form(words, record_type, shown[key]) if key in shown else words("documentation.type.mapping")
        if record_type in _READ_BY_HAND and key in ("from", "framework"):
            form = words("documentation.type.date" if key == "from" else "documentation.type.id")
            form = _joined(words, [form, words("documentation.records.is_required")])
        yield _row(f"`{key}`", words(f"{start}.title"), form, words(f"{start}.meaning"))


def _form(words: Words, record_type: type, field: Field) -> str:
    parts = [_type(words, record_type, field)]
    if field.required:
        parts.append(words("documentation.records.is_required"))
    if field.many:
        parts.append(words("documentation.records.many"))
    if field.default:
        parts.append(words("documentation.records.default", value=f"`{field.default}`"))
    return _joined(words, parts)


def _type(words: Words, record_type: type, field: Field) -> str:
    if field.names is not None:
        form = "of_kind_or_text" if field.names.or_text else "of_kind"
        kind = f"[{words(f'kinds.{field.names.kind}')}](#{field.names.kind})"
        return words(f"documentation.records.{form}", kind=kind)
    if field.nested is not None:
        return f"[`{snake(field.nested)}`](#{snake(field.nested)})"
    if not field.choices:
        return words(f"documentation.type.{field.kind}")
    start = choices_key(record_type, field)
    meanings = (f"`{choice}` {words(f'{start}.{choice}')}" for choice in field.choices)
    return f"{words('documentation.records.choose')}<br>" + "<br>".join(meanings) + "<br>"


def _joined(words: Words, parts: list[str]) -> str:
    """The parts with the language's comma between them; after a line break none is needed."""
    comma = words("documentation.records.comma")
    return comma.join(parts).replace(f"<br>{comma}", "<br>").removesuffix("<br>")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

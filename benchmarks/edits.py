"""Small edits of the kind that editors make, each different from round to round, so that none is already done."""

import re
from pathlib import Path


def change_field(path: Path, id_: str, key: str, word: str) -> None:
    """Put a word before the value of one field of the record `id_`; in YAML, front matter or JSON."""
    text = path.read_text("utf-8")
    start = re.search(rf'\bid"?: ["\']?{re.escape(id_)}["\']?,?$', text, re.MULTILINE)
    if start is None:
        raise ValueError(f"{path} has no record {id_}")
    field = re.compile(rf'^\s*"?{key}"?: ["\']?', re.MULTILINE).search(text, start.end())
    if field is None:
        raise ValueError(f"{id_} has no {key} in {path}")
    path.write_text(text[: field.end()] + word + text[field.end() :], encoding="utf-8", newline="\n")


def file_of_record(folder: Path, id_: str) -> Path:
    """The file of a folder in which the record `id_` stands. Raises StopIteration where none has it."""
    return next(file for file in sorted(folder.glob("*.yaml")) if f"- id: {id_}\n" in file.read_text("utf-8"))


def add_paragraph(path: Path, word: str) -> None:
    """Put one more paragraph at the end of a text."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{word}\n")


def mark_template(path: Path, word: str) -> None:
    """Change what a template writes: an attribute of its first `hero`."""
    text = path.read_text("utf-8")
    changed, count = re.subn(
        r'<div class="hero"(?: data-bench="\w*")?>', f'<div class="hero" data-bench="{word}">', text
    )
    if not count:
        raise ValueError(f"{path} has no hero")
    path.write_text(changed, encoding="utf-8", newline="\n")

"""The words of a language from its files: the file's name is the namespace, nested keys are joined with dots.

Files below `rules/` share the namespace `rules`.
"""

from typing import Any

from memberstudios.sources import usual_yaml
from memberstudios.sources.issue import Issue
from memberstudios.sources.tree import Tree
from memberstudios.words import Words


class BrokenLocale(ValueError):
    """A file of words cannot be read; it belongs to the program, not to the directory."""


def read_words(tree: Tree, language: str) -> Words:
    """All words below `locales/<language>/`. Raises BrokenLocale."""
    start = f"locales/{language}/"
    texts: dict[str, str] = {}
    for path in tree.paths():
        if path.startswith(start) and path.endswith(".yaml"):
            text = tree.read(path).decode("utf-8")
            issues: list[Issue] = []
            value = usual_yaml.read(text)
            if value is None:
                from memberstudios.sources.strict_yaml import load

                value, issues = load(text)
            if issues or not isinstance(value, dict):
                raise BrokenLocale(_told(path, issues))
            namespace = path[len(start) : -len(".yaml")].split("/")[0]
            _flatten(namespace, value, texts)
    return Words(language, texts)


def _told(path: str, issues: list[Issue]) -> str:
    """As compilers write it: file, line, column, code."""
    return "\n".join(f"{path}:{issue.line}:{issue.column}: {issue.code}" for issue in issues) or path


def languages(tree: Tree) -> tuple[str, ...]:
    """The languages that have words."""
    return tuple(sorted({path.split("/")[1] for path in tree.paths() if path.startswith("locales/")}))


def _flatten(prefix: str, value: Any, texts: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _flatten(f"{prefix}.{key}", inner, texts)
    elif prefix in texts or not isinstance(value, str):
        raise BrokenLocale(prefix)
    else:
        texts[prefix] = value

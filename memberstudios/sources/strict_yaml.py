"""YAML for structure only: text to plain `dict`, `list` and `str`, every scalar as it was written.

Refused, each with its place: anchors, aliases, tags, merge keys, duplicate and non-scalar keys, deep nesting, several
documents. Nothing is resolved, so nothing can be misread or blown up. Works on the events of PyYAML's C parser, and on
those of its Python parser where libyaml is missing. Knows nothing of records.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import events

from memberstudios.sources.issue import Issue
from memberstudios.sources.text import unwanted

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # no libyaml on this machine
    from yaml.parser import Parser as _Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class Parser(Reader, Scanner, _Parser):  # type: ignore[no-redef]
        """The pure parser with the C parser's face."""

        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            _Parser.__init__(self)


MAX_DEPTH = 16
MAX_ISSUES = 50

_CORE_TAG = "tag:yaml.org,2002:"
_KEY_INSIDE = re.compile(r"(?:^|\s)([a-z_]{2,})：")


class _GiveUp(Exception):
    """So much is wrong that going on would only cost time."""


class _Builder:
    __slots__ = ("errors", "escapes", "issues", "next", "warnings")

    def __init__(self, text: str) -> None:
        self.next: Callable[[], Any] = Parser(text).get_event
        self.issues: list[Issue] = []
        self.errors = self.warnings = 0
        self.escapes = "\\" in text

    def report(self, code: str, mark: Any, first: tuple[int, int] | None = None, **values: str) -> None:
        self.issues.append(Issue(code=code, line=mark.line + 1, column=mark.column + 1, values=values, first=first))
        self.errors += 1
        if self.errors >= MAX_ISSUES:
            raise _GiveUp

    def report_empty(self, mark: Any, key: str) -> None:
        """Nothing was written: a form that was half filled in is read on, however many of its fields are empty."""
        if self.warnings < MAX_ISSUES:
            at = {"line": mark.line + 1, "column": mark.column + 1}
            self.issues.append(Issue(code="empty-value", values={"key": key}, **at))
        self.warnings += 1


def load(text: str) -> tuple[Any, list[Issue]]:
    """The value that `text` writes (None for an empty document), and what is wrong with it.

    With issues other than `empty-value` the value is only good for finding more mistakes.
    """
    value = None
    try:
        builder = _Builder(text)
    except yaml.YAMLError as error:
        return None, [_syntax(error)]
    try:
        builder.next()
        event = builder.next()
        if event.__class__ is events.DocumentStartEvent:
            value = _value(builder, builder.next(), MAX_DEPTH)
            builder.next()
            event = builder.next()
        if event.__class__ is not events.StreamEndEvent:
            builder.report("several-documents", event.start_mark)
    except _GiveUp:
        pass
    except yaml.YAMLError as error:
        builder.issues.append(_syntax(error))
    return value, builder.issues


def _value(builder: _Builder, event: Any, room: int) -> Any:
    # A module-level function on purpose: a nested one that names itself is a cycle and keeps every text alive.
    kind = event.__class__
    if kind is events.AliasEvent:
        builder.report("alias", event.start_mark, name=str(event.anchor))
        return ""
    if event.anchor is not None:
        builder.report("anchor", event.start_mark, name=str(event.anchor))
    if event.tag is not None:
        builder.report("tag", event.start_mark, name=str(event.tag).replace(_CORE_TAG, "!!"))
    if kind is events.ScalarEvent:
        return _scalar(builder, event)
    if room == 0:
        builder.report("nested-too-deeply", event.start_mark, limit=str(MAX_DEPTH))
        raise _GiveUp
    if kind is events.SequenceStartEvent:
        return _sequence(builder, room)
    return _mapping(builder, room)


def _scalar(builder: _Builder, event: Any) -> str:
    value: str = event.value
    if builder.escapes and event.style == '"':
        for bad in unwanted(value):
            builder.report(bad.code, event.start_mark, character=bad.name)
    elif (
        "：" in value
        and event.style in (None, "")
        and event.start_mark.line != event.end_mark.line
        and (match := _KEY_INSIDE.search(value)) is not None
    ):
        # A line such as `phone：123` was swallowed by the value above it.
        builder.report("full-width-colon", event.start_mark, key=match[1])
    return value


def _sequence(builder: _Builder, room: int) -> list[Any]:
    items: list[Any] = []
    while (event := builder.next()).__class__ is not events.SequenceEndEvent:
        item = _value(builder, event, room - 1)
        if event.__class__ is events.ScalarEvent and not item.strip():
            builder.report_empty(event.start_mark, "-")
            continue
        items.append(item)
    return items


def _mapping(builder: _Builder, room: int) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    places: dict[str, Any] = {}
    while (key := builder.next()).__class__ is not events.MappingEndEvent:
        name = _scalar(builder, key) if key.__class__ is events.ScalarEvent else None
        if name is None or key.anchor is not None or key.tag is not None:
            builder.report("key-not-text", key.start_mark)
            if name is None:
                _value(builder, key, room - 1)
        elif name == "<<":
            builder.report("merge-key", key.start_mark)
            name = None
        elif name in places:
            first = places[name]
            builder.report("duplicate-key", key.start_mark, (first.line + 1, first.column + 1), key=name)
        event = builder.next()
        value = _value(builder, event, room - 1)
        if name is None or name in places:
            continue
        places[name] = key.start_mark
        if event.__class__ is events.ScalarEvent and not value.strip():
            builder.report_empty(key.start_mark, name)
            continue
        mapping[name] = value
    return mapping


def _syntax(error: yaml.YAMLError) -> Issue:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or "")
    if mark is None:
        return Issue(code="yaml-syntax", line=1, column=1, values={"problem": problem})
    return Issue(code="yaml-syntax", line=mark.line + 1, column=mark.column + 1, values={"problem": problem})

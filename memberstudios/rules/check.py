"""The table of rules, in order, and what a site has silenced."""

from collections.abc import Callable, Iterator
from typing import Final

from memberstudios.base.diagnostic import Diagnostic
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.reader import marked_in_time
from memberstudios.rules import (
    contents,
    duty,
    facts,
    identity,
    periods,
    quantities,
    references,
    residents,
    sessions,
    site,
    work,
)
from memberstudios.rules.contents import Targets

Rule = Callable[[Directory], Iterator[Diagnostic]]
RecordRule = Callable[[Directory, Entry], Iterator[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (identity.duplicate_ids, identity.former_ids, identity.circles, work.empty_series)
"""What only all records together can tell, from their slots."""

RULES_OF_ALL: Final[tuple[RecordRule, ...]] = (
    periods.reversed_periods,
    facts.assured_in_future,
)
RULES_OF: Final[dict[str, tuple[RecordRule, ...]]] = {
    "site": (site.base_url, site.base_map, site.silenced_rules),
    "studio": (
        duty.duty_rules,
        sessions.meetings,
        sessions.clashes,
        facts.claims,
        facts.claims_twice,
        facts.closed_while_open,
        facts.moved_without_position,
        facts.far_positions,
        quantities.quantities,
    ),
    "figure": (facts.figures, quantities.quantities, residents.residents),
    "framework": (facts.framework_items,),
    "activity": (facts.steps, work.activity_times, quantities.quantities, residents.residents),
    "series": (residents.residents,),
    "pairing": (residents.residents,),
    "topic": (work.topic_steps, work.topic_states, residents.residents),
}
"""What is asked of one record, and of what it names. The answer is kept while nothing changes that was looked at."""


def check(directory: Directory) -> Iterator[Diagnostic]:
    """What is wrong with the directory as a whole."""
    for rule in RULES:
        yield from rule(directory)


def check_record(directory: Directory, entry: Entry, targets: Targets) -> Iterator[Diagnostic]:
    """What is wrong with one record of a directory whose texts may link to `targets`."""
    for rule in (*RULES_OF_ALL, *RULES_OF.get(entry.kind, ())):
        yield from rule(directory, entry)
    marks = tuple(marked_in_time(entry.record))
    yield from references.unknown_references(directory, entry, marks)
    yield from contents.named_files(directory, entry, marks)
    if entry.texts:
        yield from contents.broken_links(directory, entry, targets)


def unsilenced(directory: Directory, found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the warnings that the site has silenced; errors always stay."""
    silenced = {silence.rule for silence in directory.site.silenced_rules}
    return [one for one in found if one.severity == "error" or one.code not in silenced]

"""The table of rules, in order, and what a site has silenced."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from memberstudios.base.diagnostic import Diagnostic
from memberstudios.directory.directory import Directory, ProseKey
from memberstudios.rules import contents, duty, facts, identity, periods, references, site

Rule = Callable[[Directory], Iterator[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (
    site.base_url,
    site.base_map,
    site.silenced_rules,
    identity.duplicate_ids,
    identity.former_ids,
    identity.circles,
    references.unknown_references,
    periods.reversed_periods,
    duty.duty_rules,
    facts.figures,
    facts.frameworks,
    facts.closed_while_open,
    facts.far_positions,
    facts.assured_in_future,
    contents.named_files,
)


def check(directory: Directory, addresses: Mapping[str, ProseKey | None]) -> Iterator[Diagnostic]:
    """Everything that is wrong with a directory whose site will have `addresses`."""
    for rule in RULES:
        yield from rule(directory)
    yield from contents.broken_links(directory, addresses)


def unsilenced(directory: Directory, found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the warnings that the site has silenced; errors always stay."""
    silenced = {silence.rule for silence in directory.site.silenced_rules}
    return [one for one in found if one.severity == "error" or one.code not in silenced]

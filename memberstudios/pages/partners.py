"""Studios and partners that work together (结对共建), as the pages of both sides show them."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import named
from memberstudios.pages.named import Named
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingLine:
    """A pairing: the studio (None where there is no page of it) and its partner, how, and from when to when."""

    id: str
    studio: Named | None
    partner: Named
    kind: str
    since: PartialDate | None
    until: PartialDate | None
    summary: str
    sources: tuple[SourceLine, ...]


def pairings(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[PairingLine, ...]:
    """The pairings of `ids`, in that order."""
    return tuple(
        PairingLine(
            id=id_,
            studio=named.studio(directory, words, pairing.studio),
            partner=named.organization_or_text(directory, pairing.partner),
            kind=pairing.kind or "",
            since=pairing.since,
            until=pairing.until,
            summary=pairing.summary or "",
            sources=source_lines(directory, pairing.sources),
        )
        for id_ in ids
        if (pairing := directory.pairings.get(id_)) is not None
    )

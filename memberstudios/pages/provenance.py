"""Where a record comes from and what to do when it is wrong: the quiet part at the end of a page."""

from collections.abc import Iterable
from typing import Protocol

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses


class Recorded(Protocol):
    """What every record with an id says of itself."""

    @property
    def id(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def assured_date(self) -> PartialDate | None: ...
    @property
    def valid_to(self) -> PartialDate | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source. `not_before` is what is known of the day of an undated one; `supplied`: its title is ours.

    `url` is where it can be read, `path` what this site says of it; both may be empty.
    """

    title: str
    publisher: str
    date: PartialDate | None
    not_before: PartialDate | None
    url: str
    path: str
    supplied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Sources of a record, when somebody last confirmed it, its id, and where to report or correct it ("" nowhere)."""

    id: str
    sources: tuple[SourceLine, ...]
    assured: PartialDate | None
    ended: PartialDate | None
    """The last day on which the record held, once that is over."""
    report_url: str
    edit_url: str

    @property
    def is_dated(self) -> bool:
        """Whether a source says how old the facts are."""
        return any(source.date is not None for source in self.sources)


def provenance(directory: Directory, record: Recorded, kind: str) -> Provenance:
    """The provenance of a record of a kind that has ids."""
    file = directory.file_of(kind, record.id)
    return Provenance(
        id=record.id,
        sources=source_lines(directory, record.sources),
        assured=record.assured_date,
        ended=record.valid_to if f"{kind}/{record.id}" in directory.ended else None,
        report_url=_filled(directory.site.report_url, record.id, file),
        edit_url=_filled(directory.site.edit_url, record.id, file),
    )


def source_lines(directory: Directory, ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """The known sources of `ids`, in that order."""
    return tuple(
        SourceLine(
            title=source.title,
            publisher=source.publisher or "",
            date=source.date,
            not_before=source.not_before,
            url=source.url or "",
            path="" if addresses.SOURCES_SLUG in directory.pages else source_path(directory, source.id),
            supplied=source.title_supplied,
        )
        for id_ in ids
        if (source := directory.sources.get(id_)) is not None
    )


def source_path(directory: Directory, id_: str) -> str:
    """The place of a source in the list of all, which may lie on a further page."""
    number = directory.sources.place_of(id_) // addresses.PAGE_SIZE + 1
    return f"{addresses.numbered(addresses.SOURCES, number)}#{id_}"


def _filled(template: str | None, id_: str, file: str) -> str:
    return template.format(id=id_, file=file) if template else ""

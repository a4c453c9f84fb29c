"""From trees to a checked directory: everything before the first byte is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from memberstudios.base.diagnostic import Finding
from memberstudios.directory.directory import Directory, assemble
from memberstudios.directory.entries import Entries
from memberstudios.pages import addresses
from memberstudios.pipeline.contents import read_contents
from memberstudios.pipeline.reading import read_entries
from memberstudios.records.reader import with_fields
from memberstudios.rules.check import check, unsilenced
from memberstudios.sources.places import Finder
from memberstudios.sources.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build for: a day, or an instant (aware) whose day in the site's zone counts.

    `base_url` is an address other than the site's own, `jobs` the number of processes.
    """

    day: date | None = None
    instant: datetime
    base_url: str | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A directory and all that is wrong with it, sorted by file and line."""

    directory: Directory
    findings: Sequence[Finding]

    @property
    def is_publishable(self) -> bool:
        return all(finding.diagnostic.severity != "error" for finding in self.findings)


def check_directory(records: Tree, request: Request) -> Checked:
    """Read everything, tie it together, and find all that is wrong in one go."""
    entries, found = read_entries(records)
    day = _day(entries, request)
    contents, problems = read_contents(records, entries, day)
    directory = assemble(entries, contents, day)
    if request.base_url is not None:
        directory = replace(directory, site=with_fields(directory.site, base_url=request.base_url))
    found += problems
    found += check(directory, addresses.known(directory))
    findings = Finder(records).findings(unsilenced(directory, found))
    return Checked(directory=directory, findings=findings)


def _day(entries: Entries, request: Request) -> date:
    """The day that decides what holds; the zone of a site that cannot be read is China's."""
    if request.day is not None:
        return request.day
    zone = next((entry.record.timezone for entry in entries.of("site")), "Asia/Shanghai")
    return request.instant.astimezone(ZoneInfo(zone)).date()

"""From trees to a checked directory: everything before the first byte is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Diagnostic, Finding
from memberstudios.directory.assembly import assemble
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entries, Slot
from memberstudios.directory.trace import Changed, Seen, Shared, touched
from memberstudios.pages.targets import Targets
from memberstudios.pipeline.changes import Nodes, changes, nodes_of
from memberstudios.pipeline.crew import share_out
from memberstudios.pipeline.reading import Remembered, read_tree
from memberstudios.pipeline.stored import Store
from memberstudios.records.reader import with_fields
from memberstudios.rules.check import check, check_record, unsilenced
from memberstudios.sources.tree import Tree

Progress = Callable[[str], object]
"""Called with the key of a step's name when it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build for: a day, or an instant (aware) whose day in the site's zone counts.

    `base_url` is an address other than the site's own, `jobs` the number of processes.
    """

    day: date | None = None
    instant: datetime
    base_url: str | None = None
    jobs: int = 1


@dataclass(slots=True)
class CheckedBefore:
    """What checking keeps from build to build, as plain values.

    `seen`: what was looked at while a record with which nothing was wrong was checked, by `<kind>/<id>`; `base` stands
    for what all checks depend on.
    """

    reading: Remembered = field(default_factory=Remembered)
    nodes: Nodes = field(default_factory=Nodes)
    base: bytes = b""
    seen: dict[str, Seen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A directory and all that is wrong with it, sorted by file and line; and what the next build may keep.

    `changed` is what differs from the directory of `before`.
    """

    directory: Directory
    findings: Sequence[Finding]
    changed: Changed
    after: CheckedBefore

    @property
    def is_publishable(self) -> bool:
        return all(finding.diagnostic.severity != "error" for finding in self.findings)


def check_directory(
    records: Tree,
    request: Request,
    before: CheckedBefore | None = None,
    store: Store | None = None,
    progress: Progress = str,
) -> Checked:
    """Read everything, tie it together, and find all that is wrong in one go."""
    before = before or CheckedBefore()
    reading = read_tree(records, before.reading, Store() if store is None else store, request.jobs)
    progress("tie")
    directory = assemble(
        reading.entries, reading.attached.pictures, reading.attached.documents, _day(reading.entries, request)
    )
    reading.remembered.turned = reading.entries.turned
    if request.base_url is not None:
        directory = replace(directory, site=with_fields(directory.site, base_url=request.base_url))
    nodes = nodes_of(directory, reading.attached.versions)
    changed = changes(before.nodes, nodes)
    progress("check")
    base = b"".join(slot.digest for slot in reading.entries.slots("site"))
    found, seen = _check(directory, before.seen if base == before.base else {}, changed, request.jobs)
    found = [*reading.diagnostics, *found, *check(directory)]
    progress("find")
    return Checked(
        directory=directory,
        findings=_findings(records, unsilenced(directory, found)),
        changed=changed,
        after=CheckedBefore(reading=reading.remembered, nodes=nodes, base=base, seen=seen),
    )


def _check(
    directory: Directory, before: dict[str, Seen], changed: Changed, jobs: int
) -> tuple[list[Diagnostic], dict[str, Seen]]:
    """What is wrong with each record, and what was looked at where nothing is."""
    seen: dict[str, Seen] = {}
    waiting: list[Slot] = []
    for slot in directory.entries:
        key = f"{slot.kind}/{slot.id}"
        known = before.get(key)
        if known is None or touched(known, changed):
            waiting.append(slot)
        else:
            seen[key] = known
    found: list[Diagnostic] = []
    for diagnostics, clean in share_out(waiting, lambda slots: _check_records(directory, slots), jobs):
        found += diagnostics
        seen |= clean
    return found, seen


def _check_records(directory: Directory, slots: Iterable[Slot]) -> tuple[list[Diagnostic], dict[str, Seen]]:
    targets, trace, shared = Targets(directory), directory.trace, Shared()
    written = trace.space("written")
    found: list[Diagnostic] = []
    clean: dict[str, Seen] = {}
    for slot in slots:
        key = f"{slot.kind}/{slot.id}"
        trace.take()
        written.add(key)
        diagnostics = tuple(check_record(directory, directory.entries.fetch(slot), targets))
        if diagnostics:
            found += diagnostics
        else:
            clean[key] = shared(trace.take())
    trace.take()
    return found, clean


def _findings(records: Tree, found: Sequence[Diagnostic]) -> Sequence[Finding]:
    if not found:
        return ()
    from memberstudios.sources.places import Finder  # loads the parser, which few builds need

    return Finder(records).findings(found)


def _day(entries: Entries, request: Request) -> date:
    """The day that decides what holds; the zone of a site that cannot be read is China's."""
    if request.day is not None:
        return request.day
    zone = next((entry.record.timezone for entry in entries.of("site")), "Asia/Shanghai")
    return request.instant.astimezone(ZoneInfo(zone)).date()

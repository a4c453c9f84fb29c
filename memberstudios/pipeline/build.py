"""A build, step by step. Read this first: every other module is one of these steps."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Finding
from memberstudios.pipeline.check import Progress, Request, check_directory
from memberstudios.pipeline.derived import derive
from memberstudios.pipeline.kept import STATE, Kept
from memberstudios.pipeline.kept_words import kept_words
from memberstudios.pipeline.making import Workshop
from memberstudios.pipeline.memory import MadeBefore, Memory, recall, remember
from memberstudios.pipeline.stored import Damaged
from memberstudios.pipeline.units import Standing, make_units
from memberstudios.publish.errors import PublishError
from memberstudios.publish.listing import Look
from memberstudios.publish.office import OfficeFolder
from memberstudios.publish.staging import Published, Staging
from memberstudios.sources.tree import Tree

Looks = dict[str, Look]
"""Of each file of a folder."""

_UNSOUND: Final = (Damaged, AttributeError, LookupError, TypeError, ValueError)
"""How a state fails whose values are not what they were: it may come from elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build; `published` is None when errors kept it from being published.

    `office_trouble` is what kept the office's files from being written: the site stands without them.
    """

    findings: Sequence[Finding]
    published: Published | None
    office_trouble: PublishError | None = None
    studios: int = 0
    pages: int = 0
    timezone: str = ""
    """The zone whose day decides what holds."""
    written: tuple[Looks, Looks] = ({}, {})
    """How the files of the site, and those of the office's folder, looked when they had been written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a site is published: `open` begins a publication, `live` lists what is there.

    `office` is the folder beside it for what only the office should read.
    """

    open: Callable[[], AbstractContextManager[Staging]]
    live: Callable[[], Looks]
    office: OfficeFolder


def build(house: Tree, records: Tree, request: Request, kept: Kept, place: Place, progress: Progress) -> Built:
    """Trees in, a published site out. Raises PublishError; what is wrong with records is in the findings."""
    try:
        return _build(house, records, request, kept, place, progress)
    except _UNSOUND:
        if not kept.has(STATE):
            raise
        kept.forget()  # it may be what was kept that does not fit; whatever else it is, happens again
        return _build(house, records, request, kept, place, progress)


def _build(house: Tree, records: Tree, request: Request, kept: Kept, place: Place, progress: Progress) -> Built:
    progress("read")
    memory = recall(kept)
    checked = check_directory(records, request, memory.checked, memory.store, progress)
    directory = checked.directory
    if not checked.is_publishable:
        return Built(findings=checked.findings, published=None)

    progress("plan")
    words = kept_words(house, directory.site.language, kept)
    workshop = Workshop(house, records, directory, words, kept)
    is_alike = memory.made.base == workshop.base
    before = memory.made if is_alike else MadeBefore(live=memory.made.live)
    progress("derive")
    derived = derive(directory, words, before.derived, checked.changed, memory.store, request.jobs)

    progress("render")
    place.office.check()
    with place.open() as staging:
        live = place.live()
        standing = Standing(site=live, office=place.office.looks())
        made = make_units(workshop, staging, before, standing, checked.changed, request.jobs)
        progress("publish")
        published = staging.commit([path for path, _, _ in made.outputs])
        live = _known_looks(live, place.live(), made.kept)
    after = MadeBefore(base=workshop.base, derived=derived, units=made.units, live=live)
    trouble = None
    try:
        after.office = place.office.write(made.office, made.office_names)
    except PublishError as error:  # the next build makes them again
        trouble = error
    progress("keep")
    remember(kept, Memory(checked=checked.after, made=after, store=memory.store))
    return Built(
        findings=checked.findings,
        published=published,
        office_trouble=trouble,
        studios=len(directory.studios),
        pages=made.pages,
        timezone=directory.site.timezone,
        written=(after.live, after.office),
    )


def _known_looks(before: Looks, after: Looks, kept: Collection[str]) -> Looks:
    """How the files of the site look; a kept one that somebody changed meanwhile is known as it was before that."""
    changed = {path: before[path] for path in kept if path in after and after[path][:2] != before[path][:2]}
    return {**after, **changed}

"""Units of pages: those that something touched are planned, rendered and written, all others stay as they are."""

from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.trace import Changed, Seen, Shared, touched
from memberstudios.pages import sitemap
from memberstudios.pages.plan import Unit, outputs, units
from memberstudios.pipeline.crew import WORTH_FORKING, share_out
from memberstudios.pipeline.making import Workshop
from memberstudios.pipeline.memory import FILE, FOR_OFFICE, LANDMARK, LISTED, UNLISTED, MadeBefore, MadeOutput
from memberstudios.publish.listing import Look
from memberstudios.publish.staging import Staging
from memberstudios.render.output import Output

CHECKSUMS = "checksums.txt"
_Made = tuple[Seen, tuple[MadeOutput, ...]]


class Standing(NamedTuple):
    """The looks of the files that stand before a build: of the site, and of the office's folder."""

    site: dict[str, Look]
    office: dict[str, Look]


class _Intact(NamedTuple):
    """The files that are as the last build left them."""

    site: frozenset[str]
    office: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What every unit looked at and made, all files of the site, and those of the office's folder that are new."""

    units: dict[Unit, _Made]
    outputs: list[MadeOutput]
    kept: frozenset[str]
    """The files that nobody looked into."""
    office: dict[str, bytes]
    office_names: tuple[str, ...]
    """All files of the office's folder, also those that stay."""

    @property
    def pages(self) -> int:
        return sum(what != FILE for _, _, what in self.outputs)


def make_units(
    workshop: Workshop, staging: Staging, before: MadeBefore, now: Standing, changed: Changed, jobs: int
) -> Made:
    """Everything that the site consists of, put into `staging`. Raises PublishError."""
    wanted = units(workshop.directory)
    intact = _Intact(site=_same(before.live, now.site), office=_same(before.office, now.office))
    kept = {unit: before.units[unit] for unit in wanted if _stays(before.units.get(unit), changed, intact)}
    untouched = frozenset(path for _, made in kept.values() for path, _, what in made if what != FOR_OFFICE)
    staging.keep(untouched)
    stale = [unit for unit in wanted if unit not in kept]
    if len(stale) >= WORTH_FORKING or (stale and not kept):
        workshop.prepare(jobs)
    shares = share_out(stale, partial(_make_share, workshop, staging), jobs)
    made = dict(zip(stale, chain.from_iterable(share for share, _ in shares), strict=True))
    done = {unit: kept[unit] if unit in kept else made[unit] for unit in wanted}
    everything = [output for _, made_ in done.values() for output in made_]
    found = [output for output in everything if output[2] != FOR_OFFICE]
    found += (_put(workshop, staging, output) for output in workshop.asset_outputs())
    listed = ((path, what == LANDMARK) for path, _, what in found if what in (LISTED, LANDMARK))
    found += [_put(workshop, staging, output) for output in sitemap.outputs_after(workshop.directory, listed)]
    sums = _checksums(found)
    staging.put(CHECKSUMS, sums)
    found.append((CHECKSUMS, "", FILE))
    return Made(
        units=done,
        outputs=found,
        kept=untouched,
        office={path: data for _, office in shares for path, data in office.items()},
        office_names=tuple(path for path, _, what in everything if what == FOR_OFFICE),
    )


def _same(before: dict[str, Look], now: dict[str, Look]) -> frozenset[str]:
    """The files that are those which were written."""
    return frozenset(path for path, look in now.items() if before.get(path) == look)


def _stays(known: _Made | None, changed: Changed, intact: _Intact) -> bool:
    """Whether a unit was made, nothing touched it, and all its files are there."""
    return (
        known is not None
        and all(path in (intact.office if what == FOR_OFFICE else intact.site) for path, _, what in known[1])
        and not touched(known[0], changed)
    )


def _make_share(workshop: Workshop, staging: Staging, share: Sequence[Unit]) -> tuple[list[_Made], dict[str, bytes]]:
    """What the units of a share made, the site's files put; those of the office's folder with their bytes."""
    trace, shared = workshop.directory.trace, Shared()
    made: list[_Made] = []
    office: dict[str, bytes] = {}
    for unit in share:
        trace.take()
        files = []
        for output in outputs(workshop.directory, workshop.words, unit):
            if output.is_for_office:
                office[output.path] = workshop.make(output)
                files.append((output.path, sha256(office[output.path]).hexdigest(), FOR_OFFICE))
            else:
                files.append(_put(workshop, staging, output))
        made.append((shared(trace.take()), tuple(files)))
    return made, office


def _put(workshop: Workshop, staging: Staging, output: Output) -> MadeOutput:
    data = workshop.make(output)
    staging.put(output.path, data)
    return output.path, sha256(data).hexdigest(), _what(output)


def _what(output: Output) -> int:
    if output.page is None:
        return FILE
    if not output.page.index:
        return UNLISTED
    return LANDMARK if output.page.is_landmark else LISTED


def _checksums(made: Iterable[MadeOutput]) -> bytes:
    """As `sha256sum --check` reads them."""
    return "".join(f"{digest}  {path}\n" for path, digest, _ in sorted(made)).encode()

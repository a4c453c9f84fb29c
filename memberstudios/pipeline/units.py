"""Units of pages: those that something touched are planned, rendered and written, all others stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain

from memberstudios.directory.trace import Changed, Seen, Shared, touched
from memberstudios.pages import sitemap
from memberstudios.pages.plan import Unit, outputs, units
from memberstudios.pipeline.crew import WORTH_FORKING, share_out
from memberstudios.pipeline.making import Workshop
from memberstudios.pipeline.memory import FILE, LANDMARK, LISTED, UNLISTED, MadeBefore, MadeOutput
from memberstudios.publish.listing import Look
from memberstudios.publish.staging import Staging
from memberstudios.render.output import Output

CHECKSUMS = "checksums.txt"
_Made = tuple[Seen, tuple[MadeOutput, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What every unit looked at and made, and all files of the site."""

    units: dict[Unit, _Made]
    outputs: list[MadeOutput]
    kept: frozenset[str]
    """The files that nobody looked into."""

    @property
    def pages(self) -> int:
        return sum(what != FILE for _, _, what in self.outputs)


def make_units(
    workshop: Workshop, staging: Staging, before: MadeBefore, live: dict[str, Look], changed: Changed, jobs: int
) -> Made:
    """Everything that the site consists of, put into `staging`. Raises PublishError."""
    wanted = units(workshop.directory)
    intact = _intact(before.live, live)
    kept = {unit: before.units[unit] for unit in wanted if _stays(before.units.get(unit), changed, intact)}
    untouched = frozenset(path for _, made in kept.values() for path, _, _ in made)
    staging.keep(untouched)
    stale = [unit for unit in wanted if unit not in kept]
    if len(stale) >= WORTH_FORKING or (stale and not kept):
        workshop.prepare(jobs)
    shares = share_out(stale, partial(_make_share, workshop, staging), jobs)
    made = dict(zip(stale, chain.from_iterable(shares), strict=True))
    done = {unit: kept[unit] if unit in kept else made[unit] for unit in wanted}
    found = [output for _, made_ in done.values() for output in made_]
    found += (_put(workshop, staging, output) for output in workshop.asset_outputs())
    listed = ((path, what == LANDMARK) for path, _, what in found if what in (LISTED, LANDMARK))
    found += [_put(workshop, staging, output) for output in sitemap.outputs_after(workshop.directory, listed)]
    sums = _checksums(found)
    staging.put(CHECKSUMS, sums)
    found.append((CHECKSUMS, "", FILE))
    return Made(units=done, outputs=found, kept=untouched)


def _intact(before: dict[str, Look], live: dict[str, Look]) -> frozenset[str]:
    """The files of the site that are those which were published."""
    return frozenset(path for path, signature in live.items() if before.get(path) == signature)


def _stays(known: _Made | None, changed: Changed, intact: frozenset[str]) -> bool:
    """Whether a unit was made, nothing touched it, and all its files are there."""
    return known is not None and all(path in intact for path, _, _ in known[1]) and not touched(known[0], changed)


def _make_share(workshop: Workshop, staging: Staging, share: Sequence[Unit]) -> list[_Made]:
    trace, shared = workshop.directory.trace, Shared()
    made = []
    for unit in share:
        trace.take()
        files = tuple(_put(workshop, staging, output) for output in outputs(workshop.directory, workshop.words, unit))
        made.append((shared(trace.take()), files))
    return made


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

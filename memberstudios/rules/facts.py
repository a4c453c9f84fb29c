"""Figures, frameworks and what is said of a studio: that it can be so."""

from collections.abc import Iterator

from memberstudios.base.coordinates import distance_m
from memberstudios.base.dates import partial_date
from memberstudios.base.diagnostic import Diagnostic, Related
from memberstudios.directory.counted import sum_of
from memberstudios.directory.day import stages
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.directory.positions import locate
from memberstudios.records.work import Figure, Framework

_FAR_M = {"village": 30_000, "town": 60_000, "county": 150_000, "city": 300_000, "province": 1_500_000}


def figures(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """A figure is of one subject, says what it counts and who reported it; its parts add up."""
    figure: Figure = entry.record
    subjects = [key for key in ("studio", "organization", "division") if getattr(figure, key) is not None]
    if len(subjects) != 1:
        yield Diagnostic(code="figure-subject", spot=entry.spot("id"), values={"count": str(len(subjects))})
    if figure.measure == "other" and figure.label is None:
        yield Diagnostic(code="figure-label", spot=entry.spot("measure"))
    if not figure.sources:
        yield Diagnostic(code="figure-source", spot=entry.spot("id"), values={"value": figure.id})
    circle = _circle(directory, figure)
    if circle:
        values = {"circle": " → ".join(circle)}
        yield Diagnostic(code="figure-parts-circle", spot=entry.spot("parts"), values=values)
    else:
        yield from _parts(directory, entry, figure)


def _circle(directory: Directory, figure: Figure) -> tuple[str, ...]:
    """The way over parts that leads back to a figure; told where it begins, at the first of its ids."""
    seen: set[str] = set()
    ways: list[tuple[str, ...]] = [(figure.id, part) for part in reversed(figure.parts)]
    while ways:
        way = ways.pop()
        if way[-1] == figure.id:
            return way if figure.id == min(way) else ()
        if way[-1] in seen:
            continue
        seen.add(way[-1])
        part = directory.figures.get(way[-1])
        ways += [(*way, id_) for id_ in reversed(part.parts)] if part is not None else []
    return ()


def _parts(directory: Directory, entry: Entry, figure: Figure) -> Iterator[Diagnostic]:
    parts = [directory.figures[id_] for id_ in figure.parts if id_ in directory.figures]
    if not parts or len(parts) != len(figure.parts):
        return
    total = sum_of(part.quantity for part in parts)
    if total is None or figure.quantity.bound != "exact":
        return
    if total != figure.quantity.value:
        values = {"sum": f"{total:.15g}", "value": f"{figure.quantity.value:.15g}"}
        yield Diagnostic(code="figure-parts-differ", spot=entry.spot("parts"), values=values)


def framework_items(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """The items of a framework have ids of their own."""
    seen: set[str] = set()
    for index, item in enumerate(entry.record.items):
        if item.id in seen:
            spot = entry.spot("items", index, "id")
            yield Diagnostic(code="framework-item-twice", spot=spot, values={"value": item.id})
        seen.add(item.id)


def claims(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """What a studio is said to meet is an item that is known."""
    for index, claim in enumerate(entry.record.compliance):
        framework = directory.frameworks.get(claim.framework)
        if framework is not None:
            yield from _claim(entry, ("compliance", index, "item"), framework, claim.item)


def claims_twice(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """A studio gives one answer to each item, or two tables tell two things of it."""
    for stage in stages(entry, ("compliance",)):
        first: dict[tuple[str, str], int] = {}
        claims = stage.record.compliance
        for index, claim in enumerate(claims):
            earlier = first.setdefault((claim.framework, claim.item), index)
            if claims[earlier].met != claim.met:
                related = Related(label="report.first_here", spot=stage.spot("compliance", earlier, "met"))
                values = {"value": claim.item, "before": claims[earlier].met, "met": claim.met}
                spot = stage.spot("compliance", index, "met")
                yield Diagnostic(code="compliance-twice", spot=spot, values=values, related=(related,))


def steps(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """The steps that an activity went through are items of a framework that exists."""
    taken = entry.record.steps
    if taken is None:
        return
    framework = directory.frameworks.get(taken.framework)
    if framework is None:
        is_written = f"framework/{taken.framework}" in directory.written  # else it has not begun
        if not is_written and not directory.entries.may_exist("framework", taken.framework):
            values = {"value": taken.framework, "kind": "framework", "key": "framework"}
            yield Diagnostic(code="unknown-reference", spot=entry.spot("steps", "framework"), values=values)
        return
    for item, _ in taken.done:
        yield from _claim(entry, ("steps", item), framework, item)


def _claim(entry: Entry, path: tuple[str | int, ...], framework: Framework, item_id: str) -> Iterator[Diagnostic]:
    item = next((item for item in framework.items if item.id == item_id), None)
    values = {"value": item_id, "framework": framework.name}
    if item is None:
        yield Diagnostic(code="framework-item-not-listed", spot=entry.spot(*path), values=values)
    elif item.unknown:
        yield Diagnostic(code="framework-item-unknown", spot=entry.spot(*path), values=values)


def closed_while_open(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """A studio with a closing day is closed; one that will close says so in `changes`, whatever the day."""
    for stage in stages(entry, ("closed_on", "status")):
        studio = stage.record
        if studio.closed_on is not None and studio.status != "closed":
            related = Related(label="report.closed_here", spot=stage.spot("closed_on"))
            values = {"value": str(studio.closed_on), "status": studio.status}
            yield Diagnostic(code="closed-while-open", spot=stage.spot("status"), values=values, related=(related,))


def moved_without_position(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:  # noqa: ARG001 - as every rule
    """A planned change to another address takes the position along, or the map goes on leading to the old door."""
    position = entry.record.location
    for index, change in sorted(enumerate(entry.record.changes), key=lambda pair: partial_date(pair[1].from_).first):
        if "location" in change.fields:
            position = change.fields["location"]
        elif position is not None and "address" in change.fields:
            yield Diagnostic(code="change-leaves-location", spot=entry.spot("changes", index, "address"))


def far_positions(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """A studio lies near its area: the most common slip is the other system, or a digit."""
    studio = entry.record
    division = directory.divisions.get(studio.division or "")
    if studio.location is None or division is None or division.center is None or division.level not in _FAR_M:
        return
    system = directory.site.coordinate_system
    metres = distance_m(locate(studio.location, system), locate(division.center, system))
    if metres > _FAR_M[division.level]:
        values = {"area": division.name, "distance": f"{metres / 1000:.0f}"}
        yield Diagnostic(code="position-far-from-division", spot=entry.spot("location"), values=values)


def assured_in_future(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """Nobody has confirmed a record on a day that has not come."""
    assured = entry.record.assured_date
    if assured is not None and assured.first > directory.day:
        values = {"value": str(assured), "day": str(directory.day)}
        yield Diagnostic(code="assured-in-future", spot=entry.spot("assured_date"), values=values)

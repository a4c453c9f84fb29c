"""How far an activity, or a series of them, has come through the steps of a framework such as the six-step method."""

from collections.abc import Iterable

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.named import Named
from memberstudios.records.work import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressStep:
    """One step: when it was taken, or in which words; `is_ahead` where nothing is on record yet."""

    name: str
    date: PartialDate | None
    text: str
    is_ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The steps of a framework in its order. `done` of `total` are on record."""

    framework: Named
    done: int
    total: int
    steps: tuple[ProgressStep, ...]


def progress(directory: Directory, activities: Iterable[Activity]) -> tuple[Progress, ...]:
    """Of each framework that the activities follow; of a step that several took, the first that is on record."""
    taken: dict[str, dict[str, PartialDate | str]] = {}
    for activity in activities:
        if activity.steps is not None:
            known = taken.setdefault(activity.steps.framework, {})
            for item, done in activity.steps.done:
                known.setdefault(item, done)
    found = (_progress(directory, framework, done) for framework, done in taken.items())
    return tuple(one for one in found if one is not None)


def _progress(directory: Directory, id_: str, done: dict[str, PartialDate | str]) -> Progress | None:
    framework = directory.frameworks.get(id_)
    if framework is None:
        return None
    steps = tuple(_step(item.name or item.id, done.get(item.id)) for item in framework.items if not item.unknown)
    return Progress(
        framework=(framework.name, addresses.framework(id_)),
        done=sum(not step.is_ahead for step in steps),
        total=len(steps),
        steps=steps,
    )


def _step(name: str, done: PartialDate | str | None) -> ProgressStep:
    return ProgressStep(
        name=name,
        date=done if isinstance(done, PartialDate) else None,
        text=done if isinstance(done, str) else "",
        is_ahead=done is None,
    )

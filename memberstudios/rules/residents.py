"""No resident is named in what is told of topics, activities and their series, figures and pairings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memberstudios.base.diagnostic import Diagnostic, Path
from memberstudios.base.residents import hidden, named_residents
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.work import Activity, Topic


def residents(directory: Directory, entry: Entry) -> Iterator[Diagnostic]:
    """A name that is no member's, and that no studio bears, in any text that is published; never told in full."""
    for path, text in _texts(entry.record):
        for start, name, title in named_residents(text):
            if not _is_known(directory, entry.record, name):
                yield Diagnostic(
                    code="possible-resident-name" if title else "resident-named",
                    spot=replace(entry.spot(*path), inside=(1, start + 1)),
                    values={"name": hidden(name) + title},
                    unsaid=name if len(name) > 1 else "",
                )


def _is_known(directory: Directory, record: Any, name: str) -> bool:
    if directory.links.members_named.get(name):
        return True
    studios = (directory.studios.get(id_) for id_ in getattr(record, "studios", ()))
    return len(name) > 1 and any(studio is not None and name in studio.name for studio in studios)


def _texts(record: Any) -> Iterator[tuple[Path, str]]:
    """The texts of a record that are published, with the way to each. An id is none: there is no name in it."""
    for key in ("title", "summary", "outcome", "result", "place", "series", "partner", "label", "remark"):
        if text := getattr(record, key, None):
            yield (key,), text
    for key in ("participants", "views", "quantity"):
        quantity = getattr(record, key, None)
        if quantity is not None and quantity.raw:
            yield (key, "raw"), quantity.raw
    for index, text in enumerate(getattr(record, "organizers", ())):
        yield ("organizers", index), text
    for index, photo in enumerate(getattr(record, "photos", ())):
        yield ("photos", index, "alt"), photo.alt
    yield from _of_steps(record)
    if isinstance(record, Topic) and record.proposal is not None:
        yield ("proposal", "title"), record.proposal.title
        if record.proposal.submitted_to:
            yield ("proposal", "submitted_to"), record.proposal.submitted_to


def _of_steps(record: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Topic):
        texts = ((index, step.text) for index, step in enumerate(record.steps))
        yield from ((("steps", index, "text"), text) for index, text in texts if text)
    if isinstance(record, Activity) and record.steps is not None:
        yield from ((("steps", item), done) for item, done in record.steps.done if isinstance(done, str))

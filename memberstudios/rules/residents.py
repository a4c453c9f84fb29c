"""No resident is named in what is told of topics and activities."""

from collections.abc import Iterator
from dataclasses import replace

from memberstudios.base.diagnostic import Diagnostic, Path
from memberstudios.base.residents import hidden, named_residents
from memberstudios.directory.directory import Directory
from memberstudios.directory.entries import Entry
from memberstudios.records.work import Activity, Series, Topic


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


def _is_known(directory: Directory, record: Topic | Activity | Series, name: str) -> bool:
    if directory.links.members_named.get(name):
        return True
    studios = (directory.studios.get(id_) for id_ in getattr(record, "studios", ()))
    return len(name) > 1 and any(studio is not None and name in studio.name for studio in studios)


def _texts(record: Topic | Activity | Series) -> Iterator[tuple[Path, str]]:
    """The texts of a record that say what happened, with the way to each."""
    for key in ("title", "summary", "outcome", "result", "place"):
        if text := getattr(record, key, None):
            yield (key,), text
    if isinstance(record, Topic):
        for index, step in enumerate(record.steps):
            if step.text:
                yield ("steps", index, "text"), step.text
        if record.proposal is not None:
            yield ("proposal", "title"), record.proposal.title
    if isinstance(record, Activity) and record.steps is not None:
        for item, done in record.steps.done:
            if isinstance(done, str):
                yield ("steps", item), done

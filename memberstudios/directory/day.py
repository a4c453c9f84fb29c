"""What holds on a day: which records have begun or ended, and which planned changes have come."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from memberstudios.base.dates import partial_date
from memberstudios.content.prose import Prose
from memberstudios.directory.entries import Entry, Text
from memberstudios.records.reader import apply_change, read_record, with_fields
from memberstudios.records.studio import Studio


def has_begun(record: Any, day: date) -> bool:
    """Whether a record holds on `day` or held before."""
    return record.valid_from is None or record.valid_from.first <= day


def has_ended(record: Any, day: date) -> bool:
    """Whether a record held before `day` and no more."""
    return record.valid_to is not None and record.valid_to.last < day


def in_term(from_: Any, to: Any, day: date) -> bool:
    """Whether `day` lies between two partial dates, each of which may be missing."""
    return (from_ is None or from_.first <= day) and (to is None or day <= to.last)


def readable_texts(entry: Entry, day: date) -> Collection[Text]:
    """The Markdown texts of a record as they read on `day`, by the way to each: of a field the newest."""
    changes = getattr(entry.record, "changes", ())
    found: dict[str | int, Text] = {}
    for path, prose in entry.texts:
        if path[0] != "changes" or partial_date(changes[int(path[1])].from_).first <= day:
            found[path[-1]] = (path, prose)
    return found.values()


def current_text(entry: Entry, field: str, day: date) -> Prose | None:
    """The Markdown of a record's field as it reads on `day`."""
    return next((prose for path, prose in readable_texts(entry, day) if path[-1] == field), None)


def studio_on(entry: Entry, day: date) -> Studio:
    """The studio as its changes up to `day` have made it; its `changes` are kept, for what comes next."""
    studio: Studio = entry.record
    due = sorted(
        (change for change in studio.changes if partial_date(change.from_).first <= day),
        key=lambda change: partial_date(change.from_).first,
    )
    if not due or entry.value is None:
        return studio
    value = entry.value
    for change in due:
        value = apply_change(value, change)
    changed, problems = read_record(Studio, value, entry.file, entry.root)
    if changed is None:  # reading checked every step of its changes
        raise AssertionError(problems)
    result: Studio = with_fields(changed, changes=studio.changes)
    return result


def periods(entry: Entry) -> Iterator[tuple[date, date, Studio]]:
    """A studio as it is from a day to a day, one after the other from the first change to the next."""
    changes = sorted(entry.record.changes, key=lambda change: partial_date(change.from_).first)
    value, begins, studio = entry.value, date.min, entry.record
    for change in changes:
        if value is None:  # reading keeps it where there are changes
            break
        day = partial_date(change.from_).first
        if day > begins:
            yield begins, day - timedelta(days=1), studio
        value, begins = apply_change(value, change), day
        changed, _ = read_record(Studio, value, entry.file, entry.root)
        studio = changed or studio
    yield begins, date.max, studio


def stages(entry: Entry, keys: Collection[str]) -> Iterator[Entry]:
    """A studio as written, then as it will be after each change that touches one of `keys`, in the order of days.

    A later stage stands where its change is written, so that what is wrong with a changed field is found there.
    Other records have one stage.
    """
    yield entry
    value = entry.value
    changes = enumerate(getattr(entry.record, "changes", ()))
    for index, change in sorted(changes, key=lambda pair: partial_date(pair[1].from_).first):
        if value is None:
            return
        value = apply_change(value, change)
        root = (*entry.root, "changes", index)
        if not change.fields.keys().isdisjoint(keys):
            record, _ = read_record(Studio, value, entry.file, root)
            yield Entry(kind=entry.kind, record=record, file=entry.file, root=root)

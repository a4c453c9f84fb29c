"""Reads a generated directory as it holds on a day, as plain values, for the sites of the other engines.

Follows the data model alone and knows nothing of the generator's package, so that a mistake on either side shows in
the page counts. The next sessions of duty, which no template could work out, are worked out by this project and stand in
the studios' records ready to be shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from memberstudios.base.workdays import WorkCalendar
from memberstudios.directory.sessions import sessions
from memberstudios.records.duty import DutyRule
from memberstudios.records.reader import read_record

Record = dict[str, Any]

KINDS = (
    "organizations", "divisions", "sectors", "matters", "members", "studios", "activities", "series", "topics", "figures",
    "frameworks", "pairings", "documents", "sources",
)  # fmt: skip
_LATEST = "9999-12-31"
_SESSIONS, _SESSIONS_DAYS = 12, 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with front matter: its id, the front matter as read, and its Markdown."""

    id: str
    about: Record
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is published on `day`: lists of records by kind, in the order of the files; all scalars are text."""

    day: str
    site: Record
    lists: dict[str, list[Record]]
    news: list[Article]
    pages: list[Article]
    content: Path


Read = Callable[[], Records]
"""Reads the records, which takes long and much memory, when somebody wants them."""


def read(root: Path, day: str) -> Records:
    """The records of a directory that `generate.py` wrote."""
    data, content = root / "data", root / "content"
    lists = {kind: [record for record in _records(data, kind) if _has_begun(record, day)] for kind in KINDS}
    lists["studios"] = [_with_sessions(_on(studio, day), day) for studio in lists["studios"]]
    return Records(
        day=day,
        site=_load((data / "site.yaml").read_text("utf-8")),
        lists=lists,
        news=list(_articles(content / "news", day)),
        pages=list(_articles(content / "pages", day)),
        content=content,
    )


def has_ended(record: Record, day: str) -> bool:
    """Whether a record held before `day` and no more; such a studio has a page but is in no list."""
    until = str(record.get("valid_to", ""))
    return bool(until) and until + _LATEST[len(until) :] < day


def _records(data: Path, kind: str) -> Iterator[Record]:
    one_list, folder = data / f"{kind}.yaml", data / kind
    files = [one_list] if one_list.is_file() else sorted(folder.glob("*.yaml"))
    for file in files:
        yield from _load(file.read_text("utf-8"))


def _load(text: str) -> Any:
    """YAML with every scalar as text."""
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - makes text only


def _has_begun(record: Record, day: str) -> bool:
    begins = str(record.get("valid_from", ""))
    return begins + "0001-01-01"[len(begins) :] <= day


def _on(studio: Record, day: str) -> Record:
    """The studio as its changes up to `day` have made it; those to come are kept."""
    changes = studio.get("changes", [])
    due = [change for change in changes if change["from"] <= day]
    ahead = [change for change in changes if change["from"] > day]
    changed = dict(studio)
    for change in sorted(due, key=lambda change: str(change["from"])):
        changed |= {key: value for key, value in change.items() if key != "from"}
    changed.pop("changes", None)
    return changed | ({"changes": ahead} if ahead else {})


def _with_sessions(studio: Record, day: str) -> Record:
    """The studio with its next sessions, whoever serves: days, times, how they are held, and whose turn it is."""
    first = date.fromisoformat(day)
    found: list[Record] = []
    for value in studio.get("duty", ()):
        rule, _ = read_record(DutyRule, value, "data/studios.yaml", ())
        if rule is not None:
            for one in sessions(rule, WorkCalendar(), lambda *_: True, first, first + timedelta(days=_SESSIONS_DAYS)):
                times = {"opens": one.opens_at, "closes": one.closes_at, "how": one.how}
                found.append({"date": str(one.day), **times, "members": list(one.members)})
    found.sort(key=lambda one: (one["date"], one["opens"]))
    return studio | ({"sessions": found[:_SESSIONS]} if found else {})


def _articles(folder: Path, day: str) -> Iterator[Article]:
    for file in sorted(folder.glob("*.md")):
        _, head, body = file.read_text("utf-8").split("---\n", 2)
        about = _load(head)
        if about.get("draft") == "yes" or not _has_begun(about, day):
            continue
        date = str(about.get("date", ""))
        yield Article(id=file.stem.removeprefix(f"{date}-"), about=about, body=body)

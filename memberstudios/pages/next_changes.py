"""When something of the site will be another one although nobody writes anything: for whoever builds it every night."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import AHEAD_DAYS
from memberstudios.pages import addresses
from memberstudios.render.output import Output
from memberstudios.words import Words

_LISTED: Final = 200
"""Days that are listed; whoever builds before the last of them knows enough."""


def outputs(directory: Directory, words: Words) -> Iterator[Output]:  # noqa: ARG001 - as every kind
    """`data/next-changes.json`: the days ahead on which pages change, by kinds of record, and whether every day does.

    No record is named: of some nobody may know yet. What begins or ends is told `AHEAD_DAYS` before, which changes a page too.
    """
    days: dict[int, set[str]] = {}
    today = directory.day.toordinal()
    for key, known in directory.turning.items():
        kind = key.partition("/")[0]
        for day in known:
            for one in (day, day - AHEAD_DAYS):
                if one > today:
                    days.setdefault(one, set()).add(kind)
    document = {
        "every_day": len(directory.links.studios_with_times) > 0,
        "changes": [
            {"date": date.fromordinal(day).isoformat(), "kinds": sorted(days[day])} for day in sorted(days)[:_LISTED]
        ],
    }
    data = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    yield Output(path=addresses.NEXT_CHANGES, maker="bytes", view=data)

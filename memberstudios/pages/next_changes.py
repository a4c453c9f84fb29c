"""When something of the site will be another one although nobody writes anything: for whoever builds it every night."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.render.output import Output
from memberstudios.words import Words

_LISTED: Final = 200
"""Days that are listed; whoever builds before the last of them knows enough."""


def outputs(directory: Directory, words: Words) -> Iterator[Output]:  # noqa: ARG001 - as every kind
    """`data/next-changes.json`: the days ahead on which records begin, end or change, and whether every day changes pages."""
    days: dict[int, list[str]] = {}
    today = directory.day.toordinal()
    for key, known in directory.turning.items():
        for day in known:
            if day > today:
                days.setdefault(day, []).append(key)
    document = {
        "every_day": len(directory.links.studios_with_times) > 0,
        "changes": [
            {"date": date.fromordinal(day).isoformat(), "records": days[day]} for day in sorted(days)[:_LISTED]
        ],
    }
    data = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    yield Output(path=addresses.NEXT_CHANGES, maker="bytes", view=data)

"""A report as the browser shows it: prose that wraps, and lines of code in cells, so that a caret stands under its word.

A font's Chinese characters are seldom exactly two columns wide: each one that is not ASCII goes with its own width.
"""

import re
from typing import Any

from memberstudios.base.text import columns

MOST_LINES = 1000
"""More is not read in a browser, and would make it slow; the terminal has everything."""

_CODE = re.compile(r" *\d* \| ")
_ASCII_OR_ONE = re.compile(r"[\x00-\x7f]+|.", re.DOTALL)

Line = str | list[Any]
"""Prose, or code as texts of ASCII and pairs `[character, columns]`."""


def lines(report: str) -> list[Line]:
    """The first lines of a report."""
    return [_cells(line) if _CODE.match(line) else line for line in report.splitlines()[:MOST_LINES]]


def _cells(line: str) -> list[Any]:
    return [part if part.isascii() else [part, columns(part)] for part in _ASCII_OR_ONE.findall(line)]

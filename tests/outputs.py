"""Everything a site consists of, without making any of it."""

from memberstudios.directory.directory import Directory
from memberstudios.pages.plan import outputs, units
from memberstudios.render.output import Output
from memberstudios.words import Words


def all_outputs(directory: Directory, words: Words) -> list[Output]:
    """What all units of all kinds make, in their order."""
    return [output for unit in units(directory) for output in outputs(directory, words, unit)]

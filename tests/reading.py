"""Records read as a build reads them, from a tree in memory and with nothing kept."""

from memberstudios.base.diagnostic import Diagnostic
from memberstudios.directory.entries import Entries
from memberstudios.pipeline.reading import Remembered, read_tree
from memberstudios.pipeline.stored import Store
from memberstudios.sources.tree import Tree


def read_entries(tree: Tree) -> tuple[Entries, list[Diagnostic]]:
    """Every record of the tree, and what is wrong with its files."""
    reading = read_tree(tree, Remembered(), Store())
    return reading.entries, reading.diagnostics

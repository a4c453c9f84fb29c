"""The command line: arguments, the clock, the environment and the terminal. Everything below gets them as values."""

from memberstudios.cli.main import main

__all__ = ["main"]

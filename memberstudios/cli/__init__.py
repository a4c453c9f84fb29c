"""The command line: arguments, the clock, the environment and the terminal. Everything below gets them as values."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn


def run(argv: Sequence[str]) -> int:
    """Run a command; its exit code. Commands that have nothing to do are over before the others are loaded."""
    from memberstudios.cli.again import repeated
    from memberstudios.cli.streams import OutputLostError, open_streams, write

    said = repeated(argv, os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))), os.environ)
    if said is not None:
        open_streams()
        write(sys.stderr, said[0])
        with suppress(OutputLostError):
            write(sys.stdout, said[1])
            return 0
    from memberstudios.cli.main import main

    return main(argv)


def run_alone(argv: Sequence[str]) -> NoReturn:
    """Run a command in a process that is there for nothing else, and end it with the exit code."""
    from memberstudios.cli.streams import leave

    leave(run(argv))

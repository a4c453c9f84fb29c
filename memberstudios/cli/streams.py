"""Standard output and standard error, whatever they are tied to."""

import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO


class OutputLostError(Exception):
    """What was asked for could not be written to standard output."""


def open_streams() -> None:
    """A closed stream leads nowhere; a Windows console may be set to another code page."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(descriptor, "r" if name == "stdin" else "w", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def write(stream: TextIO, text: str) -> None:
    """Write now; that whoever read it has gone changes nothing. Raises OutputLostError."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if stream is sys.stdout:  # nobody can be told that standard error is lost
            raise OutputLostError(error.strerror) from error


def leave(code: int) -> NoReturn:
    """End this process at once, with its exit code.

    Python would take apart everything that a build leaves in memory, which at 10,000 studios is a tenth of a small build.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)

"""Making the environment: a fresh `.venv`, packages with their hashes, the stamp last.

Settings of pip that people have (a mirror, a proxy, certificates) hold. Nothing here is interactive.
Must not know what the packages are for.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from memberstudios.bootstrap import environment
from memberstudios.bootstrap.messages import say
from memberstudios.publish.errors import PublishError
from memberstudios.publish.lock import FileLock, LockHeldError
from memberstudios.publish.writing import write_file

COULD_NOT = 3
INTERRUPTED = 130
LAST_LINES = 6
REDIRECTING = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_DRY_RUN", "PIP_NO_DEPS")
"""Settings that would put packages elsewhere than into the environment, or only some of them."""


class SetupError(Exception):
    """The environment could not be made: the key of what to say, and the last words of the program that failed."""

    def __init__(self, key: str, output: str) -> None:
        super().__init__(key)
        self.key = key
        self.output = output


def set_up(root: str, requirements: Sequence[str]) -> int:
    """Make the environment hold these requirements; 0, or an exit code after saying what went wrong.

    Two programs at once: the second waits, and finds the work done.
    """
    lock = os.path.join(root, f"{environment.FOLDER}.lock")
    try:
        try:
            with FileLock(lock, wait=False):
                _bring_up_to_date(root, requirements)
        except LockHeldError:
            say(root, "waiting")
            with FileLock(lock, wait=True):
                _bring_up_to_date(root, requirements)
    except SetupError as error:
        say(root, error.key, output=error.output)
    except (OSError, PublishError) as error:
        say(root, "disk_failed", output=str(error))
    except KeyboardInterrupt:
        say(root, "interrupted")
        return INTERRUPTED
    else:
        return 0
    return COULD_NOT


def _bring_up_to_date(root: str, requirements: Sequence[str]) -> None:
    if environment.is_ready(root, requirements):
        return
    stamp = environment.read_stamp(root)
    if stamp and environment.has_python(root):
        say(root, "updating")
        environment.discard_stamp(root)
        missing = _from_first_change(root, requirements, stamp)
    else:
        say(root, "preparing")
        _make_environment(root)
        missing = requirements
    python = environment.python_of(root)
    for name in missing:
        _install(root, python, name)
    version = _checked([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], "environment_failed")
    write_file(Path(environment.stamp_path(root)), environment.stamp_bytes(root, requirements, version.strip()))
    say(root, "ready")


def _from_first_change(root: str, requirements: Sequence[str], stamp: Mapping[str, str]) -> Sequence[str]:
    """What must be installed again: later files were chosen to fit earlier ones, so a change holds for all after it."""
    same = 0
    while same < len(requirements) and stamp.get(requirements[same]) == environment.digest_of(root, requirements[same]):
        same += 1
    return requirements[same:]


def _make_environment(root: str) -> None:
    folder = os.path.join(root, environment.FOLDER)
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)
    _checked([sys.executable, "-m", "venv", folder], "environment_failed")


def _install(root: str, python: str, name: str) -> None:
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--quiet"]
    command = [python, "-m", "pip", "install", *options, "-r", os.path.join(root, name)]
    try:
        _checked(command, "install_failed")
    except SetupError as error:
        if "DO NOT MATCH THE HASHES" in error.output:
            raise SetupError("hash_failed", error.output) from None
        raise


def _checked(command: Sequence[str], key: str) -> str:
    """The output of a program; raise SetupError with its last words when it fails."""
    settings = {name: value for name, value in os.environ.items() if name not in REDIRECTING}
    settings["PIP_USER"] = "0"
    done = subprocess.run(
        command,
        check=False,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if line.strip()]
        raise SetupError(key, "\n".join(f"  {line}" for line in lines[-LAST_LINES:]))
    return done.stdout

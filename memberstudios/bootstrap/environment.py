"""Is `.venv` ready, and how to go on inside it.

A stamp in the environment, written last, holds what was installed: an environment without a stamp was interrupted or
is not ours, and is made anew. This module runs at every start, so it imports little.
Must not know how packages are installed.
"""

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence

REQUIREMENTS = ("requirements.txt",)
FOLDER = ".venv"
STAMP = "memberstudios-setup"
MENDED = "MEMBERSTUDIOS_MENDED"
"""Set in the environment of a process that was started after a repair, so that a repair is tried once only."""


def enter(root: str, script: str, arguments: Sequence[str]) -> int:
    """Return 0 inside a ready environment; otherwise make one, and run `script` again with its Python.

    Elsewhere than on Windows this does not return then; on Windows the process ends with the code of the second one.
    The result is an exit code where the environment could not be made.
    """
    if _is_inside(root):
        if is_ready(root) and _python_of(read_stamp(root)) == _this_python():
            if not sys.flags.utf8_mode:
                _run(sys.executable, script, arguments)
            return 0
        if _python_of(read_stamp(root)) != _this_python():
            discard_stamp(root)
        _run(_base_python(), script, arguments)
    if not is_ready(root):
        from memberstudios.bootstrap.install import set_up

        if problem := set_up(root, REQUIREMENTS):
            return problem
    return _run(python_of(root), script, arguments)


def mend(root: str, script: str, arguments: Sequence[str], missing: ModuleNotFoundError) -> int:
    """Make the environment anew because a package is gone from it, once; a module of our own is a bug, and raised."""
    package = (missing.name or "").partition(".")[0]
    if package in {"", "memberstudios"} or os.environ.get(MENDED):
        raise missing
    os.environ[MENDED] = "1"
    discard_stamp(root)
    return _run(_base_python(), script, arguments)


def is_ready(root: str, requirements: Sequence[str] = REQUIREMENTS) -> bool:
    """Whether the environment has a Python and exactly these requirements."""
    stamp = read_stamp(root)
    return has_python(root) and all(stamp.get(name) == digest_of(root, name) for name in requirements)


def has_python(root: str) -> bool:
    """Whether the environment's Python, and the one it was made from, are still there."""
    try:
        with open(os.path.join(root, FOLDER, "pyvenv.cfg"), encoding="utf-8") as file:
            settings = dict(line.rstrip("\n").partition(" = ")[::2] for line in file)
    except OSError:
        return False
    return os.path.isdir(settings.get("home", "")) and os.path.exists(python_of(root))


def python_of(root: str) -> str:
    """The path of the environment's Python."""
    parts = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return os.path.join(root, FOLDER, *parts)


def digest_of(root: str, name: str) -> str:
    """The digest of a requirements file; line ends do not count, git may have changed them."""
    with open(os.path.join(root, name), "rb") as file:
        return hashlib.sha256(file.read().replace(b"\r\n", b"\n")).hexdigest()


def read_stamp(root: str) -> Mapping[str, str]:
    """What was installed: the digest by requirements file, and the version of `python`; empty without a stamp."""
    try:
        with open(stamp_path(root), encoding="utf-8") as file:
            return dict(line.split() for line in file)  # a line that is no pair is a ValueError
    except (OSError, ValueError):
        return {}


def stamp_bytes(root: str, requirements: Sequence[str], python: str) -> bytes:
    """The stamp of an environment that has these requirements."""
    lines = [f"python {python}", *(f"{name} {digest_of(root, name)}" for name in requirements)]
    return "".join(f"{line}\n" for line in lines).encode()


def discard_stamp(root: str) -> None:
    """Distrust the environment: it is made anew next time."""
    if os.path.exists(stamp_path(root)):
        os.unlink(stamp_path(root))


def stamp_path(root: str) -> str:
    """Inside the environment, so that it goes when the environment goes."""
    return os.path.join(root, FOLDER, STAMP)


def _is_inside(root: str) -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(os.path.join(root, FOLDER))


def _python_of(stamp: Mapping[str, str]) -> str:
    return stamp.get("python", "")


def _this_python() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _base_python() -> str:
    """The Python that this environment was made from."""
    base: str = getattr(sys, "_base_executable", "")
    return base or sys.executable


def _run(python: str, script: str, arguments: Sequence[str]) -> int:
    """Go on with another Python, in UTF-8 mode: what is read and printed must not depend on the system's locale."""
    command = [python, "-X", "utf8", script, *arguments]
    if sys.platform != "win32":
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # closed by whoever called
                stream.flush()
        os.execv(python, command)

    import subprocess

    with subprocess.Popen(command) as process:
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:
                continue  # the child has it too, and decides

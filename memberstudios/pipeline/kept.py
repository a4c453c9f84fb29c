"""What is kept from the last build, in a folder that may be deleted at any time. Whatever is doubtful is not there.

Imports little: a build that finds nothing to do begins and ends here.
"""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

STATE: Final = "state"
"""The name of what the last whole build left."""
_DIGEST_BYTES = 16
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


TOO_NEW_NS = 2_000_000_000
"""A file may change again within one tick of its clock; the slowest clocks of file systems tick every two seconds."""


def is_settled(signature: tuple[int, ...], now_ns: int) -> bool:
    """Whether a file that has this signature (size, times, number) holds the same as long as it has it."""
    return len(signature) > 1 and max(signature[1:3]) < now_ns - TOO_NEW_NS


class Kept:
    """Bytes by name in a folder of ours; what was cut short or changed is treated as missing.

    A folder that others can write to is not looked into: what they put there would end up on the site.
    """

    def __init__(self, folder: "str | Path", version: bytes = b"") -> None:
        self._folder = os.fspath(folder)
        self.version = version
        """Of the program: what another one left says nothing to this one."""

    def has(self, name: str) -> bool:
        """Whether something was kept under `name`, good or bad."""
        return os.path.exists(os.path.join(self._folder, name))

    def forget(self) -> None:
        """Throw away everything."""
        import shutil

        shutil.rmtree(self._folder, ignore_errors=True)

    def get(self, name: str) -> bytes | None:
        """What was kept under `name`, if it is still as it was."""
        if not self._is_ours():
            return None
        try:
            with open(os.path.join(self._folder, name), "rb") as file:
                data = file.read()
        except OSError:
            return None
        body = data[_DIGEST_BYTES:]
        return body if data[:_DIGEST_BYTES] == _digest(body) else None

    def put(self, name: str, body: bytes) -> None:
        """Keep bytes; a folder that cannot be written keeps nothing, which costs only time."""
        from memberstudios.publish.errors import PublishError
        from memberstudios.publish.writing import write_file

        try:
            self._make()
            write_file(os.path.join(self._folder, name), _digest(body) + body, durable=False)
        except (OSError, PublishError):
            return

    def reader(self, name: str, size: int) -> Callable[[int, int], bytes]:
        """Reads parts of a file without a digest: offset and length. Raises OSError if it is shorter than `size`."""
        descriptor = os.open(os.path.join(self._folder, name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        if os.fstat(descriptor).st_size < size:
            os.close(descriptor)
            raise OSError(name)
        if hasattr(os, "pread"):
            return lambda offset, length: os.pread(descriptor, length, offset)
        file = os.fdopen(descriptor, "rb")

        def read(offset: int, length: int) -> bytes:
            file.seek(offset)
            return file.read(length)

        return read

    def append(self, name: str, offset: int, parts: Iterable[bytes | bytearray]) -> None:
        """Put parts behind the first `offset` bytes of a file; a file that begins anew is another one. Raises OSError."""
        self._make()
        path = os.path.join(self._folder, name)
        if offset == 0:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
        with open(path, "r+b" if offset else "xb") as file:
            file.truncate(offset)
            file.seek(offset)
            file.writelines(parts)

    def _make(self) -> None:
        os.makedirs(self._folder, mode=0o755, exist_ok=True)
        if not self._is_ours():
            raise PermissionError(self._folder)

    def _is_ours(self) -> bool:
        """Whether the folder belongs to whoever runs this, and nobody else may write there."""
        if os.name == "nt":
            return True
        try:
            status = os.lstat(self._folder)
        except OSError:
            return False
        return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()

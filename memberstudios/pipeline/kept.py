"""What is kept from the last build, in a folder that may be deleted at any time. Whatever is doubtful is not there."""

import contextlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path

import jinja2
import jinja2.bccache

from memberstudios.publish.errors import PublishError
from memberstudios.publish.writing import write_file
from memberstudios.render.map.composition import cache_key, compose
from memberstudios.render.map.options import MapOptions
from memberstudios.render.map.parts import MapParts

_DIGEST_BYTES = 16
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Kept:
    """Bytes by name in a folder of ours; what was cut short or changed is treated as missing.

    A folder that others can write to is not looked into: what they put there would end up on the site.
    """

    def __init__(self, folder: Path, version: bytes = b"") -> None:
        self._folder = folder
        self.version = version
        """Of the program: what another one left says nothing to this one."""

    def forget(self) -> None:
        """Throw away everything."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def get(self, name: str) -> bytes | None:
        """What was kept under `name`, if it is still as it was."""
        if not self._is_ours():
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        body = data[_DIGEST_BYTES:]
        return body if data[:_DIGEST_BYTES] == _digest(body) else None

    def put(self, name: str, body: bytes) -> None:
        """Keep bytes; a folder that cannot be written keeps nothing, which costs only time."""
        try:
            self._make()
            write_file(self._folder / name, _digest(body) + body, durable=False)
        except (OSError, PublishError):
            return

    def reader(self, name: str, size: int) -> Callable[[int, int], bytes]:
        """Reads parts of a file without a digest: offset and length. Raises OSError if it is shorter than `size`."""
        descriptor = os.open(self._folder / name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
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

    def append(self, name: str, offset: int, parts: Iterable[bytes]) -> None:
        """Put parts behind the first `offset` bytes of a file; a file that begins anew is another one. Raises OSError."""
        self._make()
        path = self._folder / name
        if offset == 0:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
        with path.open("r+b" if offset else "xb") as file:
            file.truncate(offset)
            file.seek(offset)
            file.writelines(parts)

    def _make(self) -> None:
        self._folder.mkdir(mode=0o755, parents=True, exist_ok=True)
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


class KeptTemplates(jinja2.BytecodeCache):
    """Compiled templates of earlier builds; compiling them all takes longer than a small directory's pages."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        code = self._kept.get(self._name(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._kept.put(self._name(bucket), bucket.bytecode_to_string())

    @staticmethod
    def _name(bucket: jinja2.bccache.Bucket) -> str:
        """Jinja checks the version of Python by itself, and `render.linking` the texts and words."""
        return f"template-1-{jinja2.__version__}-{bucket.key}"


def composed_maps(options: Mapping[str, MapOptions], kept: Kept) -> dict[str, MapParts]:
    """The maps by name, composed only where no earlier build has done it: folium is slow to import."""
    found = {}
    for name, wanted in options.items():
        key = f"map-{cache_key(wanted)}.json"
        parts = _parts(kept.get(key))
        if parts is None:
            parts = compose(wanted)
            kept.put(key, json.dumps(asdict(parts), ensure_ascii=False).encode())
        found[name] = parts
    return found


def _parts(data: bytes | None) -> MapParts | None:
    if data is None:
        return None
    try:
        fields = json.loads(data)
        return MapParts(
            html=fields["html"], script=fields["script"], style=fields["style"], assets=tuple(fields["assets"])
        )
    except (ValueError, TypeError, KeyError):
        return None


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()

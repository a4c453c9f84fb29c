"""What is kept from the last build, in a folder that may be deleted at any time. Whatever is doubtful is not there."""

import json
from collections.abc import Mapping
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


class Kept:
    """Bytes by name; what was cut short or changed is treated as missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """What was kept under `name`, if it is still as it was."""
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        body = data[_DIGEST_BYTES:]
        return body if data[:_DIGEST_BYTES] == _digest(body) else None

    def put(self, name: str, body: bytes) -> None:
        """Keep bytes; a folder that cannot be written keeps nothing, which costs only time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_file(self._folder / name, _digest(body) + body)
        except (OSError, PublishError):
            return


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

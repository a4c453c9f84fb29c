"""Templates as they were compiled, and maps as they were composed, by earlier builds: both take long to make."""

import json
from collections.abc import Mapping
from dataclasses import asdict

import jinja2
import jinja2.bccache

from memberstudios.pipeline.kept import Kept
from memberstudios.render.map.composition import cache_key, compose
from memberstudios.render.map.options import MapOptions
from memberstudios.render.map.parts import MapParts


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

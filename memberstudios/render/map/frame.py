"""A composed map as a page shows it: its fragment, and the names of everything it loads, in order."""

from collections.abc import Mapping

from memberstudios.base.dataclass import dataclass
from memberstudios.render.map.parts import MapParts


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """What the template of a page with a map needs. A template shows the frame itself: it has `__html__`."""

    html: str
    assets: tuple[str, ...]

    def __html__(self) -> str:
        return self.html


def frame(parts: MapParts, name: str) -> tuple[MapFrame, Mapping[str, bytes]]:
    """The frame, and the files to put among the site's assets: `maps/<name>.css` and `maps/<name>.js`."""
    style, script = f"maps/{name}.css", f"maps/{name}.js"
    styles = [asset for asset in parts.assets if asset.endswith(".css")]
    scripts = [asset for asset in parts.assets if not asset.endswith(".css")]
    files = {style: parts.style.encode(), script: parts.script.encode()}
    return MapFrame(html=parts.html, assets=(*styles, style, *scripts, script)), files

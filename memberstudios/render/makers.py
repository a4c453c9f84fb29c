"""Who makes what is no HTML page: the name in an output, and the function that makes its bytes from its view."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from memberstudios.render.calendar import make_calendar
from memberstudios.render.feed import make_feed
from memberstudios.render.geojson import make_lines
from memberstudios.render.redirects import make_redirects
from memberstudios.render.sitemap import make_robots, make_sitemap, make_sitemap_index
from memberstudios.render.tables import make_csv

MAKERS: Final[Mapping[str, Callable[[Any], bytes]]] = MappingProxyType(
    {
        "calendar": make_calendar,
        "csv": make_csv,
        "feed": make_feed,
        "lines": make_lines,
        "redirects": make_redirects,
        "robots": make_robots,
        "sitemap": make_sitemap,
        "sitemap-index": make_sitemap_index,
    }
)

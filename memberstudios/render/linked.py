"""Values as JSON inside a page: text of a `script` element that is data, which no browser runs and no policy blocks."""

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from memberstudios.render.geojson import json_line

_ESCAPES: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""With these written as escapes, which JSON reads as the same, no text can end the element or begin another."""


def linked_data(value: Mapping[str, Any]) -> Markup:
    """A value as JSON that may stand between `<script type="application/ld+json">` and its end."""
    return Markup(json_line(value).translate(_ESCAPES))  # noqa: S704 - nothing is left in it that HTML knows

"""folium elements of our own. Importing this imports folium: only `composition` does, when it composes.

Each is a line of JavaScript that calls what `assets/js/map/` adds to Leaflet. Options are numbers, flags and words of
the interface; they pass through folium's JSON, never through a template literal.
"""

from collections.abc import Mapping

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.map import Layer
from folium.template import Template

_OWN_SCRIPT = [("map_layers", "map_layers")]
_OWN_STYLE = [("map_css", "map_css")]
_LEAFLET_SCRIPT = [("leaflet", "leaflet")]
_LEAFLET_STYLE = [("leaflet_css", "leaflet_css")]


class StudioMap(folium.Map):
    """folium's map with Leaflet as its only library."""

    default_js = _LEAFLET_SCRIPT
    default_css = _LEAFLET_STYLE


class _OwnLayer(JSCSSMixin, Layer):
    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.{{ this.call }}({{ this.options|tojavascript }});
        {% endmacro %}""")
    default_js = _OWN_SCRIPT
    default_css = _OWN_STYLE
    call = ""

    def __init__(self, **options: object) -> None:
        super().__init__(name=None, overlay=True, control=False, show=True)
        self._name = type(self).__name__
        self.options: Mapping[str, object] = options


class StudioLayer(_OwnLayer):
    """All studios: clustered, focusable, from the data file that the page names."""

    call = "studioLayer"


class SchematicLayer(_OwnLayer):
    """Paper, graticule and a soft ground under the places: drawn in the browser, nobody's boundaries."""

    call = "schematicLayer"


class _Control(JSCSSMixin, MacroElement):
    _template = Template("""
        {% macro script(this, kwargs) %}
        L.{{ this.call }}({{ this.options|tojavascript }}).addTo({{ this._parent.get_name() }});
        {% endmacro %}""")
    call = ""

    def __init__(self, **options: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it untyped
        self._name = type(self).__name__
        self.options: Mapping[str, object] = options


class ZoomControl(_Control):
    """Leaflet's two buttons, in the site's language."""

    call = "control.zoom"


class CreditControl(_Control):
    """Whose picture the base map is; Leaflet's own control carries a flag."""

    call = "creditControl"

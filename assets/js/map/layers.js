// What folium's composed script calls on Leaflet: the layers and controls of our own. Loaded after Leaflet.

import { CreditControl, quietTiles, setUpControls } from "./controls.js";
import { SchematicLayer } from "./schematic.js";
import { StudioLayer } from "./studios.js";

const L = window.L;

L.studioLayer = (options) => new StudioLayer(options);
L.schematicLayer = (options) => new SchematicLayer(options);
L.creditControl = (options) => new CreditControl(options);
setUpControls();
quietTiles();

// The base map that asks nobody: paper, a graticule with its degrees, and soft ground where studios are.
// The ground is the hull of a county's studios with a broad round edge. It is no boundary, and looks like none.

import { loadPoints } from "../points.js";
import { say } from "../say.js";
import { hull } from "./hull.js";

const L = window.L;

const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002];
const LINE_SPACING_PX = 170;
const GROUND_LEVELS = new Set(["county", "city", "province"]);

export const SchematicLayer = L.Layer.extend({
  onAdd(map) {
    this._box = map.getContainer().closest("[data-points]");
    const ground = map.getPane("ground") || map.createPane("ground");
    ground.classList.add("map-ground-pane");
    this._grid = L.layerGroup().addTo(map);
    this._ground = L.layerGroup().addTo(map);
    this._lines = L.svg({ padding: 0.3 });
    this._soft = L.svg({ pane: "ground", padding: 0.5 });
    map.on("moveend", this._drawGrid, this);
    map.whenReady(this._drawGrid, this);
    // Without the data there is paper and graticule; the layer of studios says what happened.
    loadPoints(this._box.dataset.points).then((points) => this._drawGround(points), () => undefined);
  },

  onRemove(map) {
    map.off("moveend", this._drawGrid, this);
    this._grid.remove();
    this._ground.remove();
  },

  _drawGround(points) {
    for (const spots of spotsByCounty(points)) {
      const shape = hull(spots).map(([lng, lat]) => [lat, lng]);
      const options = { renderer: this._soft, pane: "ground", interactive: false, className: "map-ground" };
      // A path of one point would be drawn by nobody.
      const piece = shape.length > 1 ? L.polygon(shape, options) : L.circleMarker(shape[0], { ...options, radius: 1 });
      piece.addTo(this._ground);
    }
  },

  _drawGrid() {
    const map = this._map;
    const bounds = map.getBounds().pad(0.3);
    const step = graticuleStep(map);
    const decimals = Math.max(0, -Math.floor(Math.log10(step)));
    this._grid.clearLayers();
    for (const lng of multiples(bounds.getWest(), bounds.getEast(), step)) {
      this._line([[bounds.getSouth(), lng], [bounds.getNorth(), lng]]);
      this._degrees(map.latLngToContainerPoint([map.getCenter().lat, lng]).x, "x", degrees(lng, decimals, "map_east", "map_west"));
    }
    for (const lat of multiples(Math.max(bounds.getSouth(), -85), Math.min(bounds.getNorth(), 85), step)) {
      this._line([[lat, bounds.getWest()], [lat, bounds.getEast()]]);
      this._degrees(map.latLngToContainerPoint([lat, map.getCenter().lng]).y, "y", degrees(lat, decimals, "map_north", "map_south"));
    }
  },

  _line(ends) {
    L.polyline(ends, { renderer: this._lines, interactive: false, className: "map-graticule" }).addTo(this._grid);
  },

  /** Meridians are named at the top edge, parallels at the right one. */
  _degrees(along, axis, text) {
    const map = this._map;
    const size = map.getSize();
    const room = axis === "x" ? along > 64 && along < size.x - 48 : along > 32 && along < size.y - 48;
    if (!room) {
      return;
    }
    const at = axis === "x" ? L.point(along, 4) : L.point(size.x - 6, along);
    const icon = L.divIcon({ className: `map-degrees map-degrees-${axis} leaflet-zoom-hide`, html: "", iconSize: null });
    const mark = L.marker(map.containerPointToLatLng(at), { icon, interactive: false, keyboard: false, pane: "overlayPane" });
    mark.addTo(this._grid);
    mark.getElement().textContent = text;
    mark.getElement().setAttribute("aria-hidden", "true");
  },
});

/** @returns {number} degrees between lines, so that they are some `LINE_SPACING_PX` apart */
function graticuleStep(map) {
  const degreesPerPixel = 360 / (256 * 2 ** map.getZoom());
  const wanted = degreesPerPixel * LINE_SPACING_PX;
  return STEPS.find((step) => step <= wanted) || STEPS[STEPS.length - 1];
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} step
 */
function multiples(from, to, step) {
  const values = [];
  for (let count = Math.ceil(from / step); count * step <= to; count += 1) {
    values.push(count * step);
  }
  return values;
}

function degrees(value, decimals, positive, negative) {
  return say(value < 0 ? negative : positive, { degrees: Math.abs(value).toFixed(decimals) });
}

/**
 * Where studios are, a list a county; larger areas stand for themselves where nothing nearer is known.
 * @param {import("../points.js").Points} points
 * @returns {Iterable<[number, number][]>}
 */
function spotsByCounty(points) {
  const { parent, level } = points.places;
  const spots = new Map();
  for (let row = 0; row < points.count; row += 1) {
    if (Number.isNaN(points.lat[row])) {
      continue;
    }
    let place = points.group[row] >= 0 ? points.group[row] : points.place[row];
    while (place >= 0 && !GROUND_LEVELS.has(level[place]) && parent[place] >= 0) {
      place = parent[place];
    }
    if (!spots.has(place)) {
      spots.set(place, []);
    }
    spots.get(place).push([points.lng[row], points.lat[row]]);
  }
  return spots.values();
}

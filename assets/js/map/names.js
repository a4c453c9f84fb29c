// Names on the map: below marks, and at the centres of areas where the base map has none. None covers another.

const L = window.L;

/** From which zoom an area of a level is named. */
const FROM_ZOOM = { province: 3, city: 5, county: 8, functional: 9, town: 11, village: 13 };
const PIN_NAMES_FROM_ZOOM = 13;
const GAP_PX = 3;

export const NamesLayer = L.Layer.extend({
  initialize(ofAreas) {
    this._ofAreas = ofAreas;
  },

  onAdd(map) {
    const pane = map.getPane("names") || map.createPane("names");
    pane.classList.add("map-names", "leaflet-zoom-hide");
    pane.setAttribute("aria-hidden", "true");
    this._pane = pane;
  },

  onRemove() {
    this._pane.replaceChildren();
  },

  /**
   * @param {import("../points.js").Points} points
   * @param {any[]} marks those on the map; each with `caption` and `radius`
   */
  draw(points, marks) {
    const map = this._map;
    const wanted = [...ofGroups(marks), ...(this._ofAreas ? ofAreas(points.places, map) : [])];
    if (map.getZoom() >= PIN_NAMES_FROM_ZOOM) {
      wanted.push(...ofPins(marks));
    }
    this._measure(wanted);
    const taken = marks.map((mark) => square(map.latLngToLayerPoint(mark.getLatLng()), mark.radius));
    const named = new Set();
    const labels = [];
    for (const { text, className, at, radius, of } of wanted) {
      const spot = of !== "pin" && named.has(text) ? null : free(taken, map.latLngToLayerPoint(at), radius, this._sizes.get(`${className} ${text}`));
      if (spot) {
        taken.push(spot);
        labels.push({ text, className, spot });
        if (of === "group") {
          named.add(text);
        }
      }
    }
    this._pane.replaceChildren(...labels.map(element));
  },

  /** Width and height of texts on the map, asked of the browser once for each, and of all new ones together. */
  _measure(wanted) {
    this._sizes = this._sizes || new Map();
    const probes = new Map();
    for (const { text, className } of wanted) {
      const key = `${className} ${text}`;
      if (!this._sizes.has(key) && !probes.has(key)) {
        probes.set(key, element({ text, className, spot: { left: -9999, top: -9999 } }));
      }
    }
    this._pane.append(...probes.values());
    for (const [key, probe] of probes) {
      this._sizes.set(key, { width: probe.offsetWidth, height: probe.offsetHeight });
    }
  },
});

/** What clusters and places are called, the larger first. */
function ofGroups(marks) {
  const groups = marks.filter((mark) => mark.caption && !mark.isPin).sort((a, b) => b.radius - a.radius);
  return groups.map((mark) => ({ text: mark.caption, className: "map-name", at: mark.getLatLng(), radius: mark.radius, of: "group" }));
}

function ofAreas(places, map) {
  return areasInView(places, map).map((area) => ({
    text: places.name[area],
    className: `map-name map-name-area map-name-${places.level[area]}`,
    at: [places.lat[area], places.lng[area]],
    radius: 0,
    of: "area",
  }));
}

/** What studios are called, the one that the page is about first. */
function ofPins(marks) {
  const pins = marks.filter((mark) => mark.isPin).sort((a, b) => Number(b.isHere) - Number(a.isHere));
  return pins.map((mark) => ({
    text: mark.caption,
    className: `map-name ${mark.isHere ? "map-name-here" : "map-name-pin"}`,
    at: mark.getLatLng(),
    radius: mark.radius,
    of: "pin",
  }));
}

function element({ text, className, spot }) {
  const name = document.createElement("span");
  name.className = className;
  name.textContent = text;
  L.DomUtil.setPosition(name, L.point(Math.round(spot.left), Math.round(spot.top)));
  return name;
}

function square(at, radius) {
  return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
}

/** The first free box for a text: at the point itself when it has no mark, else below, above, right, left of it. */
function free(taken, at, radius, { width, height }) {
  const beside = radius + GAP_PX;
  const centres = radius === 0 ? [[0, 0]] : [
    [0, beside + height / 2],
    [0, -beside - height / 2],
    [beside + width / 2, 0],
    [-beside - width / 2, 0],
  ];
  for (const [dx, dy] of centres) {
    const left = at.x + dx - width / 2;
    const top = at.y + dy - height / 2;
    const box = { left, right: left + width, top, bottom: top + height };
    if (!taken.some((other) => overlaps(box, other))) {
      return box;
    }
  }
  return null;
}

function overlaps(a, b) {
  return a.left < b.right + GAP_PX && b.left < a.right + GAP_PX && a.top < b.bottom && b.top < a.bottom;
}

/** Areas with a known centre in view, the larger first. */
function areasInView(places, map) {
  const zoom = map.getZoom();
  const view = map.getBounds();
  const found = [];
  for (let area = 0; area < places.id.length; area += 1) {
    const from = FROM_ZOOM[places.level[area]] || 9;
    if (zoom >= from && !Number.isNaN(places.lat[area]) && view.contains([places.lat[area], places.lng[area]])) {
      found.push({ area, from });
    }
  }
  return found.sort((a, b) => a.from - b.from || a.area - b.area).map(({ area }) => area);
}

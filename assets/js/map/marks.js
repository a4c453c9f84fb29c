// One mark on the map: a studio's pin, a cluster's disc, a place's dashed ring. Each is a button with a name.

import { pathNames } from "../points.js";
import { say } from "../say.js";

const L = window.L;

const PIN_PX = 44;
const DISC_PX = [44, 48, 54, 60];

/**
 * @param {import("../points.js").Points} points
 * @param feature as `clusters.js` gives it
 * @param {number} here the row of the studio whose page this is, or -1
 * @returns a Leaflet marker with `label`, `radius` in pixels, `feature`, `caption` (what may be written below it), `isPin`, `isHere`
 */
export function makeMark(points, feature, here) {
  const { cluster, approximate, place, point_count: count = 1, row } = feature.properties;
  const name = place >= 0 ? points.places.name[place] : "";
  const grouped = cluster || approximate;
  const size = Math.round((grouped ? discSize(count) : PIN_PX) * rootScale());
  const kind = approximate ? "ring" : cluster ? "disc" : "pin";
  const mark = L.marker([feature.geometry.coordinates[1], feature.geometry.coordinates[0]], {
    icon: L.divIcon({ className: `map-mark map-${kind}`, html: "", iconSize: [size, size] }),
    keyboard: false,
    riseOnHover: true,
  });
  mark.feature = feature;
  mark.radius = kind === "pin" ? size / 4 : size / 2;
  mark.caption = grouped ? name : points.name[row];
  mark.isPin = kind === "pin";
  mark.isHere = row === here && !cluster;
  mark.label = label(points, feature, name);
  mark.on("add", () => {
    const element = mark.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", mark.label);
    element.classList.toggle("map-here", mark.isHere);
    element.classList.toggle("map-quiet", !grouped && points.status[row] !== "open");
    element.textContent = grouped ? String(count) : "";
  });
  return mark;
}

function label(points, { properties }, name) {
  const { cluster, approximate, point_count: count = 1, row } = properties;
  if (approximate) {
    return say("map_ring", { place: name, count });
  }
  if (cluster) {
    return name ? say("map_cluster_at", { place: name, count }) : say("map_cluster", { count });
  }
  const path = pathNames(points, points.place[row]);
  return path.length ? say("map_pin", { name: points.name[row], place: path[path.length - 1] }) : points.name[row];
}

/** @param {number} count */
function discSize(count) {
  return DISC_PX[Math.min(DISC_PX.length - 1, Math.floor(Math.log10(count)))];
}

/** Marks grow with the page's text, so that 大字 makes them larger too. */
function rootScale() {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 17);
}

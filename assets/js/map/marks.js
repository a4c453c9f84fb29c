// One mark on the map: a studio's pin, a cluster's disc, a place's dashed ring. Each is a button with a name.

import { kindOf, pathNames } from "../points.js";
import { say } from "../say.js";

const L = window.L;

const PIN_PX = 44;
const DISC_PX = [44, 48, 54, 60];

/**
 * @param {import("../points.js").Points} points the text of a single studio is there
 * @param {import("./clusters.js").Feature} feature
 * @param {number} here the row of the studio whose page this is, or -1
 * @param {number} scale as `rootScale` gives it
 * @returns a Leaflet marker with `label`, `radius` in pixels, `feature`, `caption` (what may be written below it), `isPin`, `isHere`
 */
export function makeMark(points, feature, here, scale) {
  const { approximate, place, rows } = feature;
  const [row] = rows;
  const name = place >= 0 ? points.places.name[place] : "";
  const grouped = rows.length > 1 || approximate;
  const size = Math.round((grouped ? discSize(rows.length) : PIN_PX) * scale);
  const kind = approximate ? "ring" : grouped ? "disc" : "pin";
  const mark = L.marker([feature.lat, feature.lng], {
    icon: L.divIcon({ className: `map-mark map-${kind}`, html: "", iconSize: [size, size] }),
    keyboard: false,
    riseOnHover: true,
  });
  mark.feature = feature;
  mark.radius = kind === "pin" ? size / 4 : size / 2;
  mark.caption = grouped ? name : points.name[row];
  mark.isPin = kind === "pin";
  mark.isHere = rows.length === 1 && row === here;
  mark.label = label(points, feature, name);
  mark.on("add", () => {
    const element = mark.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", mark.label);
    element.classList.toggle("map-here", mark.isHere);
    element.classList.toggle("map-quiet", !grouped && kindOf(points.status, row) !== "open");
    element.textContent = grouped ? String(rows.length) : "";
  });
  return mark;
}

function label(points, { rows, approximate }, name) {
  const count = rows.length;
  if (approximate) {
    return say("map_ring", { place: name, count });
  }
  if (count > 1) {
    return name ? say("map_cluster_at", { place: name, count }) : say("map_cluster", { count });
  }
  const path = pathNames(points, points.place[rows[0]]);
  return path.length ? say("map_pin", { name: points.name[rows[0]], place: path[path.length - 1] }) : points.name[rows[0]];
}

/** @param {number} count */
function discSize(count) {
  return DISC_PX[Math.min(DISC_PX.length - 1, Math.floor(Math.log10(count)))];
}

/** Marks grow with the page's text, so that 大字 makes them larger too. */
export function rootScale() {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 17);
}

// The order of what was found: by distance, by name, by how well the words fit, or as the directory has it.

import { distance } from "./near.js";

/**
 * How far each studio is, in metres.
 * @param {import("../points.js").Points} points
 * @param {{ lat: number, lng: number }} origin
 * @returns {Float64Array} NaN where its position is not known
 */
export function distances(points, origin) {
  return points.lat.map((lat, row) => distance(origin.lat, origin.lng, lat, points.lng[row]));
}

/**
 * @param {import("../points.js").Points} points
 * @param {number[]} rows in the file's order
 * @param {string} order as in the query
 * @param {Uint8Array | null} scores how well each row fits the words
 * @param {Float64Array | null} metres
 */
export async function ordered(points, rows, order, scores, metres) {
  if (order === "near" && metres) {
    const far = (row) => (Number.isNaN(metres[row]) ? Infinity : metres[row]);
    return [...rows].sort((a, b) => (far(a) === far(b) ? a - b : far(a) - far(b)));
  }
  if (order === "name") {
    await (points.texts(rows) || null);
    const { compare } = new Intl.Collator(document.documentElement.lang);
    return [...rows].sort((a, b) => compare(points.name[a], points.name[b]) || a - b);
  }
  return scores ? [...rows].sort((a, b) => scores[b] - scores[a] || a - b) : rows;
}

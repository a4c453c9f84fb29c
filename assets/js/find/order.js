// How far studios are, and the order of what was found: by distance, by name, by how well the words fit, or as the
// directory has it.

import { say } from "../say.js";

const EARTH_M = 6_371_008.8;
/** How far from its centre an area of a level reaches, so that a studio somewhere in it is never said to be nearer. */
const REACH_M = { national: 500_000, province: 150_000, city: 20_000, county: 10_000, functional: 5_000, town: 3_000, village: 1_000 };

/**
 * Metres between two positions in degrees (haversine).
 * @returns {number} NaN where one is not known
 */
export function distance(lat, lng, otherLat, otherLng) {
  const rad = Math.PI / 180;
  const a = Math.sin(((otherLat - lat) * rad) / 2) ** 2;
  const b = Math.cos(lat * rad) * Math.cos(otherLat * rad) * Math.sin(((otherLng - lng) * rad) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(a + b));
}

/**
 * How far each studio is, in metres. One of which only the area is known is somewhere within that area's reach: it is as
 * far as the centre, but never nearer than the reach.
 * @param {import("../points.js").Points} points
 * @param {{ lat: number, lng: number }} origin
 * @returns {Float64Array} NaN where its position is not known
 */
export function distances(points, origin) {
  const { level } = points.places;
  return points.lat.map((lat, row) => {
    const metres = distance(origin.lat, origin.lng, lat, points.lng[row]);
    return points.group[row] < 0 ? metres : Math.max(metres, REACH_M[level[points.group[row]]] || 0);
  });
}

/** 350 米, 2.4 公里, 38 公里: as precise as it can be meant. */
export function distanceText(metres) {
  const km = metres / 1000;
  return km < 1
    ? say("near_metres", { metres: Math.max(50, Math.round(metres / 50) * 50) })
    : say("near_km", { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) });
}

/**
 * What an entry says about its distance.
 * @param {import("../points.js").Points} points
 * @param {number} row
 * @param {Float64Array} metres as `distances` gives them
 */
export function farText({ places, group }, row, metres) {
  const area = group[row];
  if (Number.isNaN(metres[row])) {
    return say("near_nowhere");
  }
  if (area < 0) {
    return distanceText(metres[row]);
  }
  return metres[row] > (REACH_M[places.level[area]] || 0)
    ? say("near_about", { distance: distanceText(metres[row]) })
    : say("near_within", { place: places.name[area] });
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

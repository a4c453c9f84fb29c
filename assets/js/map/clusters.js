// Groups the studios in view into marks: by squares of the world that are as large as a mark at this zoom, then those
// whose marks would touch. No index is built before, so that a hundred thousand can be filtered at every letter typed.

const CELL_PX = 72;
const NEAR_PX = 56;
const TILE_PX = 256;
const SAME_SPOT_DEGREES = 1e-6;

/**
 * One mark: a studio of its own, or several.
 * @typedef {object} Feature
 * @property {string} key the same for the same studios at the same zoom
 * @property {number[]} rows
 * @property {number} lat where it is drawn
 * @property {number} lng
 * @property {boolean} approximate whether all of it is
 * @property {number} place the nearest area that holds all of it, -1 for none
 * @property {number} west
 * @property {number} east
 * @property {number} south
 * @property {number} north
 */

/**
 * @param {import("../points.js").Points} points
 * @param {number} maxZoom above it only studios at one spot are grouped
 */
export function clusterer(points, maxZoom) {
  const x = Float64Array.from(points.lng, (lng) => lng / 360 + 0.5);
  const y = Float64Array.from(points.lat, worldY);

  return {
    /**
     * @param {ArrayLike<number>} rows those to draw; all have a position
     * @param {{ west: number, south: number, east: number, north: number }} view degrees
     * @param {number} zoom
     * @returns {Feature[]}
     */
    at(rows, view, zoom) {
      const level = Math.floor(zoom);
      const across = level > maxZoom ? Infinity : (TILE_PX * 2 ** level) / CELL_PX;
      const cells = new Map();
      const left = edge(view.west / 360 + 0.5, across, Math.floor);
      const right = edge(view.east / 360 + 0.5, across, Math.ceil);
      const top = edge(worldY(view.north), across, Math.floor);
      const bottom = edge(worldY(view.south), across, Math.ceil);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        if (x[row] < left || x[row] > right || y[row] < top || y[row] > bottom) {
          continue;
        }
        const key = across === Infinity ? `${x[row]} ${y[row]}` : Math.floor(y[row] * across) * 1e7 + Math.floor(x[row] * across);
        const cell = cells.get(key);
        if (cell) {
          cell.push(row);
        } else {
          cells.set(key, [row]);
        }
      }
      const groups = [...cells.values()];
      const joined = across === Infinity ? groups : joinNear(groups, x, y, NEAR_PX / (TILE_PX * 2 ** level));
      return joined.map((found) => feature(points, found, level));
    },

    /** @param {number} row */
    single: (row) => feature(points, [row], 0),
  };
}

/** Whether a group will never come apart: all of it lies at one place. */
export function isOneSpot({ west, east, south, north }) {
  return east - west < SAME_SPOT_DEGREES && north - south < SAME_SPOT_DEGREES;
}

/** A side of the view moved out to the next side of a square, so that squares are always whole. */
function edge(value, across, round) {
  return across === Infinity ? value : round(value * across) / across;
}

function worldY(lat) {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** The largest first: each takes in those that are too near to stand beside it. */
function joinNear(groups, x, y, distance) {
  const middles = groups.map((rows) => ({ rows, x: mean(x, rows), y: mean(y, rows), isFree: true }));
  middles.sort((a, b) => b.rows.length - a.rows.length || a.rows[0] - b.rows[0]);
  const found = [];
  for (let index = 0; index < middles.length; index += 1) {
    const one = middles[index];
    if (!one.isFree) {
      continue;
    }
    for (let other = index + 1; other < middles.length; other += 1) {
      const next = middles[other];
      if (next.isFree && Math.abs(next.x - one.x) < distance && Math.abs(next.y - one.y) < distance) {
        next.isFree = false;
        one.rows = one.rows.concat(next.rows);
      }
    }
    found.push(one.rows);
  }
  return found;
}

function mean(values, rows) {
  let sum = 0;
  for (const row of rows) {
    sum += values[row];
  }
  return sum / rows.length;
}

/** @returns {Feature} */
function feature(points, rows, level) {
  const { lat, lng, group, place } = points;
  let [approximate, first, last] = [true, Infinity, -1];
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  let mixed = 0;
  for (const row of rows) {
    mixed = (Math.imul(mixed, 31) + row) | 0;
    const at = group[row] >= 0 ? group[row] : place[row];
    approximate = approximate && group[row] >= 0;
    first = Math.min(first, at);
    last = Math.max(last, at);
    west = Math.min(west, lng[row]);
    east = Math.max(east, lng[row]);
    south = Math.min(south, lat[row]);
    north = Math.max(north, lat[row]);
  }
  const key = rows.length > 1 ? `${level} ${rows.length} ${rows[0]} ${mixed}` : `studio ${rows[0]}`;
  return { key, rows, lat: mean(lat, rows), lng: mean(lng, rows), approximate, place: shared(points.places, first, last), west, east, south, north };
}

/** The nearest area that holds both: areas come in tree order, so the first climbs until it holds the last. */
function shared({ parent, end }, first, last) {
  let at = first;
  while (at >= 0 && last >= end[at]) {
    at = parent[at];
  }
  return at;
}

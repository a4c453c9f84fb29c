// Groups nearby studios for each zoom level with supercluster, and keeps what a cluster's mark must say.

const RADIUS_PX = 64;
const SAME_SPOT_DEGREES = 1e-6;

/**
 * What every feature carries, a studio or a cluster: whether all of it is approximate, the nearest area that holds all
 * of it (-1 for none), and its extent.
 * @typedef {object} Summary
 * @property {boolean} approximate
 * @property {number} place
 * @property {number} west
 * @property {number} east
 * @property {number} south
 * @property {number} north
 */

/**
 * @param {import("../points.js").Points} points
 * @param {number[]} rows those to draw; all have a position
 * @param {number} maxZoom above it nothing is grouped
 * @returns a supercluster index with keys on its features, and `single(row)` for one studio's own
 */
export function clusterPoints(points, rows, maxZoom) {
  const index = new window.Supercluster({
    radius: RADIUS_PX,
    extent: 256,
    maxZoom,
    map: (properties) => ({ ...properties.summary }),
    reduce: (sum, next) => merge(points.places.parent, sum, next),
  });
  index.load(rows.map((row) => feature(points, row)));
  return {
    getClusters: (box, zoom) => index.getClusters(box, zoom).map(keyed),
    getClusterExpansionZoom: (id) => index.getClusterExpansionZoom(id),
    getLeaves: (id, limit) => index.getLeaves(id, limit),
    single: (row) => keyed(feature(points, row)),
  };
}

/** Whether a cluster will never come apart: all of it lies at one place. */
export function isOneSpot({ properties }) {
  const { west, east, south, north } = properties;
  return east - west < SAME_SPOT_DEGREES && north - south < SAME_SPOT_DEGREES;
}

function feature(points, row) {
  const lng = points.lng[row];
  const lat = points.lat[row];
  const group = points.group[row];
  /** @type {Summary} */
  const summary = {
    approximate: group >= 0,
    place: group >= 0 ? group : points.place[row],
    west: lng,
    east: lng,
    south: lat,
    north: lat,
  };
  return { type: "Feature", properties: { row, summary }, geometry: { type: "Point", coordinates: [lng, lat] } };
}

/** @param {Summary} sum changed in place, as supercluster wants it */
function merge(parent, sum, next) {
  sum.approximate = sum.approximate && next.approximate;
  sum.place = shared(parent, sum.place, next.place);
  sum.west = Math.min(sum.west, next.west);
  sum.east = Math.max(sum.east, next.east);
  sum.south = Math.min(sum.south, next.south);
  sum.north = Math.max(sum.north, next.north);
}

/** The nearest area that holds both: areas come in tree order, so the later one climbs until they meet. */
function shared(parent, one, other) {
  let a = one;
  let b = other;
  while (a !== b) {
    if (a > b) {
      a = parent[a];
    } else {
      b = parent[b];
    }
  }
  return a;
}

/** supercluster lays a cluster's summary among its properties and a studio's beside them: here both look alike. */
function keyed(found) {
  const { properties } = found;
  const { cluster, cluster_id: id, row, summary } = properties;
  const own = cluster ? { ...properties, key: `cluster ${id}` } : { ...summary, row, key: `studio ${row}` };
  return { ...found, properties: own };
}

// The compact file of all studios (docs/open-data.md): fetched once a page, checked, and put back into columns.

const VERSION = 1;

/**
 * Areas in tree order: all below area i are i + 1 … end[i] - 1.
 * @typedef {object} Places
 * @property {string[]} id
 * @property {string[]} name
 * @property {string[]} level
 * @property {number[]} parent -1 at the top
 * @property {number[]} end
 * @property {number[]} lat NaN where no centre is known
 * @property {number[]} lng
 *
 * @typedef {object} Points
 * @property {number} count
 * @property {string[]} id
 * @property {string[]} name
 * @property {string[]} also other words that find the studio
 * @property {string[]} address
 * @property {string[]} precision
 * @property {string[]} status
 * @property {string[]} form
 * @property {number[]} place index of its area, or -1
 * @property {number[]} group index of the area it is drawn at when its position is approximate, or -1
 * @property {number[]} lat NaN where it is not on the map
 * @property {number[]} lng
 * @property {Places} places
 */

/** The file came, but is not what it should be. */
export class BrokenData extends Error {}

/** @type {Map<string, Promise<Points>>} */
const loading = new Map();

/**
 * @param {string} url
 * @returns {Promise<Points>} rejected when the file does not come or is broken; then it may be asked for again
 */
export function loadPoints(url) {
  const address = new URL(url, document.baseURI).href;
  let points = loading.get(address);
  if (!points) {
    points = fetchPoints(address);
    loading.set(address, points);
    points.catch(() => loading.delete(address));
  }
  return points;
}

/**
 * @param {string} address
 * @returns {Promise<Points>}
 */
async function fetchPoints(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }
  const text = await answer.text();
  try {
    return decode(JSON.parse(text));
  } catch (error) {
    throw new BrokenData(String(error));
  }
}

/**
 * @param {any} file
 * @returns {Points}
 */
export function decode(file) {
  if (file.version !== VERSION) {
    throw new BrokenData(`version ${file.version}`);
  }
  const { count, scale, places } = file;
  const points = {
    count,
    id: file.id,
    name: file.name,
    also: file.also,
    address: file.address,
    precision: spelled(file.precision),
    status: spelled(file.status),
    form: spelled(file.form),
    place: sums(file.place),
    group: file.group,
    lat: scaled(sums(file.lat), scale),
    lng: scaled(sums(file.lng), scale),
    places: {
      id: places.id,
      name: places.name,
      level: places.level,
      parent: places.parent,
      end: ends(places.parent),
      lat: scaled(places.lat, scale),
      lng: scaled(places.lng, scale),
    },
  };
  for (const [name, column] of Object.entries(points)) {
    if (Array.isArray(column) && column.length !== count) {
      throw new BrokenData(`${name} has ${column.length} of ${count}`);
    }
  }
  return points;
}

/** @param {{ words: string[], rows: number[] }} column */
function spelled({ words, rows }) {
  return rows.map((index) => words[index]);
}

/** @param {(number | null)[]} steps */
function sums(steps) {
  let sum = 0;
  return steps.map((step) => (step === null ? null : (sum += step)));
}

/**
 * @param {(number | null)[]} values
 * @param {number} scale
 */
function scaled(values, scale) {
  return values.map((value) => (value === null ? NaN : value / scale));
}

/** @param {number[]} parent */
function ends(parent) {
  const end = parent.map((_, index) => index + 1);
  for (let index = parent.length - 1; index >= 0; index -= 1) {
    const above = parent[index];
    if (above >= 0) {
      end[above] = Math.max(end[above], end[index]);
    }
  }
  return end;
}

/**
 * The names of an area and all above it, from the top.
 * @param {Points} points
 * @param {number} place
 * @returns {string[]}
 */
export function pathNames(points, place) {
  const names = [];
  for (let at = place; at >= 0; at = points.places.parent[at]) {
    names.unshift(points.places.name[at]);
  }
  return names;
}

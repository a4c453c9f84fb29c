// The compact file of all studios (docs/open-data.md): fetched once a page, checked, and put back into columns.
// Of a large directory the texts stand in further files, which are fetched for the rows that are shown.

const VERSION = 2;

/**
 * Areas in tree order: all below area i are i + 1 … end[i] - 1.
 * @typedef {object} Places
 * @property {string[]} id
 * @property {string[]} name
 * @property {string[]} level
 * @property {number[]} parent -1 at the top
 * @property {number[]} end
 * @property {Float64Array} lat NaN where no centre is known
 * @property {Float64Array} lng
 *
 * What each row has of a few things: `words[rows[row]]`.
 * @typedef {{ words: any[], rows: number[] }} Kinds
 *
 * @typedef {object} Points
 * @property {number} count
 * @property {string[]} id texts of rows that are not there yet are missing: ask `texts` first
 * @property {string[]} name
 * @property {string[]} address
 * @property {string[]} when when one can go, in words, or ""
 * @property {Kinds} precision
 * @property {Kinds} status
 * @property {Kinds} form
 * @property {Kinds} base
 * @property {Kinds} stepFree
 * @property {Kinds} times lines as js/find/times.js reads them
 * @property {Kinds} matter indexes of matters
 * @property {Kinds} sector indexes of sectors
 * @property {{ id: string[], name: string[] }} matters
 * @property {string[]} sectors
 * @property {string[]} unusual days, and years such as 2027, of which opening hours are not known
 * @property {number[]} reach 1 by phone, 2 online, 3 both
 * @property {Int32Array} place index of its area, or -1
 * @property {number[]} group index of the area it is drawn at when its position is approximate, or -1
 * @property {Float64Array} lat NaN where it is not on the map
 * @property {Float64Array} lng
 * @property {string} system of all positions
 * @property {Places} places
 * @property {(rows: Iterable<number>) => Promise<void> | null} texts fetches what is missing; null when nothing is
 * @property {(id: string) => Promise<number>} rowOf the row of a studio, -1 when it is not listed
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
    points = fetchJson(address).then((file) => checked(file, address));
    loading.set(address, points);
    points.catch(() => loading.delete(address));
  }
  return points;
}

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function fetchJson(address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenData(String(error));
  }
}

/**
 * The address of a further file of a large one: `…/finder.json?v=…` goes on in `…/finder/0.json?v=…`.
 * @param {string} address
 * @param {number} number
 * @param {string} version
 */
export function shardAddress(address, number, version) {
  return `${address.replace(/\.json(\?.*)?$/, "")}/${number}.json?v=${version}`;
}

function checked(file, address) {
  try {
    return decode(file, address);
  } catch (error) {
    throw error instanceof BrokenData ? error : new BrokenData(String(error));
  }
}

/**
 * @param {any} file
 * @param {string} address its own, below which further files lie
 * @returns {Points}
 */
export function decode(file, address) {
  if (file.version !== VERSION) {
    throw new BrokenData(`version ${file.version}`);
  }
  const { count, scale, places } = file;
  const parent = places.up.map((up, index) => (up ? index - up : -1));
  const points = {
    count,
    id: [],
    name: [],
    address: [],
    when: [],
    precision: file.precision,
    status: file.status,
    form: file.form,
    base: file.base,
    stepFree: file.step_free,
    times: file.times,
    matter: file.matter,
    sector: file.sector,
    matters: file.matters,
    sectors: file.sectors,
    reach: file.reach,
    unusual: file.unusual || [],
    place: Int32Array.from(sums(file.place)),
    group: file.group,
    lat: scaled(sums(file.lat), scale),
    lng: scaled(sums(file.lng), scale),
    system: file.system,
    places: {
      id: places.id,
      name: places.name,
      level: places.level.rows.map((index) => places.level.words[index]),
      parent,
      end: ends(parent),
      lat: scaled(sums(places.lat), scale),
      lng: scaled(sums(places.lng), scale),
    },
    texts: () => null,
    rowOf: async (id) => points.id.indexOf(id),
  };
  for (const name of ["reach", "place", "group", "lat", "lng"]) {
    sized(name, points[name], count);
  }
  for (const name of ["precision", "status", "form", "base", "stepFree", "times", "matter", "sector"]) {
    sized(name, points[name].rows, count);
  }
  if (file.texts) {
    take(points, file.texts, 0, count);
  } else {
    inShards(points, file.shards, file.per_shard, address);
  }
  return points;
}

/** Texts that are fetched when somebody asks for them. */
function inShards(points, versions, size, address) {
  /** @type {(Promise<void> | null)[]} */
  const shards = versions.map(() => null);
  const load = (number) => {
    if (!shards[number]) {
      const from = number * size;
      shards[number] = fetchJson(shardAddress(address, number, versions[number])).then((file) =>
        take(points, file, from, Math.min(size, points.count - from)),
      );
      shards[number].catch(() => {
        shards[number] = null;
      });
    }
    return shards[number];
  };
  points.texts = (rows) => {
    const wanted = new Set();
    for (const row of rows) {
      if (points.id[row] === undefined) {
        wanted.add(Math.floor(row / size));
      }
    }
    return wanted.size ? Promise.all([...wanted].map(load)).then(() => undefined) : null;
  };
  points.rowOf = async (id) => {
    await Promise.all(versions.map((_, number) => load(number)));
    return points.id.indexOf(id);
  };
}

/** All columns of a file or none: a row whose id is there has all its texts. */
function take(points, { id, name, address, when }, from, count) {
  const columns = { id, name, address, when: when.rows.map((word) => when.words[word]) };
  for (const [title, column] of Object.entries(columns)) {
    sized(title, column, count);
  }
  for (const [title, column] of Object.entries(columns)) {
    column.forEach((text, row) => {
      points[title][from + row] = text;
    });
  }
}

function sized(name, column, count) {
  if (column.length !== count) {
    throw new BrokenData(`${name} has ${column.length} of ${count}`);
  }
}

/** @param {(number | null)[]} steps differences, as the data files have them */
export function sums(steps) {
  let sum = 0;
  return steps.map((step) => (step === null ? null : (sum += step)));
}

/**
 * @param {(number | null)[]} values
 * @param {number} scale
 */
function scaled(values, scale) {
  return Float64Array.from(values, (value) => (value === null ? NaN : value / scale));
}

/**
 * Add to each area what all below it have.
 * @param {Int32Array} counts by area
 * @param {Places} places
 */
export function addBelow(counts, { parent }) {
  for (let at = counts.length - 1; at >= 0; at -= 1) {
    if (parent[at] >= 0) {
      counts[parent[at]] += counts[at];
    }
  }
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
 * The word that a row has.
 * @param {Kinds} kinds
 * @param {number} row
 */
export function kindOf(kinds, row) {
  return kinds.words[kinds.rows[row]];
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

/**
 * Areas from above, then the address, which need not repeat them.
 * @param {Points} points
 * @param {number} row of which the texts are there
 */
export function whereabouts(points, row) {
  const address = points.address[row] || "";
  const names = pathNames(points, points.place[row]);
  const begins = names.findIndex((name) => address.startsWith(name));
  return [...(begins < 0 ? names : names.slice(0, begins)), address].filter(Boolean).join(" ");
}

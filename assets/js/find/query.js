// What is asked for, as the page's address has it. Nothing here touches the page or knows a directory.

const MAX_CHARACTERS = 100;
const MAX_WORDS = 12;

/** The parameters by which fewer studios are shown. */
export const FILTERS = ["q", "area", "matter", "time", "step", "sector", "form", "base", "status"];
export const TIMES = ["day", "evening", "weekend"];
export const ORDERS = ["name", "near"];

/**
 * @typedef {object} Query
 * @property {string} q words as typed, as `readWords` gives them
 * @property {string} area the id of an area, or ""
 * @property {string} matter an id
 * @property {string} time one of TIMES, or a day such as 2026-12-02
 * @property {string} step "yes" for places that can be reached without steps
 * @property {string} sector a name
 * @property {string} form
 * @property {string} base
 * @property {string} status
 * @property {string} order one of ORDERS, or "" for the directory's own
 * @property {string} near what distances are from: the id of an area, "me", or ""
 * @property {string} studio the id of the one that is shown on the map
 * @property {{ zoom: number, lat: number, lng: number } | null} map
 */

/** @type {Query} */
export const NOTHING = Object.freeze({
  q: "", area: "", matter: "", time: "", step: "", sector: "", form: "", base: "", status: "", order: "", near: "", studio: "", map: null,
});

const TEXTS = ["area", "matter", "time", "sector", "form", "base", "status", "near", "studio"];
const MAX_TEXT = 64;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d{1,3}(\.\d{1,8})?$/;

/**
 * @param {string} typed
 * @returns {{ q: string, isCut: boolean }} at most MAX_WORDS words and MAX_CHARACTERS characters, one space between words
 */
export function readWords(typed) {
  const all = typed.trim().split(/\s+/).join(" ");
  const few = all.split(" ").slice(0, MAX_WORDS).join(" ");
  const q = [...few].slice(0, MAX_CHARACTERS).join("").trim();
  return { q, isCut: q !== all };
}

/**
 * @param {string} search such as "?q=电梯&area=430500"; anything may stand in it
 * @returns {{ query: Query, isCut: boolean, strange: string[] }} parameters whose value cannot be meant are strange
 */
export function readQuery(search) {
  const parameters = new URLSearchParams(search);
  const { q, isCut } = readWords(parameters.get("q") || "");
  const query = { ...NOTHING, q };
  const strange = [];
  for (const name of TEXTS) {
    query[name] = [...(parameters.get(name) || "")].slice(0, MAX_TEXT).join("");
  }
  query.step = parameters.get("step") === "yes" ? "yes" : "";
  query.order = ORDERS.includes(parameters.get("order") || "") ? parameters.get("order") : "";
  if (query.time && !TIMES.includes(query.time) && !isDay(query.time)) {
    strange.push(query.time);
    query.time = "";
  }
  const view = parameters.get("map");
  query.map = view ? readView(view) : null;
  if (view && !query.map) {
    strange.push([...view].slice(0, MAX_TEXT).join(""));
  }
  return { query, isCut, strange };
}

/**
 * @param {Query} query
 * @param {string} search today's, of which parameters that are not ours stay
 */
export function writeQuery(query, search) {
  const parameters = new URLSearchParams(search);
  const { map } = query;
  const view = map ? `${Number(map.zoom.toFixed(1))}/${map.lat.toFixed(4)}/${map.lng.toFixed(4)}` : "";
  for (const [name, value] of Object.entries({ ...query, map: view })) {
    if (value) {
      parameters.set(name, value);
    } else {
      parameters.delete(name);
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** Whether a text is a day of the calendar. */
export function isDay(text) {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** `13/39.9/116.4`, as OpenStreetMap writes it. */
function readView(text) {
  const parts = text.split("/");
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) {
    return null;
  }
  const [zoom, lat, lng] = parts.map(Number);
  return zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { zoom, lat, lng } : null;
}

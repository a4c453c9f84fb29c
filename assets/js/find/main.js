// The finder: one question, which the address holds; fields, list, counts and map follow it.

import { dayIn } from "../dates.js";
import { loadPoints } from "../points.js";
import { say } from "../say.js";
import { addressOf } from "./address.js";
import { areaFields } from "./areas.js";
import { asker, unknown } from "./asked.js";
import { filterer } from "./filter.js";
import { filterFields } from "./filters.js";
import { showGroups } from "./groups.js";
import { keepArea, lastArea } from "./last-area.js";
import { nearFields } from "./near.js";
import { chosenNote, countText, failedNote, noneNote, reachableNote, remark } from "./notes.js";
import { mapOf } from "./on-map.js";
import { distances, ordered } from "./order.js";
import { FILTERS, isDay, NOTHING, readWords, writeQuery } from "./query.js";
import { PAGE, resultsOf } from "./results.js";
import { searcher } from "./search.js";
import { takeAway } from "./take.js";

const TYPING_PAUSE_MS = 180;
const REACHABLE = 5;
/** As in css/find.css: where the fields stand open beside each other. */
const WIDE = "(min-width: 56rem)";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".finder-form"));
const root = /** @type {HTMLElement} */ (document.querySelector("[data-finder]"));
const wholeFinder = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-finder-whole]"));
const wordsField = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const heading = one(".finder-count");
const said = one("[data-finder-said]");
const notes = one("[data-finder-note]");
const asked = one("[data-finder-asked]");
const pagesBox = one("[data-finder-pages]");
const today = dayIn(document.documentElement.dataset.zone || "Asia/Shanghai", new Date());

/** @type {import("../points.js").Points} */
let points;
let filter;
let areas;
let fields;
let near;
let inWords;
let results;
const search = searcher(root.dataset.points || "", root.dataset.search || "");
const writeCode = takeAway(() => results && results.printable());
const address = addressOf(() => points && showAddress());
const map = mapOf(root, {
  moved: (view) => {
    query = { ...query, map: view };
    keep();
  },
  opened: (row) => selected(row),
  closed: () => selected(-1),
});

let query = NOTHING;
/** @type {{ lat: number, lng: number } | null} */
let origin = null;
let chosen = -1;
let typing = 0;
let turn = 0;
/** Words were typed before there was anything to find. */
let isEarly = false;
let hasFailed = false;

/** @returns {HTMLElement} */
function one(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/** Fetch the directory and show what the address asks for; also after a failure. */
async function start() {
  root.hidden = false;
  hasFailed = false;
  heading.textContent = say("find_loading");
  notes.replaceChildren();
  if (map) {
    map.see();
  }
  try {
    points = await loadPoints(root.dataset.points || "");
  } catch {
    hasFailed = true;
    fail(start);
    return;
  }
  filter = filterer(points);
  areas = areaFields(/** @type {HTMLElement} */ (form.querySelector("[data-areas]")), points, (area) => ask({ area }));
  fields = filterFields(form, points, today, ask);
  inWords = asker(points, fields.nameOf, follow);
  near = nearFields(/** @type {HTMLElement} */ (form.querySelector("[data-near]")), points, (place, from) => {
    origin = from;
    follow({ near: place, order: "near" });
  });
  results = resultsOf(root, points, { onMap: map && map.select, grown: keep });
  const filters = /** @type {HTMLDetailsElement} */ (form.querySelector("[data-with-script]"));
  filters.hidden = false;
  filters.open = filters.open || window.matchMedia(WIDE).matches;
  await showAddress();
}

/** Nothing can be shown: say so, and how to go on. */
function fail(retry) {
  heading.textContent = "";
  notes.replaceChildren(failedNote(retry));
  said.textContent = say("find_failed");
}

/** The address is what counts: read it, put it into the fields, show what it asks for. */
async function showAddress() {
  window.clearTimeout(typing);
  const read = address.read();
  const remarks = read.strange.map((value) => remark(say("find_strange", { value })));
  const wanted = { ...read.query };
  for (const [name, value] of unknown(points, wanted)) {
    remarks.push(remark(say(name === "area" ? "find_unknown_area" : "find_unknown", { area: value, value })));
    wanted[name] = "";
  }
  if (isDay(wanted.time) && wanted.time < today) {
    remarks.push(remark(say("find_past", { day: fields.nameOf("time", wanted.time) })));
    wanted.time = "";
  }
  origin = near.show(wanted.near);
  if (wanted.order === "near" && !origin) {
    wanted.order = "";
  }
  if (isEarly) {
    wanted.q = words(remarks);
    isEarly = false;
    address.keep(wanted, PAGE);
  } else {
    wordsField.value = wanted.q;
    remarks.push(...cutRemark(read.isCut, wanted.q));
  }
  if (map) {
    map.view(wanted.map);
    map.remember(-1);
  }
  chosen = -1;
  const last = points.places.id.indexOf(lastArea());
  if (!FILTERS.some((name) => wanted[name]) && last >= 0) {
    remarks.push(remark(say("find_last_area"), [[points.places.name[last], () => ask({ area: points.places.id[last] })]]));
  }
  const shown = show(wanted, remarks, address.shown());
  const mine = turn;
  await shown;
  if (mine === turn && wanted.studio) {
    await showStudio(wanted.studio);
  }
}

/** The studio that the address names, in the list that is there and on the map. */
async function showStudio(id) {
  const mine = turn;
  let row = -1;
  try {
    row = await points.rowOf(id);
    await (row >= 0 && points.texts([row]) || null);
  } catch {
    if (mine === turn) {
      const line = remark(say("find_studio_failed"), [[say("find_retry"), () => {
        line.remove();
        showStudio(id);
      }]]);
      notes.append(line);
    }
    return;
  }
  if (mine !== turn) {
    return;
  }
  if (row < 0) {
    notes.append(remark(say("find_gone")));
    query = { ...query, studio: "" };
    return;
  }
  if (!results.has(row)) {
    notes.append(chosenNote(points, row, say("find_not_among"), () => {
      address.step({ ...NOTHING, studio: id }, PAGE, "");
      showAddress();
    }));
    return;
  }
  chosen = row;
  const entry = await results.reveal(row).catch(() => null);
  if (mine !== turn) {
    return;
  }
  const isOnMap = map && !Number.isNaN(points.lat[row]);
  if (isOnMap) {
    map.select(row, null);
  } else if (entry) {
    entry.scrollIntoView({ block: "center" });
  }
  if (!entry) {
    notes.append(chosenNote(points, row, say("find_chosen"), null));
  }
}

/**
 * @param {import("./query.js").Query} wanted
 * @param {HTMLElement[]} remarks
 * @param {number} length how long the list is to be
 */
async function show(wanted, remarks = [], length = PAGE) {
  query = wanted;
  turn += 1;
  const mine = turn;
  const isLate = () => mine !== turn;
  try {
    await answer(wanted, remarks, length, isLate);
  } catch {
    if (!isLate()) {
      results.clear();
      fail(() => show(wanted, remarks, length));
    }
  }
}

/** Find, and show what was found unless something else was asked meanwhile. */
async function answer(wanted, remarks, length, isLate) {
  const told = [...remarks];
  const { found: byWords, marks } = await find(wanted.q);
  if (wanted.q && !byWords) {
    // A module that did not come is not asked for again before the page is.
    told.push(remark(say("find_words_failed"), [[say("find_reload"), () => window.location.reload()]]));
  }
  if (isLate()) {
    return;
  }
  const scores = byWords && byWords.scores;
  const found = filter.apply(wanted, scores);
  const metres = origin && distances(points, origin);
  const rows = await ordered(points, found.rows, wanted.order, scores, metres);
  const shown = Math.max(PAGE, Math.min(length, rows.length));
  await (points.texts(rows.slice(0, shown)) || null);
  const elsewhere = rows.length === 0 ? await reachable(wanted, scores) : null;
  if (isLate()) {
    return;
  }
  areas.update(wanted.area, found.areas);
  fields.update(wanted, found, Boolean(origin));
  const isFiltered = FILTERS.some((name) => wanted[name]);
  const area = wanted.area ? points.places.name[points.places.id.indexOf(wanted.area)] : "";
  heading.textContent = countText(byWords ? wanted.q : "", area, isFiltered, rows.length);
  said.textContent = heading.textContent;
  if (rows.length === 0) {
    told.push(noneNote(inWords.offers(wanted, found.without), say("find_none_why"), elsewhere));
  }
  const unplaced = rows.filter((row) => Number.isNaN(points.lat[row])).length;
  if (unplaced > 0 && map) {
    told.push(remark(say("find_unplaced", { count: unplaced })));
  }
  if (wanted.time) {
    if (found.untimed) {
      told.push(remark(say("find_untimed", { count: found.untimed })));
    }
    const isUnsure = points.unusual.some((one) => one.length === 4 && wanted.time.startsWith(one));
    told.push(remark(say(!isDay(wanted.time) ? "find_times" : isUnsure ? "find_day_unsure" : "find_day")));
  }
  notes.replaceChildren(...told);
  asked.replaceChildren(...inWords.chips(wanted));
  asked.hidden = !asked.children.length;
  results.show({ rows, shown, marks, metres, selected: chosen, day: isDay(wanted.time) ? wanted.time : "" });
  showGroups(pagesBox, byWords, marks);
  writeCode(wanted.area);
  if (wholeFinder) {
    wholeFinder.search = writeQuery({ ...wanted, studio: "", map: null }, "");
  }
  if (map) {
    map.show(isFiltered ? rows : null, Boolean(wanted.map));
  }
}

/** What fits the words, and where they stand; `found` is null when there are none, or what that needs did not come. */
async function find(text) {
  const nowhere = { found: null, marks: () => [] };
  if (!text) {
    return nowhere;
  }
  try {
    const [found, { places, termsOf }] = await Promise.all([search.ask(text), import("./matcher.js")]);
    const terms = termsOf(text);
    return { found, marks: (shown) => places(terms, shown) };
  } catch {
    return nowhere;
  }
}

/** Where nobody has to come: what fits the matter and the words; the same area first, then those above it. */
async function reachable(wanted, scores) {
  const wide = { ...wanted, area: "", time: "", step: "", status: "" };
  const { parent, end, id } = points.places;
  const line = [];
  for (let at = id.indexOf(wanted.area); at >= 0; at = parent[at]) {
    line.push(at);
  }
  const far = (row) => {
    const step = line.findIndex((at) => points.place[row] >= at && points.place[row] < end[at]);
    return step < 0 ? line.length : step;
  };
  const found = filter.apply(wide, scores).rows.filter((row) => points.reach[row] > 0);
  const nearest = found.sort((a, b) => far(a) - far(b) || a - b).slice(0, REACHABLE);
  await (points.texts(nearest) || null);
  return nearest.length ? reachableNote(points, nearest) : null;
}

/**
 * Ask something else: the address changes with it.
 * @param {Partial<import("./query.js").Query>} change
 * @param {string} field the field that was changed; "" when a button was pressed
 */
function ask(change, field = Object.keys(change).join()) {
  window.clearTimeout(typing);
  /** @type {HTMLElement[]} */
  const remarks = [];
  query = { ...query, q: words(remarks), ...change, map: null, studio: "" };
  if (change.near === "") {
    origin = near.show("");
  }
  if (query.order === "near" && !origin) {
    query.order = "";
  }
  chosen = -1;
  if (map) {
    map.view(null);
    map.remember(-1);
  }
  if (change.area !== undefined) {
    keepArea(change.area);
  }
  address.step(query, PAGE, field);
  return show(query, remarks);
}

/** Ask what a button offered; it goes away, so the count takes the focus. */
async function follow(change) {
  if ("q" in change) {
    wordsField.value = "";
  }
  await ask(change, "");
  heading.focus();
}

/** A studio was opened or closed on the map. */
async function selected(row) {
  chosen = row;
  map.remember(row);
  await (row >= 0 && points.texts([row]) || null);
  if (chosen === row) {
    query = { ...query, studio: row >= 0 ? points.id[row] : "" };
    results.select(row);
    keep();
  }
}

function keep() {
  address.keep(query, results.shown());
}

/** The words in the field; what was left out of them is said. */
function words(remarks) {
  const { q, isCut } = readWords(wordsField.value);
  remarks.push(...cutRemark(isCut, q));
  return q;
}

function cutRemark(isCut, text) {
  return isCut ? [remark(say("find_cut", { words: text }))] : [];
}

form.addEventListener("submit", (event) => {
  if (!hasFailed) {
    event.preventDefault();
  }
  if (points) {
    ask({ q: words([]) });
  }
});
wordsField.addEventListener("focus", () => points && search.open().catch(() => undefined));
wordsField.addEventListener("input", () => {
  isEarly = !points;
  window.clearTimeout(typing);
  typing = window.setTimeout(() => points && ask({ q: words([]) }), TYPING_PAUSE_MS);
});
start();

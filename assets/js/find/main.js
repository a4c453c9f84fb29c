// The finder: one question, which the address holds; fields, list, counts and map follow it.

import { loadPoints } from "../points.js";
import { say } from "../say.js";
import { areaFields } from "./areas.js";
import { asker, unknown } from "./asked.js";
import { filterer } from "./filter.js";
import { filterFields } from "./filters.js";
import { showGroups } from "./groups.js";
import { keepArea, lastArea } from "./last-area.js";
import { addMore, fill, PAGE, select } from "./list.js";
import { nearFields } from "./near.js";
import { countText, failedNote, noneNote, reachableNote, remark } from "./notes.js";
import { mapOf } from "./on-map.js";
import { distances, ordered } from "./order.js";
import { FILTERS, MAX_WORDS, NOTHING, readQuery, writeQuery } from "./query.js";
import { searcher } from "./search.js";
import { takeAway } from "./take.js";

const TYPING_PAUSE_MS = 180;
const PRINTED = 500;
const REACHABLE = 5;
/** As in css/find.css: where the fields stand open beside each other. */
const WIDE = "(min-width: 56rem)";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".finder-form"));
const root = /** @type {HTMLElement} */ (document.querySelector("[data-finder]"));
const wordsField = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const heading = one(".finder-count");
const said = one("[data-finder-said]");
const notes = one("[data-finder-note]");
const asked = one("[data-finder-asked]");
const list = /** @type {HTMLUListElement} */ (one(".finder-list"));
const pagesBox = one("[data-finder-pages]");
const more = one(".finder-more");
const moreButton = /** @type {HTMLButtonElement} */ (more.querySelector("button"));

/** @type {import("../points.js").Points} */
let points;
let filter;
let areas;
let fields;
let near;
let inWords;
const search = searcher(root.dataset.points || "", root.dataset.search || "");
const writeCode = takeAway(printable);
const map = mapOf(root, {
  moved: (view) => {
    query = { ...query, map: view };
    remember(false);
  },
  opened: (row) => selected(row),
  closed: () => selected(-1),
});

let query = NOTHING;
let rows = [];
let shown = PAGE;
let origin = null;
let marks = () => [];
let chosen = -1;
let typing = 0;
let turn = 0;

/** @returns {HTMLElement} */
function one(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/** Fetch the directory and show what the address asks for; also after a failure. */
async function start() {
  root.hidden = false;
  heading.textContent = say("find_loading");
  notes.replaceChildren();
  if (map) {
    map.see();
  }
  try {
    points = await loadPoints(root.dataset.points || "");
  } catch {
    heading.textContent = "";
    notes.replaceChildren(failedNote(start));
    said.textContent = say("find_failed");
    return;
  }
  filter = filterer(points);
  areas = areaFields(/** @type {HTMLElement} */ (form.querySelector("[data-areas]")), points, (area) => ask({ area }));
  fields = filterFields(form, points, ask);
  inWords = asker(points, fields.nameOf, follow);
  near = nearFields(/** @type {HTMLElement} */ (form.querySelector("[data-near]")), points, (place, from) => {
    origin = from;
    ask({ near: place, order: "near" });
  });
  const filters = /** @type {HTMLDetailsElement} */ (form.querySelector("[data-with-script]"));
  filters.hidden = false;
  filters.open = filters.open || window.matchMedia(WIDE).matches;
  await showAddress();
}

/** The address is what counts: read it, put it into the fields, show what it asks for. */
async function showAddress() {
  const read = readQuery(window.location.search);
  const remarks = read.isCut ? [remark(say("find_cut", { count: MAX_WORDS }))] : [];
  remarks.push(...read.strange.map((value) => remark(say("find_strange", { value }))));
  const wanted = { ...read.query };
  for (const [name, value] of unknown(points, wanted)) {
    remarks.push(remark(say(name === "area" ? "find_unknown_area" : "find_unknown", { area: value, value })));
    wanted[name] = "";
  }
  origin = near.show(wanted.near);
  if (wanted.order === "near" && !origin) {
    wanted.order = "";
  }
  const kept = window.history.state;
  shown = Math.max(PAGE, Math.min(Number(kept && kept.shown) || PAGE, points.count));
  wordsField.value = wanted.q;
  if (map) {
    map.view(wanted.map);
  }
  chosen = wanted.studio ? await points.rowOf(wanted.studio).catch(() => -1) : -1;
  if (wanted.studio && chosen < 0) {
    remarks.push(remark(say("find_gone")));
    wanted.studio = "";
  }
  const last = points.places.id.indexOf(lastArea());
  if (!FILTERS.some((name) => wanted[name]) && last >= 0) {
    remarks.push(remark(say("find_last_area"), [[points.places.name[last], () => ask({ area: points.places.id[last] })]]));
  }
  await show(wanted, remarks);
  if (map && chosen >= 0) {
    map.remember(chosen);
  }
}

/**
 * @param {import("./query.js").Query} wanted
 * @param {HTMLElement[]} remarks
 */
async function show(wanted, remarks = []) {
  query = wanted;
  turn += 1;
  const mine = turn;
  let answer = null;
  if (query.q) {
    try {
      const [found, { places, termsOf }] = await Promise.all([search.ask(query.q), import("./matcher.js")]);
      const terms = termsOf(query.q);
      answer = found;
      marks = (text) => places(terms, text);
    } catch {
      remarks.push(remark(say("find_words_failed"), [[say("find_retry"), () => show(wanted)]]));
    }
  }
  if (!query.q || !answer) {
    marks = () => [];
  }
  if (mine !== turn) {
    return;
  }
  const found = filter.apply(query, answer && answer.scores);
  const metres = origin && distances(points, origin);
  const next = await ordered(points, found.rows, query.order, answer && answer.scores, metres);
  await (points.texts(next.slice(0, shown)) || null);
  const elsewhere = next.length === 0 ? await reachable() : null;
  if (mine !== turn) {
    return;
  }
  rows = next;
  areas.update(query.area, found.areas);
  fields.update(query, found, Boolean(origin));
  const isFiltered = FILTERS.some((name) => query[name]);
  const area = query.area ? points.places.name[points.places.id.indexOf(query.area)] : "";
  heading.textContent = countText(query, area, isFiltered, rows.length);
  said.textContent = heading.textContent;
  if (rows.length === 0) {
    remarks.push(noneNote(inWords.offers(query, found.without), say("find_none_why"), elsewhere));
  }
  const unplaced = rows.filter((row) => Number.isNaN(points.lat[row])).length;
  if (rows.length > 0 && unplaced > 0 && map) {
    remarks.push(remark(say("find_unplaced", { count: unplaced })));
  }
  if (query.time) {
    remarks.push(remark(say(found.untimed ? "find_untimed" : "find_times", { count: found.untimed })));
  }
  notes.replaceChildren(...remarks);
  asked.replaceChildren(...inWords.chips(query));
  asked.hidden = !asked.children.length;
  fill(list, points, rows.slice(0, shown), extras(metres));
  showRest();
  showGroups(pagesBox, answer, marks);
  writeCode(query.area);
  if (map) {
    map.show(isFiltered ? rows : null, Boolean(query.map));
  }
}

function extras(metres = origin && distances(points, origin)) {
  return { marks, metres, selected: chosen, onMap: map ? (row, from) => map.select(row, from) : null };
}

/** Where nobody has to come: what fits the matter and the words, wherever it is. */
async function reachable() {
  const wide = { ...query, area: "", time: "", step: "", status: "" };
  const answer = query.q ? await search.ask(query.q).catch(() => null) : null;
  const found = filter.apply(wide, answer && answer.scores).rows.filter((row) => points.reach[row] > 0).slice(0, REACHABLE);
  await (points.texts(found) || null);
  return found.length ? reachableNote(points, found) : null;
}

function showRest() {
  list.hidden = rows.length === 0;
  more.hidden = rows.length <= shown;
  moreButton.textContent = say("find_more", { count: Math.min(PAGE, rows.length - shown) });
}

/**
 * Ask something else: the address changes with it.
 * @param {Partial<import("./query.js").Query>} change
 * @param {boolean} asStep whether "back" returns to what was asked before
 */
function ask(change, asStep = true) {
  window.clearTimeout(typing);
  shown = PAGE;
  query = { ...query, q: typed(), ...change, map: null, studio: "" };
  if (query.order === "near" && !origin) {
    query.order = "";
  }
  chosen = -1;
  if ("area" in change) {
    keepArea(query.area);
  }
  remember(asStep);
  return show(query);
}

/** Ask what a button offered; it goes away, so the count takes the focus. */
async function follow(change) {
  if ("q" in change) {
    wordsField.value = "";
  }
  await ask(change);
  heading.focus();
}

/** A studio was opened or closed on the map. */
async function selected(row) {
  chosen = row;
  await (row >= 0 && points.texts([row]) || null);
  query = { ...query, studio: row >= 0 ? points.id[row] : "" };
  select(list, row);
  remember(false);
}

/** What is printed: all that is shown, and more. */
function onPaper() {
  return rows.slice(0, Math.max(shown, PRINTED));
}

/** All that is printed is there. */
async function printable() {
  await (points && points.texts(onPaper()) || null);
}

/** A browser may refuse: too many changes, or a page from a file. The list then still follows. */
function remember(asStep) {
  try {
    const target = window.location.pathname + writeQuery(query, window.location.search);
    if (asStep) {
      window.history.pushState({ shown }, "", target);
    } else {
      window.history.replaceState({ shown }, "", target);
    }
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}

function typed() {
  return readQuery(`?${new URLSearchParams({ q: wordsField.value })}`).query.q;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (points) {
    ask({});
  }
});
wordsField.addEventListener("focus", () => points && search.open().catch(() => undefined));
wordsField.addEventListener("input", () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => points && ask({}, false), TYPING_PAUSE_MS);
});
moreButton.addEventListener("click", async () => {
  const before = shown;
  shown += PAGE;
  await (points.texts(rows.slice(before, shown)) || null);
  const first = addMore(list, points, rows.slice(before, shown), extras());
  showRest();
  said.textContent = say("find_shown", { shown: Math.min(shown, rows.length), count: rows.length });
  remember(false);
  if (first) {
    first.focus();
  }
});
window.addEventListener("beforeprint", () => {
  if (points && !points.texts(onPaper())) {
    fill(list, points, onPaper(), extras());
  }
});
window.addEventListener("afterprint", () => points && fill(list, points, rows.slice(0, shown), extras()));
window.addEventListener("popstate", () => points && showAddress());
start();

// The finder: one query, which the address holds; list, count and map follow it.

import { openMap } from "../map/open.js";
import { loadPoints } from "../points.js";
import { say } from "../say.js";
import { addMore, fill, PAGE } from "./list.js";
import { countText, failedNote, noneNote, remark } from "./notes.js";
import { finder, MAX_WORDS, readQuery, writeQuery } from "./query.js";

const TYPING_PAUSE_MS = 180;

const form = /** @type {HTMLFormElement} */ (document.querySelector(".finder-form"));
const wordsField = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const areaField = /** @type {HTMLSelectElement | null} */ (form.elements.namedItem("area"));
const root = /** @type {HTMLElement} */ (document.querySelector("[data-finder]"));
const heading = /** @type {HTMLElement} */ (root.querySelector(".finder-count"));
const said = /** @type {HTMLElement} */ (root.querySelector("[data-finder-said]"));
const notes = /** @type {HTMLElement} */ (root.querySelector("[data-finder-note]"));
const list = /** @type {HTMLUListElement} */ (root.querySelector(".finder-list"));
const more = /** @type {HTMLElement} */ (root.querySelector(".finder-more"));
const moreButton = /** @type {HTMLButtonElement} */ (more.querySelector("button"));
const mapSection = /** @type {HTMLElement | null} */ (root.querySelector(".finder-map"));
const mapSwitch = /** @type {HTMLButtonElement | null} */ (root.querySelector(".finder-switch"));

/** @type {import("../points.js").Points} */
let points;
let search;
let query = { words: "", area: "" };
let rows = [];
let shown = PAGE;
let mapLayer = null;
let typing = 0;

/** Fetch the directory and show what the address asks for; also after a failure. */
async function start() {
  root.hidden = false;
  heading.textContent = say("find_loading");
  notes.replaceChildren();
  try {
    points = await loadPoints(root.dataset.points || "");
  } catch {
    heading.textContent = "";
    notes.replaceChildren(failedNote(start));
    said.textContent = say("find_failed");
    return;
  }
  search = finder(points);
  showAddress();
  showMapIfSeen();
}

/** The address is what counts: read it, put it into the fields, show what it asks for. */
function showAddress() {
  const { words, area, cut } = readQuery(window.location.search);
  const remarks = cut ? [remark(say("find_cut", { count: MAX_WORDS }))] : [];
  const isKnown = !area || search.areaIndex(area) >= 0;
  if (!isKnown) {
    remarks.push(remark(say("find_unknown_area", { area })));
  }
  const kept = window.history.state;
  shown = Math.max(PAGE, Math.min(Number(kept && kept.shown) || PAGE, points.count));
  const asked = { words, area: isKnown ? area : "" };
  fillFields(asked);
  show(asked, remarks);
}

/** @param {import("./query.js").Query} asked */
function fillFields({ words, area }) {
  wordsField.value = words;
  if (areaField) {
    if (area && ![...areaField.options].some((option) => option.value === area)) {
      areaField.add(new Option(points.places.name[search.areaIndex(area)], area));
    }
    areaField.value = area;
  }
}

/**
 * @param {import("./query.js").Query} wanted
 * @param {HTMLElement[]} remarks
 */
function show(wanted, remarks = []) {
  query = wanted;
  rows = search.find(query);
  const area = query.area ? points.places.name[search.areaIndex(query.area)] : "";
  heading.textContent = countText(query, area, rows.length);
  said.textContent = heading.textContent;
  const unplaced = rows.filter((row) => Number.isNaN(points.lat[row])).length;
  if (rows.length === 0) {
    remarks.push(noneNote(query, area, (next) => search.find(next).length, follow));
  } else if (unplaced > 0 && mapSection) {
    remarks.push(remark(say("find_unplaced", { count: unplaced })));
  }
  notes.replaceChildren(...remarks);
  fill(list, points, rows, shown);
  showRest();
  if (mapLayer) {
    showOnMap();
  }
}

function showRest() {
  list.hidden = rows.length === 0;
  more.hidden = rows.length <= shown;
  moreButton.textContent = say("find_more", { count: Math.min(PAGE, rows.length - shown) });
}

function showOnMap() {
  const found = new Set(rows);
  mapLayer.filter(query.words || query.area ? (row) => found.has(row) : null);
}

/**
 * Ask something else: the address changes with it.
 * @param {import("./query.js").Query} wanted
 * @param {boolean} asStep whether "back" returns to what was asked before
 */
function ask(wanted, asStep) {
  window.clearTimeout(typing);
  shown = PAGE;
  remember(writeQuery(wanted, window.location.search), asStep);
  show(wanted);
}

/** Ask what a note offered; its button goes away, so the count takes the focus. */
function follow(wanted) {
  fillFields(wanted);
  ask(wanted, true);
  heading.focus();
}

/** A browser may refuse: too many changes, or a page from a file. The list then still follows. */
function remember(address, asStep) {
  try {
    const state = { shown };
    const target = window.location.pathname + address;
    if (asStep) {
      window.history.pushState(state, "", target);
    } else {
      window.history.replaceState(state, "", target);
    }
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}

function typed() {
  const { words } = readQuery(`?${new URLSearchParams({ q: wordsField.value })}`);
  return { words, area: areaField ? areaField.value : "" };
}

/** Where the style sheet shows the map beside the list, it opens by itself; elsewhere it waits to be asked. */
function showMapIfSeen() {
  if (mapSection && points && getComputedStyle(mapSection).display !== "none") {
    const box = /** @type {HTMLElement} */ (mapSection.querySelector("[data-map]"));
    openMap(box).then((layer) => {
      if (mapLayer !== layer) {
        mapLayer = layer;
        if (query.words || query.area) {
          showOnMap();
        }
      }
    }, () => undefined);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (points) {
    ask(typed(), true);
  }
});
wordsField.addEventListener("input", () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => points && ask(typed(), false), TYPING_PAUSE_MS);
});
if (areaField) {
  areaField.addEventListener("change", () => points && ask(typed(), true));
}
moreButton.addEventListener("click", () => {
  shown += PAGE;
  const first = addMore(list, points, rows, shown);
  showRest();
  said.textContent = say("find_shown", { shown: Math.min(shown, rows.length), count: rows.length });
  remember(writeQuery(query, window.location.search), false);
  if (first) {
    first.focus();
  }
});
if (mapSwitch) {
  mapSwitch.addEventListener("click", () => {
    const map = root.dataset.view !== "map";
    root.dataset.view = map ? "map" : "list";
    /** @type {HTMLElement} */ (mapSwitch.querySelector("span")).textContent = say(map ? "find_show_list" : "find_show_map");
    showMapIfSeen();
  });
}
window.addEventListener("popstate", () => points && showAddress());
window.addEventListener("resize", showMapIfSeen);
start();

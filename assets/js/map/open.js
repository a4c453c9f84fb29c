// Opens a map when somebody wants to see it; before that nothing of it is loaded.
//
// The page holds a box: <div data-map data-points="…"> with folium's fragment and a <template> of the style sheets and
// scripts it needs, in order. Classic scripts come first in that list where folium's script needs their globals.

import { say } from "../say.js";

/** @type {WeakMap<Element, Promise<any>>} */
const opened = new WeakMap();

/** Addresses of parts that are there already: a second try leaves them alone. */
const loaded = new Set();

/**
 * @param {HTMLElement} box
 * @returns {Promise<any>} the layer of studios, with its data; rejected when a part does not come
 */
export function openMap(box) {
  let layer = opened.get(box);
  if (!layer) {
    layer = open(box);
    opened.set(box, layer);
    layer.catch(() => opened.delete(box));
  }
  return layer;
}

/** @param {HTMLElement} box */
async function open(box) {
  const status = note(box, say("map_opening"));
  try {
    const ready = new Promise((resolve, reject) => {
      box.addEventListener("studios-drawn", (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
      box.addEventListener("studios-failed", (event) => reject(/** @type {CustomEvent} */ (event).detail), { once: true });
    });
    ready.catch(() => undefined);
    const template = /** @type {HTMLTemplateElement} */ (box.querySelector("template[data-map-parts]"));
    const wasThere = box.querySelector(".leaflet-container") !== null;
    for (const part of template.content.children) {
      await load(part);
    }
    if (!box.querySelector(".leaflet-container")) {
      throw new Error("the map's script did not run");
    }
    if (wasThere) {
      box.dispatchEvent(new Event("studios-wanted"));
    }
    const layer = await ready;
    status.remove();
    return layer;
  } catch (error) {
    status.textContent = say("map_failed");
    throw error;
  }
}

/**
 * @param {HTMLElement} box
 * @param {string} text
 */
function note(box, text) {
  const old = box.querySelector(".map-status");
  const status = old || document.createElement("p");
  status.className = "map-status";
  status.setAttribute("role", "status");
  status.textContent = text;
  box.append(status);
  return status;
}

/** @param {Element} part a link or script of the template */
async function load(part) {
  const address = part.getAttribute("href") || part.getAttribute("src") || "";
  if (loaded.has(address)) {
    return;
  }
  if (part instanceof HTMLScriptElement && part.type === "module") {
    await import(new URL(address, document.baseURI).href);
  } else {
    await attach(part);
  }
  loaded.add(address);
}

/**
 * @param {Element} part
 * @returns {Promise<unknown>}
 */
function attach(part) {
  return new Promise((resolve, reject) => {
    const own = document.createElement(part.localName);
    for (const { name, value } of part.attributes) {
      own.setAttribute(name, value);
    }
    own.addEventListener("load", resolve, { once: true });
    own.addEventListener("error", () => reject(new Error(own.outerHTML)), { once: true });
    document.head.append(own);
  });
}

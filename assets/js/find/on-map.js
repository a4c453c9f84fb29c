// The finder's map beside its list: opened when it is seen, then kept in step.

import { openMap } from "../map/open.js";
import { say } from "../say.js";

/**
 * @typedef {object} OnMap
 * @property {(rows: number[] | null, stay: boolean) => void} show
 * @property {(view: { zoom: number, lat: number, lng: number } | null) => void} view
 * @property {(row: number, from: HTMLElement | null) => void} select brings the map into sight where it is hidden
 * @property {(row: number) => void} remember knows which one is meant, without bringing the map into sight
 * @property {() => void} see opens it if it can be seen
 */

/**
 * @param {HTMLElement} root the finder
 * @param {{ moved: (view: { zoom: number, lat: number, lng: number }) => void, opened: (row: number) => void, closed: () => void }} told
 * @returns {OnMap | null} null on a site without a map
 */
export function mapOf(root, told) {
  const section = /** @type {HTMLElement | null} */ (root.querySelector(".finder-map"));
  const button = /** @type {HTMLButtonElement | null} */ (root.querySelector(".finder-switch"));
  if (!section || !button) {
    return null;
  }
  const box = /** @type {HTMLElement} */ (section.querySelector("[data-map]"));
  let layer = null;
  let isBehind = false;
  /** @type {{ rows: number[] | null, stay: boolean, view: any, select: number, from: HTMLElement | null }} what the map is to show once it is there */
  let wanted = { rows: null, stay: false, view: null, select: -1, from: null };

  const isSeen = () => getComputedStyle(section).display !== "none";

  /** What is wanted, drawn now that there is a map and it has a size. */
  const draw = () => {
    if (wanted.view) {
      layer.setView(wanted.view);
    }
    layer.show(wanted.rows, wanted.stay);
    if (wanted.select >= 0) {
      layer.select(wanted.select, wanted.from, wanted.stay && !wanted.from);
    }
  };

  const open = () => {
    if (!isSeen()) {
      return;
    }
    if (layer) {
      layer.resized();
      if (isBehind) {
        isBehind = false;
        draw();
      }
      return;
    }
    openMap(box).then((opened) => {
      if (layer) {
        return;
      }
      layer = opened;
      box.addEventListener("studios-moved", ({ detail }) => told.moved(detail));
      box.addEventListener("studios-opened", ({ detail }) => told.opened(detail));
      box.addEventListener("studios-closed", () => told.closed());
      if (wanted.rows || wanted.view || wanted.select >= 0) {
        draw();
      }
    }, () => undefined);
  };

  const turn = (toMap, block) => {
    root.dataset.view = toMap ? "map" : "list";
    /** @type {HTMLElement} */ (button.querySelector("span")).textContent = say(toMap ? "find_show_list" : "find_show_map");
    open();
    if (toMap) {
      section.scrollIntoView({ block });
    }
  };

  button.addEventListener("click", () => turn(root.dataset.view !== "map", "nearest"));
  window.addEventListener("resize", open);

  return {
    see: open,
    show(rows, stay) {
      wanted = { ...wanted, rows, stay };
      isBehind = layer !== null && !isSeen();
      if (layer && !isBehind) {
        layer.show(rows, stay);
      }
    },
    view(view) {
      wanted.view = view;
      if (layer && view && isSeen()) {
        layer.setView(view);
      }
    },
    select(row, from) {
      wanted = { ...wanted, select: row, from };
      if (!isSeen()) {
        isBehind = true;
        turn(true, "center");
      } else if (layer) {
        layer.select(row, from, wanted.stay && !from);
      }
    },
    remember(row) {
      wanted = { ...wanted, select: row, from: null };
    },
  };
}

// The finder's map beside its list: opened when it is seen, then kept in step.

import { openMap } from "../map/open.js";
import { say } from "../say.js";

/**
 * @param {HTMLElement} root the finder
 * @param {{ moved: (view: { zoom: number, lat: number, lng: number }) => void, opened: (row: number) => void, closed: () => void }} told
 * @returns {null | { show: (rows: number[] | null, stay: boolean) => void, view: (view: any) => void, select: (row: number, from: HTMLElement) => void, remember: (row: number) => void, see: () => void }}
 *   null on a site without a map
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

  /** What came while it was hidden, when it had no size to be drawn for. */
  const catchUp = () => {
    layer.resized();
    if (isBehind) {
      isBehind = false;
      layer.show(wanted.rows, wanted.stay);
    }
  };

  const open = () => {
    if (!isSeen()) {
      return;
    }
    if (layer) {
      catchUp();
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
      if (wanted.rows) {
        layer.show(wanted.rows, Boolean(wanted.view));
      }
      if (wanted.view) {
        layer.setView(wanted.view);
      }
      if (wanted.select >= 0) {
        layer.select(wanted.select, wanted.from);
      }
    }, () => undefined);
  };

  const turn = (toMap) => {
    root.dataset.view = toMap ? "map" : "list";
    /** @type {HTMLElement} */ (button.querySelector("span")).textContent = say(toMap ? "find_show_list" : "find_show_map");
    open();
  };

  const aim = (row, from) => {
    wanted = { ...wanted, select: row, from };
    if (layer && row >= 0) {
      layer.select(row, from);
    }
  };
  button.addEventListener("click", () => turn(root.dataset.view !== "map"));
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
      if (layer && view) {
        layer.setView(view);
      }
    },
    select(row, from) {
      if (row >= 0 && !isSeen()) {
        turn(true);
      }
      aim(row, from);
    },
    /** Know which one is meant, without bringing the map into sight. */
    remember: (row) => aim(row, null),
  };
}

// The list of what was found, and how it goes on: twenty, then twenty more; on paper as many as a printer should have.

import { say } from "../say.js";
import { add, fill, mark } from "./list.js";

export const PAGE = 20;
const PRINTED = 500;
/** One that is meant is brought into the list unless it stands farther down than anybody would go. */
const REVEALED = 200;

/**
 * @typedef {object} Results
 * @property {number[]} rows in their order
 * @property {number} shown how many the list begins with; their texts are there
 * @property {(text: string) => [number, number][]} marks
 * @property {Float64Array | null} metres
 * @property {number} selected the row that is meant, or -1
 * @property {string} day the day that is asked for, or ""
 */

/**
 * @param {HTMLElement} root the finder
 * @param {import("../points.js").Points} points
 * @param {{ onMap: ((row: number, from: HTMLElement) => void) | null, grown: () => void }} told `grown` when the list is longer
 */
export function resultsOf(root, points, { onMap, grown }) {
  const list = /** @type {HTMLUListElement} */ (root.querySelector(".finder-list"));
  const more = /** @type {HTMLElement} */ (root.querySelector(".finder-more"));
  const button = /** @type {HTMLButtonElement} */ (more.querySelector("button"));
  const said = /** @type {HTMLElement} */ (root.querySelector("[data-finder-said]"));
  const cut = /** @type {HTMLElement} */ (root.querySelector("[data-finder-cut]"));
  /** @type {Results & { isGrowing: boolean }} */
  let state = { rows: [], shown: 0, marks: () => [], metres: null, selected: -1, day: "", isGrowing: false };

  const extras = () => ({ ...state, onMap });
  const onPaper = () => state.rows.slice(0, Math.max(state.shown, PRINTED));
  const draw = () => {
    fill(list, points, state.rows.slice(0, state.shown), extras());
    showRest();
  };
  const showRest = () => {
    list.hidden = state.rows.length === 0;
    more.hidden = state.rows.length <= state.shown;
    button.textContent = say("find_more", { count: Math.min(PAGE, state.rows.length - state.shown) });
  };

  /** Make the list this long. What was asked meanwhile has a state of its own, and stays. */
  const growTo = async (until) => {
    const mine = state;
    const from = mine.shown;
    mine.isGrowing = true;
    try {
      await (points.texts(mine.rows.slice(from, until)) || null);
    } finally {
      mine.isGrowing = false;
    }
    if (mine !== state || mine.shown >= until) {
      return null;
    }
    mine.shown = until;
    const first = add(list, points, mine.rows.slice(from, until), extras());
    showRest();
    grown();
    return first;
  };

  button.addEventListener("click", async () => {
    const mine = state;
    if (mine.isGrowing) {
      return;
    }
    try {
      const first = await growTo(Math.min(mine.rows.length, mine.shown + PAGE));
      if (first) {
        said.textContent = say("find_shown", { shown: mine.shown, count: mine.rows.length });
        first.focus();
      }
    } catch {
      if (mine === state) {
        button.textContent = say("find_more_failed");
        said.textContent = button.textContent;
      }
    }
  });
  window.addEventListener("beforeprint", () => {
    const rows = onPaper().filter((row) => points.id[row] !== undefined);
    fill(list, points, rows, extras());
    cut.textContent = rows.length < state.rows.length ? say("find_printed", { shown: rows.length, count: state.rows.length }) : "";
  });
  window.addEventListener("afterprint", draw);

  return {
    /** @param {Results} next */
    show(next) {
      state = { ...next, isGrowing: false };
      draw();
    },

    /** Nothing can be said about what there is. */
    clear() {
      state = { rows: [], shown: 0, marks: () => [], metres: null, selected: -1, day: "", isGrowing: false };
      draw();
    },

    /** How many entries there are. */
    shown: () => state.shown,

    /** @param {number} row the one that is meant, -1 for none */
    select(row) {
      state.selected = row;
      mark(list, row);
    },

    /**
     * Mark a row, and have it in the list.
     * @param {number} row
     * @returns {Promise<HTMLElement | null>} its entry; null when it is not among them, or far down
     */
    async reveal(row) {
      const index = state.rows.indexOf(row);
      this.select(row);
      if (index < 0 || index >= REVEALED) {
        return null;
      }
      if (index >= state.shown) {
        await growTo(Math.min(state.rows.length, Math.ceil((index + 1) / PAGE) * PAGE));
      }
      return list.querySelector(`[data-row="${row}"]`);
    },

    /** @param {number} row */
    has: (row) => state.rows.includes(row),

    /** All that is printed is there, or as much as comes. */
    printable: () => Promise.resolve(points.texts(onPaper())).catch(() => undefined),
  };
}

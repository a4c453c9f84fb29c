// Entries of the list of studios found. All text comes from the data file and is written as text.

import { element, studioLink } from "../elements.js";
import { kindOf, whereabouts } from "../points.js";
import { say } from "../say.js";
import { farText } from "./order.js";
import { onDay } from "./times.js";

/**
 * What entries show beside the studio itself.
 * @typedef {object} Extras
 * @property {(text: string) => [number, number][]} marks where the words stand in a text
 * @property {Float64Array | null} metres distances by row
 * @property {number} selected the row shown on the map, or -1
 * @property {string} day the day that is asked for, such as 2026-12-02, or ""
 * @property {((row: number, from: HTMLElement) => void) | null} onMap shows a row there; null without a map
 */

/**
 * @param {HTMLUListElement} list
 * @param {import("../points.js").Points} points
 * @param {number[]} rows of which the texts are there
 * @param {Extras} extras
 */
export function fill(list, points, rows, extras) {
  list.replaceChildren(...rows.map((row) => entry(points, row, extras)));
}

/** @returns {HTMLElement | null} the link of the first entry added */
export function add(list, points, rows, extras) {
  const added = rows.map((row) => entry(points, row, extras));
  list.append(...added);
  return added.length ? added[0].querySelector("a") : null;
}

/** Say which entry is the one that is meant. */
export function mark(list, row) {
  for (const item of list.children) {
    if (item.dataset.row === String(row)) {
      item.setAttribute("aria-current", "true");
    } else {
      item.removeAttribute("aria-current");
    }
  }
}

function entry(points, row, { marks, metres, selected, day, onMap }) {
  const item = element("li", "item");
  item.dataset.row = String(row);
  if (row === selected) {
    item.setAttribute("aria-current", "true");
  }
  const name = element("p", "item-name");
  const link = studioLink(points, row);
  link.replaceChildren(...marked(points.name[row], marks));
  name.append(link);
  const status = kindOf(points.status, row);
  if (status !== "open") {
    const tag = element("span", "tag shape", say(`status_${status}`));
    tag.dataset.state = status === "building" ? "preparing" : status;
    name.append(tag);
  }
  item.append(name);
  const body = element("div", "item-body");
  const lines = element("p", "item-lines");
  lines.append(...marked(whereabouts(points, row), marks));
  if (metres) {
    lines.append(" ", element("span", "item-distance", farText(points, row, metres)));
  }
  if (lines.textContent.trim()) {
    body.append(lines);
  }
  const times = (day && onThatDay(points, row, day)) || points.when[row];
  if (times) {
    body.append(element("p", "item-lines", times));
  }
  if (onMap && !Number.isNaN(points.lat[row])) {
    const button = element("button", "link-button", say("find_on_map"));
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", say("find_on_map_of", { name: points.name[row] }));
    button.addEventListener("click", () => onMap(row, button));
    body.append(button);
  }
  item.append(body);
  return item;
}

/** What there is on the day that is asked for. */
function onThatDay(points, row, day) {
  const { duty, open } = onDay(points.times.words[points.times.rows[row]], day, points.unusual);
  const spans = duty.length ? duty : open;
  const clock = (time) => time.replace(/^0/, "");
  const times = spans.map(([opens, closes]) => say("now_times", { opens: clock(opens), closes: clock(closes) }));
  return times.length ? say(duty.length ? "find_day_duty" : "find_day_open", { times: times.join(say("list_comma")) }) : "";
}

/** A text in pieces, those that were looked for in `mark`. */
export function marked(text, marks) {
  const characters = [...text];
  const pieces = [];
  let done = 0;
  for (const [from, to] of marks(text)) {
    pieces.push(characters.slice(done, from).join(""), element("mark", "", characters.slice(from, to).join("")));
    done = to;
  }
  return [...pieces, characters.slice(done).join("")].filter((piece) => piece !== "");
}

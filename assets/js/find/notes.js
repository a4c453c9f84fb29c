// What the finder says beside its list: how many there are, why there are none, what went wrong.

import { element, studioLink } from "../elements.js";
import { say } from "../say.js";

/**
 * @param {string} q the words that were looked for
 * @param {string} area the name of the area asked for
 * @param {boolean} isFiltered whether anything is asked for
 * @param {number} count
 * @returns {string}
 */
export function countText(q, area, isFiltered, count) {
  if (!q && !area) {
    return say(isFiltered ? "find_some" : "find_all", { count });
  }
  const key = q && area ? "find_some_both" : q ? "find_some_words" : "find_some_area";
  return say(key, { words: q, area, count });
}

/**
 * One studio that is meant, with its link.
 * @param {import("../points.js").Points} points
 * @param {number} row of which the texts are there
 * @param {string} text
 * @param {(() => void) | null} showAll takes all filters back
 */
export function chosenNote(points, row, text, showAll) {
  const line = remark(text);
  line.append(studioLink(points, row));
  if (showAll) {
    line.append(button(say("find_without_all", { count: points.count }), showAll));
  }
  return line;
}

/**
 * Nothing fits: what to leave out, and how many there would be then; and who can be reached without coming.
 * @param {{ text: string, count: number, drop: () => void }[]} offers
 * @param {string} why
 * @param {HTMLElement | null} reachable
 */
export function noneNote(offers, why, reachable) {
  const buttons = offers.filter(({ count }) => count > 0).map(({ text, drop }) => button(text, drop));
  const card = notice(say("find_none"), why, buttons);
  if (reachable) {
    card.append(reachable);
  }
  return card;
}

/**
 * Studios that can be reached by phone or online.
 * @param {import("../points.js").Points} points
 * @param {number[]} rows of which the texts are there
 */
export function reachableNote(points, rows) {
  const box = element("div");
  box.append(element("p", "", say("find_reachable")));
  const list = element("ul", "plain-list");
  for (const row of rows) {
    const item = element("li");
    const ways = points.reach[row] === 3 ? "find_reach_both" : points.reach[row] === 1 ? "find_reach_phone" : "find_reach_online";
    item.append(studioLink(points, row), " ", element("small", "", say(ways)));
    list.append(item);
  }
  box.append(list);
  return box;
}

/**
 * The directory, or a part of it, did not come.
 * @param {() => void} retry
 */
export function failedNote(retry) {
  const fromFile = window.location.protocol === "file:";
  const why = say(fromFile ? "find_failed_file" : "find_failed_why");
  return notice(say("find_failed"), why, fromFile ? [] : [button(say("find_retry"), retry)]);
}

/**
 * @param {string} text
 * @param {[string, () => void][]} [offers] what can be done about it
 */
export function remark(text, offers = []) {
  const line = element("p", "soft finder-remark", text);
  line.append(...offers.map(([label, press]) => button(label, press)));
  return line;
}

function notice(title, text, buttons) {
  const card = element("div", "card notice");
  card.append(element("h3", "", title), element("p", "", text));
  if (buttons.length) {
    const row = element("div", "actions");
    row.append(...buttons);
    card.append(row);
  }
  return card;
}

/**
 * @param {string} text
 * @param {() => void} press
 */
export function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.dataset.quiet = "";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

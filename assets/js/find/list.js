// The list of studios found: twenty, then twenty more. All text comes from the data file and is written as text.

import { element, studioLink } from "../elements.js";
import { pathNames } from "../points.js";
import { say } from "../say.js";

export const PAGE = 20;

/**
 * @param {HTMLUListElement} list emptied and filled with the first `shown` rows
 * @param {import("../points.js").Points} points
 * @param {number[]} rows
 * @param {number} shown
 */
export function fill(list, points, rows, shown) {
  list.replaceChildren(...rows.slice(0, shown).map((row) => entry(points, row)));
}

/**
 * @returns {HTMLElement | null} the link of the first entry added
 */
export function addMore(list, points, rows, shown) {
  const added = rows.slice(list.children.length, shown).map((row) => entry(points, row));
  list.append(...added);
  return added.length ? added[0].querySelector("a") : null;
}

function entry(points, row) {
  const item = element("li", "item");
  const name = element("p", "item-name");
  name.append(studioLink(points, row));
  const status = points.status[row];
  if (status !== "open") {
    const tag = element("span", "tag shape", say(`status_${status}`));
    tag.dataset.state = status === "building" ? "preparing" : status;
    name.append(tag);
  }
  item.append(name);
  const line = whereabouts(points, row);
  if (line) {
    const body = element("div", "item-body");
    body.append(element("p", "item-lines", line));
    item.append(body);
  }
  return item;
}

/** Areas from above, then the address, which need not repeat them. */
function whereabouts(points, row) {
  const address = points.address[row] || "";
  const names = pathNames(points, points.place[row]);
  const begins = names.findIndex((name) => address.startsWith(name));
  return [...(begins < 0 ? names : names.slice(0, begins)), address].filter(Boolean).join(" ");
}

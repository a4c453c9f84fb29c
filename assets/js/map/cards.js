// What opens at a mark: a studio's name, place and link; or the studios of a place. Everything is text, never markup.

import { element, studioLink } from "../elements.js";
import { kindOf, whereabouts } from "../points.js";
import { say } from "../say.js";

/**
 * @param {import("../points.js").Points} points
 * @param {number} row
 */
export function studioCard(points, row) {
  const card = element("div", "map-card");
  const title = element("p", "map-card-title");
  title.append(studioLink(points, row));
  card.append(title);
  const status = kindOf(points.status, row);
  const said = status === "open" ? points.when[row] : say(`status_${status}`);
  for (const line of [whereabouts(points, row), said]) {
    if (line) {
      card.append(element("p", "map-card-line", line));
    }
  }
  return card;
}

/**
 * @param {import("../points.js").Points} points
 * @param {number[]} rows those to name
 * @param {number} count how many there are
 */
export function groupCard(points, rows, count) {
  const card = element("div", "map-card");
  const groups = new Set(rows.map((row) => points.group[row]));
  const approximate = !groups.has(-1);
  if (approximate) {
    const names = [...groups].map((place) => points.places.name[place]).join(say("list_comma"));
    card.append(element("p", "map-card-title", say("map_approximate", { place: names })));
    card.append(element("p", "map-card-line", say("map_approximate_why")));
  } else {
    card.append(element("p", "map-card-title", say("map_same_place", { count })));
  }
  const list = element("ul", "map-card-list");
  for (const row of rows) {
    const item = element("li");
    item.append(studioLink(points, row));
    list.append(item);
  }
  card.append(list);
  if (count > rows.length) {
    card.append(element("p", "map-card-line", say("map_more", { count: count - rows.length })));
  }
  return card;
}

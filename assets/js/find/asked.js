// What is asked for, in words: each filter to be taken back by itself, and what leaving one out would show.

import { element } from "../elements.js";
import { say } from "../say.js";
import { button } from "./notes.js";
import { FILTERS } from "./query.js";

/**
 * Choices in an address that this directory does not have: their parameter and value.
 * @param {import("../points.js").Points} points
 * @param {import("./query.js").Query} query
 * @returns {[string, string][]}
 */
export function unknown(points, query) {
  const known = {
    area: points.places.id, matter: points.matters.id, sector: points.sectors,
    form: points.form.words, base: points.base.words, status: points.status.words,
  };
  return Object.keys(known).filter((name) => query[name] && !known[name].includes(query[name])).map((name) => [name, query[name]]);
}

/**
 * @param {import("../points.js").Points} points
 * @param {(name: string, value: string) => string} nameOf what a choice is called in its field
 * @param {(change: Partial<import("./query.js").Query>) => void} follow asks something else
 */
export function asker(points, nameOf, follow) {
  const text = (query, name) => {
    if (name === "q") {
      return query.q;
    }
    return name === "area" ? points.places.name[points.places.id.indexOf(query.area)] : nameOf(name, query[name]);
  };

  const nearText = (near) => {
    const place = points.places.id.indexOf(near);
    return place < 0 ? say("near_chip_me") : say("near_chip", { place: points.places.name[place] });
  };

  return {
    /** @param {import("./query.js").Query} query */
    chips: (query) => [
      ...FILTERS.filter((name) => query[name]).map((name) => {
        const words = name === "q" ? say("find_quoted", { words: query.q }) : text(query, name);
        return chip(words, () => follow({ [name]: "" }));
      }),
      ...(query.near && query.order === "near" ? [chip(nearText(query.near), () => follow({ near: "", order: "" }))] : []),
    ],

    /**
     * What could be left out, and how many there would be.
     * @param {import("./query.js").Query} query
     * @param {Record<string, number>} without
     */
    offers: (query, without) => {
      const each = FILTERS.filter((name) => query[name]).map((name) => ({
        text: say("find_drop", { filter: text(query, name), count: without[name] || 0 }),
        count: without[name] || 0,
        drop: () => follow({ [name]: "" }),
      }));
      const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
      return [...each, { text: say("find_without_all", { count: points.count }), count: points.count, drop: () => follow(none) }];
    },
  };
}

function chip(text, drop) {
  const item = element("li");
  const made = button(text, drop);
  made.setAttribute("aria-label", say("find_drop_chip", { filter: text }));
  const cross = element("span", "finder-cross", " ×");
  made.append(cross);
  item.append(made);
  return item;
}

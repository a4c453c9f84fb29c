// What the finder says beside its list: how many there are, why there are none, what went wrong.

import { element } from "../elements.js";
import { say } from "../say.js";

/**
 * @param {import("./query.js").Query} query
 * @param {string} area the name of its area
 * @param {number} count
 * @returns {string}
 */
export function countText({ words }, area, count) {
  if (!words && !area) {
    return say("find_all", { count });
  }
  const key = words && area ? "find_some_both" : words ? "find_some_words" : "find_some_area";
  return say(key, { words, area, count });
}

/**
 * Nothing fits: what to leave out, and how many there would be then.
 * @param {import("./query.js").Query} query
 * @param {string} area the name of its area
 * @param {(query: import("./query.js").Query) => number} countOf
 * @param {(query: import("./query.js").Query) => void} ask
 */
export function noneNote(query, area, countOf, ask) {
  const { words } = query;
  const why = words && area ? "find_none_both" : words ? "find_none_words" : "find_none_area";
  const offers = [];
  if (words && area) {
    offers.push(["find_without_words", { words: "", area: query.area }], ["find_without_area", { words, area: "" }]);
  }
  offers.push(["find_without_both", { words: "", area: "" }]);
  const buttons = offers
    .map(([key, next]) => ({ key, next, count: countOf(next) }))
    .filter(({ count }) => count > 0)
    .map(({ key, next, count }) => button(say(key, { words, area, count }), () => ask(next)));
  return notice(say("find_none"), say(why, { words, area }), buttons);
}

/** @param {() => void} retry */
export function failedNote(retry) {
  const fromFile = window.location.protocol === "file:";
  const why = say(fromFile ? "find_failed_file" : "find_failed_why");
  return notice(say("find_failed"), why, fromFile ? [] : [button(say("find_retry"), retry)]);
}

/** @param {string} text */
export function remark(text) {
  return element("p", "soft", text);
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

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.dataset.quiet = "";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

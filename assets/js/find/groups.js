// What words find beside studios: topics that were solved, and news, in groups of their own.

import { element, outward } from "../elements.js";
import { say } from "../say.js";
import { marked } from "./list.js";

/** Pages lie beside `assets/`. */
const TOP = new URL("../../../", import.meta.url);

/**
 * @param {HTMLElement} box
 * @param {import("./scan.js").Answer | null} answer
 * @param {(text: string) => [number, number][]} marks
 */
export function showGroups(box, answer, marks) {
  const groups = answer ? [["find_topics", answer.topics], ["find_news", answer.news]] : [];
  box.replaceChildren(...groups.filter(([, { count }]) => count > 0).map(([key, found]) => group(key, found, marks)));
}

function group(key, { count, best }, marks) {
  const section = element("section", "finder-pages");
  const links = element("ul", "plain-list");
  for (const { title, path, date } of best) {
    const item = element("li");
    const link = element("a");
    link.setAttribute("href", new URL(path, TOP).href);
    link.append(...marked(title, marks));
    item.append(outward(link));
    if (date) {
      item.append(" ", element("small", "", date));
    }
    links.append(item);
  }
  section.append(element("h3", "", say(key, { count })), links);
  return section;
}

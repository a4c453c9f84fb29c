// Choosing an area step by step: one field for the areas at the top, and one more for what is below each choice.

import { element } from "../elements.js";
import { addBelow } from "../points.js";
import { say } from "../say.js";

/**
 * @param {HTMLElement} box gets the fields
 * @param {import("../points.js").Points} points
 * @param {(area: string) => void} ask an area was chosen, or "" for all
 */
export function areaFields(box, points, ask) {
  const { id, name, parent, end } = points.places;
  const has = holders(points);
  const children = (above) => {
    const found = [];
    for (let at = above + 1; at < (above < 0 ? id.length : end[above]); at = end[at]) {
      if (has[at] > 0) {
        found.push(at);
      }
    }
    return found;
  };
  let top = -1;
  for (let below = children(top); below.length === 1 && children(below[0]).length && has[below[0]] === points.count; below = children(top)) {
    [top] = below;
  }
  /** @type {{ field: HTMLSelectElement, above: number }[]} */
  const levels = [];

  box.addEventListener("change", (event) => {
    const level = levels.find(({ field }) => field === event.target);
    if (level) {
      ask(level.field.value || (level.above === top ? "" : id[level.above]));
    }
  });

  return {
    /**
     * @param {string} area the one chosen
     * @param {Int32Array} counts of each area beside the other filters
     */
    update(area, counts) {
      const chosen = area ? id.indexOf(area) : -1;
      const line = [];
      for (let at = chosen; at >= 0 && at !== top; at = parent[at]) {
        line.unshift(at);
      }
      const above = [top, ...line].filter((at) => children(at).length);
      above.forEach((at, number) => fill(levels, box, number, at));
      for (const { field } of levels.splice(above.length)) {
        field.parentElement.remove();
      }
      levels.forEach((level, number) => {
        const options = children(level.above);
        const all = level.above === top ? say("find_everywhere") : say("find_all_of", { area: name[level.above] });
        write(level.field, ["", ...options.map((at) => id[at])], [all, ...options.map((at) => say("find_option", { name: name[at], count: counts[at] }))]);
        level.field.value = line[number] === undefined ? "" : id[line[number]];
      });
    },
  };

  function fill(known, place, number, at) {
    if (known[number] && known[number].above === at) {
      return;
    }
    for (const { field } of known.splice(number)) {
      field.parentElement.remove();
    }
    const label = element("label", "finder-field");
    const field = /** @type {HTMLSelectElement} */ (element("select", "field"));
    const text = number === 0 ? say("find_area") : say("find_area_below", { area: name[at] });
    label.append(element("span", "", text), field);
    place.append(label);
    known.push({ field, above: at });
  }
}

/** How many studios each area holds, all below included. */
function holders({ count, place, places }) {
  const found = new Int32Array(places.id.length);
  for (let row = 0; row < count; row += 1) {
    if (place[row] >= 0) {
      found[place[row]] += 1;
    }
  }
  addBelow(found, places);
  return found;
}

/**
 * Give a field these options; where it has them already, only their texts change and nothing moves under the finger.
 * @param {HTMLSelectElement} field
 * @param {string[]} values
 * @param {string[]} texts
 */
export function write(field, values, texts) {
  const { value } = field;
  if (field.options.length !== values.length || values.some((one, index) => field.options[index].value !== one)) {
    field.replaceChildren(...values.map((one) => new Option("", one)));
    field.value = values.includes(value) ? value : "";
  }
  texts.forEach((text, index) => {
    if (field.options[index].textContent !== text) {
      field.options[index].textContent = text;
    }
  });
}

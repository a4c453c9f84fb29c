// What is asked for, and what fits it: words and an area, written in the page's address. Nothing here touches the page.

export const MAX_WORDS = 100;

/**
 * @typedef {object} Query
 * @property {string} words as typed, at most MAX_WORDS characters
 * @property {string} area the id of an area, or ""
 */

/**
 * @param {string} search such as "?q=电梯&area=430500"; anything may stand in it
 * @returns {Query & { cut: boolean }}
 */
export function readQuery(search) {
  const parameters = new URLSearchParams(search);
  const words = [...(parameters.get("q") || "").replace(/\s+/g, " ").trim()];
  return { words: words.slice(0, MAX_WORDS).join(""), area: (parameters.get("area") || "").slice(0, 64), cut: words.length > MAX_WORDS };
}

/**
 * @param {Query} query
 * @param {string} search today's, of which other parameters stay
 */
export function writeQuery({ words, area }, search) {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of [["q", words], ["area", area]]) {
    if (value) {
      parameters.set(name, value);
    } else {
      parameters.delete(name);
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** Full and half width, capitals and small letters are the same. */
export function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * Finds rows; keeps what it needs to do so again quickly.
 * @param {import("../points.js").Points} points
 */
export function finder(points) {
  const { id, name, end, parent } = points.places;
  const above = name.map((own, place) => (parent[place] >= 0 ? "" : own));
  for (let place = 0; place < name.length; place += 1) {
    above[place] = parent[place] >= 0 ? `${above[parent[place]]}${name[place]}` : name[place];
  }
  const texts = points.id.map((_, row) => {
    const path = points.place[row] >= 0 ? above[points.place[row]] : "";
    return plain([points.name[row], points.also[row], path + points.address[row], path].join("\n"));
  });

  return {
    /** @param {string} area an id; -1 when there is no such area */
    areaIndex: (area) => id.indexOf(area),

    /**
     * @param {Query} query with an area that exists, or ""
     * @returns {number[]} rows that fit, in the file's order
     */
    find({ words, area }) {
      const terms = plain(words).split(/\s+/).filter(Boolean);
      const from = area ? id.indexOf(area) : 0;
      const to = area ? end[from] : Infinity;
      const rows = [];
      for (let row = 0; row < points.count; row += 1) {
        const place = points.place[row];
        if ((!area || (place >= from && place < to)) && terms.every((term) => texts[row].includes(term))) {
          rows.push(row);
        }
      }
      return rows;
    },
  };
}

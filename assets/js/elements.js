// Elements made by scripts: text is always text, and a studio's link is right wherever the site lies.

/** Studios' pages lie beside `assets/`. */
const STUDIOS = new URL("../../studios/", import.meta.url);

/**
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.textContent = text;
  return made;
}

/**
 * @param {import("./points.js").Points} points
 * @param {number} row
 */
export function studioLink(points, row) {
  const link = element("a", "", points.name[row]);
  link.setAttribute("href", new URL(`${encodeURIComponent(points.id[row])}.html`, STUDIOS).href);
  return outward(link);
}

/**
 * A link that leads out of the frame where the page stands inside another site's.
 * @param {HTMLElement} link
 */
export function outward(link) {
  if ("bare" in document.documentElement.dataset) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }
  return link;
}

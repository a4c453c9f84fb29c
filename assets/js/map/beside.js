// The map on a studio's page: beside the answer where there is room it opens when it comes into view; on a phone a
// button opens it. Without this script the section stays hidden, and the page says everything in words.

import { openMap } from "./open.js";

for (const section of document.querySelectorAll("[data-studio-map]")) {
  const place = /** @type {HTMLElement} */ (section);
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const box = /** @type {HTMLElement} */ (place.querySelector("[data-map]"));
  place.hidden = false;
  button.addEventListener("click", () => {
    place.dataset.open = "";
    // The button is gone: what it opened takes the focus.
    openMap(box).then(() => box.querySelector(".leaflet-container").focus({ preventScroll: true }), () => undefined);
  });
  new IntersectionObserver((entries, observer) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      openMap(box).catch(() => undefined);
    }
  }).observe(box);
}

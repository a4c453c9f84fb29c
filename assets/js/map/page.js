// A map on a page about something else: on a wide screen it opens when it comes into sight, on a narrow one when asked.
// Its box is hidden in the page, so that nothing is promised where no script runs.

import { say } from "../say.js";
import { openMap } from "./open.js";

const WIDE = "(min-width: 56rem)";

/** @param {HTMLElement} box */
function offer(box) {
  if (window.matchMedia(WIDE).matches) {
    box.hidden = false;
    whenSeen(box, () => openMap(box).catch(() => undefined));
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button map-open";
  button.dataset.quiet = "";
  button.textContent = say("find_show_map");
  button.addEventListener("click", () => {
    button.remove();
    box.hidden = false;
    openMap(box).then(
      () => box.querySelector(".leaflet-container").focus({ preventScroll: true }),
      () => undefined,
    );
  });
  box.before(button);
}

/**
 * @param {HTMLElement} box
 * @param {() => void} then
 */
function whenSeen(box, then) {
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      then();
    }
  }, { rootMargin: "200px" });
  watch.observe(box);
}

for (const box of document.querySelectorAll("[data-map]")) {
  offer(/** @type {HTMLElement} */ (box));
}

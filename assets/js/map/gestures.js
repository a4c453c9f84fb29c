// The map never catches a page's scrolling: the wheel zooms with Ctrl held, one finger scrolls the page, two move the map.

import { say } from "../say.js";

const NOTICE_MS = 1600;

/** @param map */
export function catchGestures(map) {
  const container = map.getContainer();
  const notice = document.createElement("p");
  notice.className = "map-notice";
  notice.setAttribute("aria-hidden", "true");
  container.append(notice);
  let hiding = 0;
  const tell = (key) => {
    notice.textContent = say(key);
    notice.classList.add("map-notice-shown");
    window.clearTimeout(hiding);
    hiding = window.setTimeout(() => notice.classList.remove("map-notice-shown"), NOTICE_MS);
  };

  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
      tell("map_wheel");
    }
  }, { capture: true, passive: true });

  if (window.matchMedia("(pointer: coarse)").matches) {
    map.dragging.disable();
  }
  container.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") {
      map.dragging.disable();
    } else {
      map.dragging.enable();
    }
  }, true);
  container.addEventListener("pointercancel", (event) => {
    if (event.pointerType === "touch" && event.isPrimary) {
      tell("map_fingers");
    }
  }, true);
}

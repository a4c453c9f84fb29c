// The one card that may be open on a map: how large, what it is called, and where the focus goes when it closes.

import { say } from "../say.js";
import { rootScale } from "./marks.js";

const L = window.L;

/** What is left free beside a card and around it; of a narrow map its margins take their share (css/map.css). */
const [BESIDE_PX, AROUND_PX] = [90, 100];
const [WIDEST_PX, NARROWEST_PX, HIGHEST_PX] = [340, 220, 320];

/**
 * @param map
 * @param {(mark: any) => void} focusMark gives a mark the focus, or the one nearest to where it was
 * @param {() => void} closed somebody closed it
 */
export function popupOf(map, focusMark, closed) {
  const container = map.getContainer();
  let mark = null;
  /** @type {HTMLElement | null} */
  let from = null;
  let isOurs = false;

  map.on("popupclose", ({ popup }) => {
    container.classList.remove("map-has-card");
    const element = popup.getElement();
    const hadFocus = element && element.contains(document.activeElement);
    if (!isOurs) {
      closed();
    }
    if (!hadFocus || !mark) {
      return;
    }
    if (from && from.isConnected && !from.classList.contains("map-mark") && from.offsetParent) {
      from.focus();
    } else {
      focusMark(mark);
    }
  });

  /** The page closes it, which is no news to the page. */
  const close = () => {
    isOurs = true;
    map.closePopup();
    isOurs = false;
  };

  return {
    close,

    /**
     * @param at the mark
     * @param {HTMLElement} card whose first link takes the focus
     * @param {HTMLElement | null} opener what gets the focus back when it closes; null: the card does not take it
     */
    open(at, card, opener) {
      close();
      [mark, from] = [at, opener];
      const { x, y } = map.getSize();
      const maxWidth = Math.min(WIDEST_PX, x - BESIDE_PX * rootScale());
      const popup = L.popup({
        maxWidth,
        minWidth: Math.min(NARROWEST_PX, maxWidth),
        maxHeight: Math.max(AROUND_PX, Math.min(HIGHEST_PX, y - AROUND_PX)),
        offset: [0, 4 - at.radius],
        autoPanPadding: [16, 16],
      });
      popup.setLatLng(at.getLatLng()).setContent(card).openOn(map);
      container.classList.add("map-has-card");
      const element = popup.getElement();
      element.setAttribute("role", "dialog");
      element.setAttribute("aria-label", at.label);
      const button = element.querySelector(".leaflet-popup-close-button");
      button.setAttribute("aria-label", say("map_close"));
      button.setAttribute("title", say("map_close"));
      const first = card.querySelector("a");
      if (first && opener) {
        first.focus({ preventScroll: true });
      }
    },
  };
}

// What is near: from where this device is, asked only when somebody presses, or from a place that is written. Positions
// stay in this page.

import { element } from "../elements.js";
import { say } from "../say.js";
import { button } from "./notes.js";
import { distanceText } from "./order.js";

const WAIT_MS = 15_000;
const OFFERED = 6;
const REFUSED = 1;

/**
 * @param {HTMLElement} box with a button, a field and a place for what is said
 * @param {import("../points.js").Points} points
 * @param {(near: string, origin: { lat: number, lng: number }) => void} found
 */
export function nearFields(box, points, found) {
  const [here, go] = box.querySelectorAll("button");
  const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const other = /** @type {HTMLDetailsElement} */ (field.closest("details"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[data-near-said]"));
  const { id, name, lat, lng } = points.places;
  /** @type {{ origin: { lat: number, lng: number }, text: string } | null} where this device was, once that is known */
  let device = null;
  let asking = 0;
  box.hidden = false;

  const tell = (...parts) => said.replaceChildren(...parts);

  /** Instead of this device's position; whoever is elsewhere by now stays there. */
  const askForPlace = () => {
    other.open = true;
    if (document.activeElement === here || document.activeElement === document.body) {
      field.focus();
    }
  };

  const choose = (place) => {
    asking += 1;
    tell(say("near_from_place", { place: name[place] }));
    found(id[place], { lat: lat[place], lng: lng[place] });
  };

  here.addEventListener("click", () => {
    if (!window.isSecureContext || !navigator.geolocation) {
      tell(say("near_unable"));
      askForPlace();
      return;
    }
    tell(say("near_asking"));
    asking += 1;
    const mine = asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (mine === asking) {
          const precision = distanceText(Math.max(50, coords.accuracy));
          device = { origin: { lat: coords.latitude, lng: coords.longitude }, text: say("near_from_here", { precision }) };
          tell(device.text);
          found("me", device.origin);
        }
      },
      ({ code }) => {
        if (mine === asking) {
          tell(say(code === REFUSED ? "near_refused" : "near_failed"));
          askForPlace();
        }
      },
      { timeout: WAIT_MS, maximumAge: 60_000, enableHighAccuracy: false },
    );
  });

  const look = async () => {
    let matcher;
    try {
      matcher = await import("./matcher.js");
    } catch {
      tell(say("near_unread"), button(say("find_reload"), () => window.location.reload()));
      return;
    }
    const { has, termsOf, plain } = matcher;
    const terms = termsOf(field.value);
    if (!terms.length) {
      field.focus();
      return;
    }
    const known = name.map((_, place) => place).filter((place) => !Number.isNaN(lat[place]));
    const fitting = known.filter((place) => terms.every((term) => has(term, plain(name[place]))));
    const exact = fitting.filter((place) => plain(name[place]) === terms[0].text);
    const offered = exact.length ? exact : fitting;
    if (offered.length === 1) {
      choose(offered[0]);
    } else if (offered.length === 0) {
      tell(say("near_unknown", { words: field.value }));
    } else {
      const row = element("span", "actions");
      row.append(...offered.slice(0, OFFERED).map((place) => button(pathText(points.places, place), () => choose(place))));
      tell(say("near_which"), row);
    }
  };
  go.addEventListener("click", look);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      look();
    }
  });

  return {
    /**
     * What the address says: the place it names, this device if its position is still known here, or that it must be
     * asked for again.
     * @param {string} near
     */
    show(near) {
      asking += 1;
      const place = near ? id.indexOf(near) : -1;
      if (place >= 0 && !Number.isNaN(lat[place])) {
        field.value = name[place];
        tell(say("near_from_place", { place: name[place] }));
        return { lat: lat[place], lng: lng[place] };
      }
      if (near === "me" && device) {
        tell(device.text);
        return device.origin;
      }
      tell(near ? say(near === "me" ? "near_again" : "near_unknown", { words: near }) : "");
      return null;
    },
  };
}

function pathText({ name, parent }, place) {
  return parent[place] >= 0 ? `${name[parent[place]]} ${name[place]}` : name[place];
}

// What is near: from where this device is, asked only when somebody presses, or from a place that is written. Positions
// stay in this page.

import { element } from "../elements.js";
import { say } from "../say.js";

const EARTH_M = 6_371_008.8;
const WAIT_MS = 15_000;
const OFFERED = 6;

/**
 * Metres between two positions in degrees (haversine).
 * @returns {number} NaN where one is not known
 */
export function distance(lat, lng, otherLat, otherLng) {
  const rad = Math.PI / 180;
  const a = Math.sin(((otherLat - lat) * rad) / 2) ** 2;
  const b = Math.cos(lat * rad) * Math.cos(otherLat * rad) * Math.sin(((otherLng - lng) * rad) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(a + b));
}

/** 350 米, 2.4 公里, 38 公里: as precise as it can be meant. */
export function distanceText(metres, isApproximate) {
  const km = metres / 1000;
  const text = km < 1
    ? say("near_metres", { metres: Math.max(50, Math.round(metres / 50) * 50) })
    : say("near_km", { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) });
  return isApproximate ? say("near_about", { distance: text }) : text;
}

/**
 * @param {HTMLElement} box with a button, a field and a place for what is said
 * @param {import("../points.js").Points} points
 * @param {(near: string, origin: { lat: number, lng: number } | null) => void} found
 */
export function nearFields(box, points, found) {
  const [here, go] = box.querySelectorAll("button");
  const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const other = /** @type {HTMLDetailsElement} */ (field.closest("details"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[data-near-said]"));
  const { id, name, lat, lng } = points.places;
  box.hidden = false;

  const tell = (...parts) => said.replaceChildren(...parts);

  /** Instead of this device's position; whoever is elsewhere by now stays there. */
  const askForPlace = () => {
    other.open = true;
    if (document.activeElement === here || document.activeElement === document.body) {
      field.focus();
    }
  };

  let asking = 0;
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
        if (mine !== asking) {
          return;
        }
        const precision = distanceText(Math.max(50, coords.accuracy), false);
        tell(say("near_from_here", { precision }));
        found("me", { lat: coords.latitude, lng: coords.longitude });
      },
      ({ code }) => {
        if (mine !== asking) {
          return;
        }
        tell(say(code === 1 ? "near_refused" : "near_failed"));
        askForPlace();
      },
      { timeout: WAIT_MS, maximumAge: 60_000, enableHighAccuracy: false },
    );
  });

  const look = async () => {
    const { has, termsOf, plain } = await import("./matcher.js");
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
      for (const place of offered.slice(0, OFFERED)) {
        const one = element("button", "button", pathText(points.places, place));
        one.setAttribute("type", "button");
        one.dataset.quiet = "";
        one.addEventListener("click", () => choose(place));
        row.append(one);
      }
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
    /** What the address says: the place it names, or that this device's position must be asked for again. */
    show(near) {
      const place = near ? id.indexOf(near) : -1;
      if (place >= 0 && !Number.isNaN(lat[place])) {
        field.value = name[place];
        tell(say("near_from_place", { place: name[place] }));
        return { lat: lat[place], lng: lng[place] };
      }
      tell(near ? say(near === "me" ? "near_again" : "near_unknown", { words: near }) : "");
      return null;
    },
  };
}

function pathText({ name, parent }, place) {
  return parent[place] >= 0 ? `${name[parent[place]]} ${name[place]}` : name[place];
}

// The map by keyboard: one stop for all marks. Arrow keys go to the next mark in that direction, or move the map where
// there is none; Enter or Space opens; Escape closes what is open and leads back.

const L = window.L;

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN_PX = 120;

/**
 * @param map
 * @param {Map<string, any>} marks those drawn, kept up to date by their layer
 * @param {(mark: any) => void} activate
 */
export function followKeys(map, marks, activate) {
  let current = null;
  let wanted = null;
  const container = map.getContainer();

  const near = (point) => {
    let best = null;
    let least = Infinity;
    for (const mark of marks.values()) {
      const distance = point.distanceTo(map.latLngToContainerPoint(mark.getLatLng()));
      if (distance < least) {
        least = distance;
        best = mark;
      }
    }
    return best;
  };

  const makeCurrent = (mark) => {
    if (current && current.getElement()) {
      current.getElement().setAttribute("tabindex", "-1");
    }
    current = mark;
    if (mark && mark.getElement()) {
      mark.getElement().setAttribute("tabindex", "0");
    }
  };

  const focus = (mark) => {
    const there = [...marks.values()].includes(mark) ? mark : near(map.latLngToContainerPoint(mark.getLatLng()));
    makeCurrent(there);
    if (there) {
      there.getElement().focus({ preventScroll: true });
    }
  };

  container.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && container.querySelector(".leaflet-popup")) {
      event.stopPropagation();
      map.closePopup();
      return;
    }
    const mark = [...marks.values()].find((one) => one.getElement() === event.target);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      activate(mark);
    } else if (event.key in DIRECTIONS) {
      event.preventDefault();
      const next = nextMark(map, marks, mark, DIRECTIONS[event.key]);
      if (next) {
        focus(next);
        bringIntoView(map, next);
      } else {
        wanted = mark.getLatLng();
        map.panBy(L.point(DIRECTIONS[event.key]).multiplyBy(PAN_PX));
      }
    } else if (event.key === "+" || event.key === "=" || event.key === "-") {
      wanted = mark.getLatLng();
      map.setZoom(map.getZoom() + (event.key === "-" ? -1 : 1));
    }
  });
  container.addEventListener("focusin", (event) => {
    const mark = [...marks.values()].find((one) => one.getElement() === event.target);
    if (mark) {
      makeCurrent(mark);
    }
  });

  return {
    focus,

    /** The view will change: give focus to the mark nearest to this position then. */
    expectNear(latLng) {
      wanted = latLng;
    },

    /** After drawing: keep one mark in the tab order, and focus where it was or was promised. */
    settle() {
      const lost = current && ![...marks.values()].includes(current);
      const hadFocus = wanted && (document.activeElement === document.body || container.contains(document.activeElement));
      if (!current || lost || wanted) {
        const at = wanted || (current && current.getLatLng()) || map.getCenter();
        makeCurrent(near(map.latLngToContainerPoint(at)));
      }
      if (hadFocus && current) {
        current.getElement().focus({ preventScroll: true });
      }
      wanted = null;
    },
  };
}

/** The mark that lies best in a direction: near, and not far off to the side. */
function nextMark(map, marks, from, [dx, dy]) {
  const start = map.latLngToContainerPoint(from.getLatLng());
  let best = null;
  let least = Infinity;
  for (const mark of marks.values()) {
    const way = map.latLngToContainerPoint(mark.getLatLng()).subtract(start);
    const ahead = way.x * dx + way.y * dy;
    const aside = Math.abs(way.x * dy) + Math.abs(way.y * dx);
    const cost = ahead + 2 * aside;
    if (mark !== from && ahead > 1 && aside < 2 * ahead && cost < least) {
      least = cost;
      best = mark;
    }
  }
  return best;
}

/** Into the map's view, and with it into the window's. */
function bringIntoView(map, mark) {
  const margin = 40;
  const at = map.latLngToContainerPoint(mark.getLatLng());
  const size = map.getSize();
  const dx = Math.min(0, at.x - margin) + Math.max(0, at.x - size.x + margin);
  const dy = Math.min(0, at.y - margin) + Math.max(0, at.y - size.y + margin);
  if (dx || dy) {
    map.panBy([dx, dy]);
  }
  const y = map.getContainer().getBoundingClientRect().top + at.y - dy;
  window.scrollBy(0, Math.min(0, y - margin) + Math.max(0, y - window.innerHeight + margin));
}

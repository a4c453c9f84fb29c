// The area last asked for is offered first next time. It stays in this browser; one that keeps nothing, or has no storage
// at all, offers nothing.

const KEY = "finder-area";

/** @param {string} area an id, or "" */
export function keepArea(area) {
  try {
    window.localStorage?.setItem(KEY, area);
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}

/** @returns {string} an id that may be gone, or "" */
export function lastArea() {
  try {
    return window.localStorage?.getItem(KEY) || "";
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
    return "";
  }
}

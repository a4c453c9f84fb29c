// The page's address: what is asked for stands in it, and is read again when somebody goes back.

import { readQuery, writeQuery } from "./query.js";

/** Choices of one field that follow each other this fast are one step: a keyboard goes through all between. */
const ONE_STEP_MS = 1500;

/** @param {() => void} changed it asks for something else than before */
export function addressOf(changed) {
  let seen = window.location.search;
  let last = { field: "", at: -Infinity };

  const seeAgain = () => {
    seen = window.location.search;
    last = { field: "", at: -Infinity };
  };
  window.addEventListener("popstate", () => {
    if (window.location.search !== seen) {
      seeAgain();
      changed();
    }
  });

  /** A browser may refuse: too many changes, or a page from a file. The list then still follows. */
  const write = (query, shown, isStep) => {
    const target = window.location.pathname + writeQuery(query, window.location.search);
    const isSame = target === window.location.pathname + window.location.search;
    try {
      window.history[isStep && !isSame ? "pushState" : "replaceState"]({ shown }, "", target);
    } catch (error) {
      if (!(error instanceof DOMException)) {
        throw error;
      }
    }
    seen = window.location.search;
  };

  return {
    read: () => readQuery(window.location.search),

    /** How long the list was when this address was left. */
    shown: () => Number((window.history.state || {}).shown) || 0,

    /** Written without a step: "back" does not come by here. */
    keep: (query, shown) => write(query, shown, false),

    /**
     * Written as a step to which "back" returns, unless it goes on with the one before: typing does, and so do quick
     * choices in one field.
     * @param {import("./query.js").Query} query
     * @param {number} shown
     * @param {string} field what was changed; "" for what is always a step of its own
     */
    step(query, shown, field) {
      const now = performance.now();
      const goesOn = field !== "" && field === last.field && (field === "q" || now - last.at < ONE_STEP_MS);
      last = { field, at: now };
      write(query, shown, !goesOn);
    },
  };
}

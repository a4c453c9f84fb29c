// The 大字 button: body 24 px, remembered on this device. early.js applies the choice before the first paint.

const root = document.documentElement;

/**
 * Keeps the choice, where the browser lets us.
 * @param {boolean} large
 */
function remember(large) {
  try {
    if (large) {
      localStorage.setItem("text-size", "large");
    } else {
      localStorage.removeItem("text-size");
    }
  } catch {
    // Storage refused: the choice holds for this page.
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} large
 */
function show(button, large) {
  if (large) {
    root.dataset.text = "large";
  } else {
    delete root.dataset.text;
  }
  button.setAttribute("aria-pressed", String(large));
}

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("button.text-size"));
if (button) {
  show(button, root.dataset.text === "large");
  button.hidden = false;
  button.addEventListener("click", () => {
    const large = root.dataset.text !== "large";
    show(button, large);
    remember(large);
  });
  // Another tab changed it.
  window.addEventListener("storage", (event) => {
    if (event.key === "text-size") {
      show(button, event.newValue === "large");
    }
  });
}

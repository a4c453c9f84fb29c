// Runs before the first paint: the reader's choice of large text must not flash. A classic script, as modules wait.
(function () {
  try {
    if (localStorage.getItem("text-size") === "large") {
      document.documentElement.setAttribute("data-text", "large");
    }
  } catch (refused) {
    // Storage may be switched off; the page then starts at its usual size.
  }
})();

// What people take with them: the list on paper, and the code that shows the finder on their own site.

/**
 * @param {() => Promise<void>} ready brings what is to be printed onto the page
 * @returns {(area: string) => void} writes the code for an area
 */
export function takeAway(ready) {
  const box = document.querySelector(".finder-take");
  if (!box) {
    return () => undefined;
  }
  const code = /** @type {HTMLTextAreaElement} */ (box.querySelector("[data-embed]"));
  const copy = /** @type {HTMLButtonElement} */ (box.querySelector("[data-copy]"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  /** @type {HTMLElement} */ (box).hidden = false;
  /** @type {HTMLElement} */ (box.querySelector("[data-print]")).addEventListener("click", async () => {
    await ready();
    window.print();
  });
  copy.addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = "✓";
    } catch {
      said.textContent = ""; // it stands selected, for people to copy by themselves
    }
  });
  return (area) => {
    const address = new URL(code.dataset.embed || "", document.baseURI);
    if (area) {
      address.searchParams.set("area", area);
    }
    const title = (code.dataset.title || "").replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    code.value = `<iframe src="${address.href}" title="${title}" width="100%" height="720" loading="lazy"></iframe>`;
  };
}

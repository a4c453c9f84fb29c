// A button that copies this page's address; inside WeChat, where that leads nowhere, it says where to press instead.
// The page holds `<p class="share" data-copy="复制网址" data-done="网址已复制" data-wechat="请点右上角…"></p>`.

/**
 * @param {HTMLElement} place
 */
function offer(place) {
  const { copy = "", done = "", wechat = "" } = place.dataset;
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    place.textContent = wechat;
    return;
  }
  if (!navigator.clipboard) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.quiet = "";
  button.textContent = copy;
  const said = document.createElement("span");
  said.className = "soft";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
    await navigator.clipboard.writeText(canonical ? canonical.href : location.href);
    said.textContent = ` ${done}`;
  });
  place.append(button, said);
}

for (const place of document.querySelectorAll("p.share")) {
  offer(/** @type {HTMLElement} */ (place));
}

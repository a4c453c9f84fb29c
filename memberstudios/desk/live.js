// While a site is served for editing: show the new site after every build, or what the last build found wrong.
(() => {
  "use strict";
  const RETRY_MS = 1500;
  const SITE = new URL(document.currentScript.src).searchParams.get("site");

  /** @typedef {string | Array<string | [string, number]>} Line prose, or code as texts and [character, columns] */
  /** @typedef {{ site: string, language: string, title: string, close: string, lines: Line[] }} State */

  /** @param {string} name @param {string} [text] @param {string} [style] a class */
  function element(name, text = "", style = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (style) made.className = style;
    return made;
  }

  /** @param {Line} line */
  function paragraph(line) {
    if (typeof line === "string") return element("p", line);
    const made = element("p", "", "code");
    made.append(
      ...line.map((part) =>
        typeof part === "string" ? part : element("span", part[0], ["", "one", "two"][part[1]]),
      ),
    );
    return made;
  }

  /** Shows the report over the page, or takes it away when nothing is wrong. @param {State} state */
  function show(state) {
    document.querySelector("[data-serve-report]")?.remove();
    if (!state.title) return;
    const host = element("div");
    host.dataset.serveReport = "";
    host.lang = state.language;
    const looks = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/_serve/live.css" });
    const box = element("section");
    box.setAttribute("role", "alert");
    const close = element("button", state.close);
    close.addEventListener("click", () => host.remove());
    box.append(element("h2", state.title), close, ...state.lines.map(paragraph));
    host.attachShadow({ mode: "open" }).append(looks, box);
    document.body.append(host);
  }

  async function update() {
    const answer = await fetch("/_serve/state.json");
    const state = /** @type {State} */ (await answer.json());
    if (state.site === SITE) show(state);
    else location.reload();
  }

  function connect() {
    const channel = new WebSocket(`ws://${location.host}/livereload`);
    const send = (/** @type {object} */ message) => channel.send(JSON.stringify(message));
    channel.addEventListener("open", () =>
      send({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] }),
    );
    channel.addEventListener("message", (event) => {
      const { command } = JSON.parse(event.data);
      if (command === "hello") send({ command: "info", url: location.href });
      // After the greeting too: there may have been a build since this page was made, or since the connection broke.
      if (command === "hello" || command === "reload") update();
    });
    channel.addEventListener("close", () => setTimeout(connect, RETRY_MS));
  }

  if (window.top === window) connect();
})();

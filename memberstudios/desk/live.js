// While a site is served for editing: reload after every build, and show what the last build found wrong.
(() => {
  "use strict";
  const TITLE = "{title}";
  const RETRY_MS = 1000;

  /** Shows the report over the page, or takes it away when there is none. @param {string} text */
  function show(text) {
    document.querySelector("[data-serve-report]")?.remove();
    if (!text) return;
    const box = document.createElement("section");
    box.dataset.serveReport = "";
    box.setAttribute("role", "alert");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "[data-serve-report]{position:fixed;inset:0;z-index:100000;overflow:auto;padding:1.5rem;background:#fffdf8;color:#22262b;" +
        "border-top:6px solid #a3242b}[data-serve-report] pre{font:15px/1.7 ui-monospace,Consolas,'Noto Sans Mono CJK SC',monospace;" +
        "white-space:pre;overflow-x:auto}",
    );
    if ("adoptedStyleSheets" in document) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const title = document.createElement("h2");
    title.textContent = TITLE;
    const pre = document.createElement("pre");
    pre.textContent = text;
    box.append(title, pre);
    document.body.append(box);
  }

  async function update() {
    const answer = await fetch("/_serve/report.txt");
    if (answer.ok) show(await answer.text());
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
      if (command === "reload") location.reload();
    });
    channel.addEventListener("close", () => setTimeout(connect, RETRY_MS));
  }

  update();
  connect();
})();

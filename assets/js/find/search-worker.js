// The worker in which questions are answered: `{ points, search }` opens the files, `{ id, words }` asks.

import { openIndex } from "./scan.js";

/** @type {Promise<(words: string) => import("./scan.js").Answer> | null} */
let index = null;

addEventListener("message", async ({ data }) => {
  if (data.points) {
    index = openIndex(data.points, data.search);
    index.then(() => postMessage({ ready: true }), (error) => postMessage({ failed: String(error) }));
  } else if (index) {
    const ask = await index;
    try {
      postMessage({ id: data.id, answer: ask(data.words) });
    } catch (error) {
      postMessage({ id: data.id, failed: String(error) });
    }
  }
});
postMessage({ started: true });

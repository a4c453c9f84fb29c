// Asks the index, which is opened when first needed: in a worker where the browser has one for modules, else here.

/**
 * @param {string} pointsUrl
 * @param {string} searchUrl
 */
export function searcher(pointsUrl, searchUrl) {
  const addresses = { points: new URL(pointsUrl, document.baseURI).href, search: new URL(searchUrl, document.baseURI).href };
  /** @type {Promise<(words: string) => Promise<import("./scan.js").Answer>> | null} */
  let opened = null;
  let last = { words: "", answer: null };
  const forget = () => {
    opened = null;
  };

  return {
    /** Begin to fetch what a question will need. */
    open() {
      if (!opened) {
        opened = inWorker(addresses, forget).catch(() => here(addresses));
        opened.catch(forget);
      }
      return opened;
    },

    /**
     * @param {string} words
     * @returns {Promise<import("./scan.js").Answer>} rejected when the words cannot be fetched
     */
    async ask(words) {
      if (last.answer === null || last.words !== words) {
        const ask = await this.open();
        last = { words, answer: await ask(words) };
      }
      return last.answer;
    },
  };
}

/**
 * @param {{ points: string, search: string }} addresses
 * @param {() => void} died called when the worker ends after it was ready: all that wait for it are rejected
 * @returns {Promise<(words: string) => Promise<import("./scan.js").Answer>>}
 */
function inWorker({ points, search }, died) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./search-worker.js", import.meta.url), { type: "module" });
    const waiting = new Map();
    let asked = 0;
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      const error = new Error("no worker");
      reject(error);
      for (const { refuse } of waiting.values()) {
        refuse(error);
      }
      waiting.clear();
      died();
    });
    worker.addEventListener("message", ({ data }) => {
      if (data.started) {
        worker.postMessage({ points, search });
      } else if (data.ready) {
        resolve((words) => new Promise((answer, refuse) => {
          asked += 1;
          waiting.set(asked, { answer, refuse });
          worker.postMessage({ id: asked, words });
        }));
      } else if (data.failed && !data.id) {
        worker.terminate();
        reject(new Error(data.failed));
      } else {
        const { answer, refuse } = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.failed) {
          refuse(new Error(data.failed));
        } else {
          answer(data.answer);
        }
      }
    });
  });
}

async function here({ points, search }) {
  const { openIndex } = await import("./scan.js");
  const ask = await openIndex(points, search);
  return async (words) => ask(words);
}

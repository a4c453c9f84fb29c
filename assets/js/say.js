// What scripts say to people: the words of locales/<language>/browser.yaml, in the page's language.

import words from "./words.js";

const numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);

/**
 * @param {string} key a key of browser.yaml; an unknown one is a bug and throws
 * @param {Record<string, string | number>} [values] what stands for {placeholders}
 * @returns {string}
 */
export function say(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    throw new Error(`no words for ${key}`);
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? written(values[name]) : whole));
}

/** @param {string | number} value numbers get the language's separators */
function written(value) {
  return typeof value === "number" ? numbers.format(value) : value;
}

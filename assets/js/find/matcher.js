// Whether words stand in a text, and where: as written, in pinyin, by first letters, or mixed. Full or half width,
// capitals, and traditional characters make no difference. Nothing here touches the page.

import variants from "../../vendor/opencc-python-reimplemented/variants.js";
import readings from "../../vendor/pypinyin/readings.js";

const LETTERS = /[a-z]/;
const TONED = /^[a-z][\u0300-\u036f]+$/;
const DIAERESIS = "\u0308";
const TWO_LETTER_INITIALS = /^[zcs]h/;

/** @type {Map<string, string>} traditional to simplified */
const simple = new Map();
/** @type {Map<string, string[]>} */
const read = new Map();
/** All readings there are. */
const syllables = new Set();

function fill() {
  const pairs = [...variants];
  for (let at = 0; at < pairs.length; at += 2) {
    simple.set(pairs[at], pairs[at + 1]);
  }
  for (const line of readings.split("\n")) {
    const [, said, characters] = /^([a-z]+)(.*)$/.exec(line) || ["", "", ""];
    syllables.add(said);
    for (const character of characters) {
      const known = read.get(character);
      if (known) {
        known.push(said);
      } else {
        read.set(character, [said]);
      }
    }
  }
}
fill();

const folded = new Map();

/** @param {string} character one; so is what comes back, so that places in a text stay what they are */
function fold(character) {
  let plain = folded.get(character);
  if (plain === undefined) {
    const normal = untoned(character.normalize("NFKC").toLowerCase().normalize("NFC"));
    plain = [...normal].length === 1 ? simple.get(normal) || normal : character;
    folded.set(character, plain);
  }
  return plain;
}

/** A letter without marks: à is a; ü and its tones are v, as keyboards and the readings have it. */
function untoned(letter) {
  const parts = letter.normalize("NFD");
  if (!TONED.test(parts)) {
    return letter;
  }
  return parts.startsWith(`u${DIAERESIS}`) ? "v" : parts[0];
}

/**
 * A text as it is compared: its characters are as many as before.
 * @param {string} text
 */
export function plain(text) {
  let found = "";
  for (const character of text) {
    found += fold(character);
  }
  return found;
}

/**
 * The words of a question, each of which must be found. Syllables written apart belong together: dian ti is dianti.
 * @param {string} words as typed
 */
export function termsOf(words) {
  const texts = [];
  let wasSyllable = false;
  for (const text of plain(words.normalize("NFC")).split(/\s+/).filter(Boolean)) {
    const isSyllable = syllables.has(text);
    if (isSyllable && wasSyllable) {
      texts.push(texts.pop() + text);
    } else {
      texts.push(text);
    }
    wasSyllable = isSyllable;
  }
  return [...new Set(texts)].map(term);
}

/**
 * @typedef {object} Term
 * @property {string} text
 * @property {string} digits the same without what people write between digits; "" when it is no number
 * @property {boolean} isSpelled whether it may be pinyin
 * @property {(character: string) => number[][]} steps from each place in the term, where a character may lead
 */

/** @returns {Term} */
function term(text) {
  const known = new Map();
  const steps = (character) => {
    let found = known.get(character);
    if (!found) {
      found = stepsOf(text, character);
      known.set(character, found);
    }
    return found;
  };
  const digits = text.replace(/[-\s()]/g, "");
  return { text, digits: /^\d+$/.test(digits) ? digits : "", isSpelled: LETTERS.test(text), steps };
}

/** From each place in `text` the places to which `character` leads: itself, its reading, its initial, a reading cut short. */
function stepsOf(text, character) {
  const said = read.get(character) || [];
  return Array.from({ length: text.length }, (_, from) => {
    const to = new Set();
    if (text.startsWith(character, from)) {
      to.add(from + character.length);
    }
    for (const reading of said) {
      let same = 0;
      while (same < reading.length && text[from + same] === reading[same]) {
        same += 1;
      }
      if (same > 0) {
        to.add(from + 1);
      }
      if (same > 1 && TWO_LETTER_INITIALS.test(reading)) {
        to.add(from + 2);
      }
      if (same === reading.length || from + same === text.length) {
        to.add(from + same);
      }
    }
    to.delete(from);
    return [...to].sort((a, b) => b - a);
  });
}

/**
 * Whether a term stands in a text that went through `plain`.
 * @param {Term} term
 * @param {string} text
 */
export function has(term, text) {
  return text.includes(term.text) || (term.isSpelled && spelledAt(text, term) !== null);
}

/** The first place in a text, or in its characters, where a term stands, and the place behind it; null where it does not. */
function spelledAt(characters, { text, steps }) {
  for (let start = 0; start < characters.length; start += 1) {
    if (steps(characters[start])[0].length) {
      const end = reach(characters, start, 0, text.length, steps);
      if (end > 0) {
        return [start, end];
      }
    }
  }
  return null;
}

function reach(characters, at, from, length, steps) {
  if (from === length) {
    return at;
  }
  if (at === characters.length) {
    return 0;
  }
  for (const to of steps(characters[at])[from]) {
    const end = reach(characters, at + 1, to, length, steps);
    if (end > 0) {
      return end;
    }
  }
  return 0;
}

/**
 * Where terms stand in a text as it is shown.
 * @param {Term[]} terms
 * @param {string} text
 * @returns {[number, number][]} from and to, in characters, in order, apart from each other
 */
export function places(terms, text) {
  const characters = [...plain(text)];
  const whole = characters.join("");
  /** @type {[number, number][]} */
  const found = [];
  for (const one of terms) {
    const at = whole.indexOf(one.text);
    if (at >= 0) {
      const from = [...whole.slice(0, at)].length;
      found.push([from, from + [...one.text].length]);
    } else if (one.isSpelled) {
      const spot = spelledAt(characters, one);
      if (spot) {
        found.push([spot[0], spot[1]]);
      }
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], index) => index === 0 || from >= Math.max(...found.slice(0, index).map(([, to]) => to)));
}

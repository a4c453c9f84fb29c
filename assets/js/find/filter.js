// Which rows fit everything that is asked, and how many would fit each other choice: one pass over the columns.

import { addBelow } from "../points.js";
import { TIMES } from "./query.js";
import { canGo, isUnusual } from "./times.js";

/**
 * @typedef {object} Filtered
 * @property {number[]} rows in the file's order
 * @property {Record<string, Int32Array>} counts by filter: how many rows each choice would show beside the other filters
 * @property {Int32Array} areas the same for areas, all below included
 * @property {Record<string, number>} without how many rows there would be if one filter were dropped
 * @property {number} untimed how many were left out only because nothing is known of their times
 */

/** Filters that are a word of a few: the parameter, and the column. */
const KINDS = { form: "form", base: "base", status: "status" };

/** @param {import("../points.js").Points} points */
export function filterer(points) {
  const { count, places, place } = points;
  const times = points.times.words.map((lines) => TIMES.map((time) => canGo(lines, time)));
  const timesOn = new Map();

  /** Which sets of lines one can go at: computed once for each day that is asked for. */
  const fitting = (time) => {
    const kind = TIMES.indexOf(time);
    if (kind >= 0) {
      return times.map((known) => known[kind]);
    }
    if (!timesOn.has(time)) {
      timesOn.set(time, points.times.words.map((lines) => canGo(lines, time, points.unusual)));
    }
    return timesOn.get(time);
  };

  /** One test a filter that is asked for: whether a row fits it. */
  const tests = (query, scores) => {
    const found = [];
    if (scores) {
      found.push({ name: "q", fits: (row) => scores[row] > 0 });
    }
    if (query.area) {
      const from = places.id.indexOf(query.area);
      found.push({ name: "area", fits: (row) => place[row] >= from && place[row] < places.end[from] });
    }
    if (query.time) {
      const fits = fitting(query.time);
      found.push({ name: "time", fits: (row) => fits[points.times.rows[row]] });
    }
    if (query.step) {
      const wanted = points.stepFree.words.indexOf("yes");
      found.push({ name: "step", fits: (row) => points.stepFree.rows[row] === wanted });
    }
    for (const [name, list, kinds] of [["matter", points.matters.id, points.matter], ["sector", points.sectors, points.sector]]) {
      if (query[name]) {
        const wanted = list.indexOf(query[name]);
        const fits = kinds.words.map((known) => known.includes(wanted));
        found.push({ name, fits: (row) => fits[kinds.rows[row]] });
      }
    }
    for (const [name, column] of Object.entries(KINDS)) {
      if (query[name]) {
        const wanted = points[column].words.indexOf(query[name]);
        found.push({ name, fits: (row) => points[column].rows[row] === wanted });
      }
    }
    return found;
  };

  return {
    /**
     * @param {import("./query.js").Query} query with choices that exist
     * @param {Uint8Array | null} scores by row, 0 where the words do not fit; null when no words are asked for
     * @returns {Filtered}
     */
    apply(query, scores) {
      const asked = tests(query, scores);
      const without = Object.fromEntries(asked.map(({ name }) => [name, 0]));
      const areas = new Int32Array(places.id.length);
      const tallies = {
        step: new Int32Array(points.stepFree.words.length),
        time: new Int32Array(points.times.words.length),
        matter: new Int32Array(points.matter.words.length),
        sector: new Int32Array(points.sector.words.length),
        form: new Int32Array(points.form.words.length),
        base: new Int32Array(points.base.words.length),
        status: new Int32Array(points.status.words.length),
      };
      const columns = {
        step: points.stepFree.rows, time: points.times.rows, matter: points.matter.rows, sector: points.sector.rows,
        form: points.form.rows, base: points.base.rows, status: points.status.rows,
      };
      const names = Object.keys(tallies);
      const rows = [];
      const isUnsure = isUnusual(query.time, points.unusual);
      const knowsNothing = points.times.words.map((lines) => lines.every((line) => isUnsure && line.startsWith("open ")));
      let untimed = 0;
      for (let row = 0; row < count; row += 1) {
        let missed = "";
        let misses = 0;
        for (const { name, fits } of asked) {
          if (!fits(row)) {
            missed = name;
            misses += 1;
            if (misses > 1) {
              break;
            }
          }
        }
        if (misses === 0) {
          rows.push(row);
          for (const name of names) {
            tallies[name][columns[name][row]] += 1;
          }
          if (place[row] >= 0) {
            areas[place[row]] += 1;
          }
        } else if (misses === 1) {
          without[missed] += 1;
          if (missed === "area") {
            if (place[row] >= 0) {
              areas[place[row]] += 1;
            }
          } else if (missed !== "q") {
            tallies[missed][columns[missed][row]] += 1;
          }
          if (missed === "time" && knowsNothing[points.times.rows[row]]) {
            untimed += 1;
          }
        }
      }
      addBelow(areas, places);
      const counts = {
        ...tallies,
        time: Int32Array.from(TIMES, (_, kind) => sum(tallies.time, (index) => times[index][kind])),
        matter: spread(points.matter.words, tallies.matter, points.matters.id.length),
        sector: spread(points.sector.words, tallies.sector, points.sectors.length),
      };
      for (const name of Object.keys(without)) {
        without[name] += rows.length;
      }
      return { rows, counts, areas, without, untimed };
    },
  };
}

function sum(tally, counts) {
  return tally.reduce((total, value, index) => total + (counts(index) ? value : 0), 0);
}

/** From counts of combinations to counts of what they hold. */
function spread(combinations, tally, length) {
  const found = new Int32Array(length);
  combinations.forEach((known, index) => {
    for (const one of known) {
      found[one] += tally[index];
    }
  });
  return found;
}

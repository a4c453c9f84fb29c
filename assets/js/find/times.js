// When one can go, from the lines of the data file (docs/open-data.md): by kind of time, or on a day. What public holidays
// do to duty is written in its line; opening hours are not known on days off and working weekends.

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const EVENING = "18:00";
const DAY_MS = 86_400_000;

/**
 * @typedef {object} Rule
 * @property {string} freq weekly or monthly
 * @property {{ nth: number, weekday: number, date: number }[]} days `nth` 0 for every one, negative from the end
 * @property {[string, string][]} spans from and to, such as 09:00
 * @property {number} every
 * @property {string} from
 * @property {string} to
 * @property {string[]} off
 * @property {{ day: string, spans: [string, string][] }[]} also
 */

/** @param {string} line @returns {Rule} */
export function readRule(line) {
  const [, freq, days, times, ...more] = line.split(" ");
  const rule = { freq, days: days.split(",").map(readDay), spans: readSpans(times), every: 1, from: "", to: "", off: [], also: [] };
  for (const part of more) {
    const [key, value] = part.split("=");
    if (key === "every") {
      rule.every = Number(value);
    } else if (key === "off") {
      rule.off.push(value);
    } else if (key === "also") {
      const [day, span] = value.split("T");
      rule.also.push({ day, spans: readSpans(span) });
    } else {
      rule[key] = value;
    }
  }
  return rule;
}

function readDay(text) {
  const match = /^(-?\d)?([A-Z]{2})$/.exec(text);
  return match ? { nth: Number(match[1] || 0), weekday: DAYS.indexOf(match[2]), date: 0 } : { nth: 0, weekday: -1, date: Number(text) };
}

function readSpans(text) {
  return text.split(",").map((span) => span.split("-"));
}

/**
 * Whether opening hours are not known on a day.
 * @param {string} day
 * @param {string[]} unusual days, and years such as 2027
 */
export function isUnusual(day, unusual) {
  return unusual.some((one) => day.startsWith(one));
}

/**
 * Whether one can go at a kind of time.
 * @param {string[]} lines
 * @param {string} time day, evening, weekend, or a day such as 2026-12-02
 * @param {string[]} unusual days, and years such as 2027, on which opening hours are not known
 */
export function canGo(lines, time, unusual = []) {
  const isUnsure = isUnusual(time, unusual);
  return lines.some((line) => {
    if (isUnsure && line.startsWith("open ")) {
      return false;
    }
    const rule = readRule(line);
    if (time === "evening") {
      return rule.spans.some(([, closes]) => closes > EVENING);
    }
    if (time === "weekend") {
      return rule.days.some(({ weekday }) => weekday >= 5);
    }
    if (time === "day") {
      return rule.days.some(({ weekday }) => weekday < 5) && rule.spans.some(([opens]) => opens < EVENING);
    }
    return spansOn(rule, time).length > 0;
  });
}

/**
 * What there is on a day: when members receive people, and whether the door is open without them.
 * @param {string[]} lines
 * @param {string} day such as 2026-12-02
 * @param {string[]} unusual as for `canGo`
 * @returns {{ duty: [string, string][], open: [string, string][] }}
 */
export function onDay(lines, day, unusual) {
  const spans = (kind) => lines.filter((line) => line.startsWith(`${kind} `)).flatMap((line) => spansOn(readRule(line), day));
  const byTime = (one, other) => (one[0] < other[0] ? -1 : 1);
  return { duty: spans("duty").sort(byTime), open: isUnusual(day, unusual) ? [] : spans("open").sort(byTime) };
}

/**
 * @param {Rule} rule
 * @param {string} day such as 2026-12-02
 * @returns {[string, string][]}
 */
export function spansOn(rule, day) {
  const moved = rule.also.filter((one) => one.day === day).flatMap((one) => one.spans);
  const isOff = rule.off.includes(day) || (rule.from && day < rule.from) || (rule.to && day > rule.to);
  return !isOff && isNominal(rule, day) ? [...rule.spans, ...moved] : moved;
}

function isNominal(rule, day) {
  const date = new Date(day);
  const weekday = (date.getUTCDay() + 6) % 7;
  if (rule.freq === "weekly") {
    return rule.days.some((one) => one.weekday === weekday) && weeksBetween(rule.from, day) % rule.every === 0;
  }
  const here = date.getUTCDate();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const fits = rule.days.some(({ nth, weekday: wanted, date: number }) => {
    if (number) {
      return number === here;
    }
    const isNth = nth === 0 || (nth > 0 ? Math.ceil(here / 7) === nth : Math.ceil((last - here + 1) / 7) === -nth);
    return wanted === weekday && isNth;
  });
  return fits && monthsBetween(rule.from, day) % rule.every === 0;
}

/** Weeks begin on Monday (RFC 5545). */
function weeksBetween(from, day) {
  return from ? Math.floor((monday(day) - monday(from)) / (7 * DAY_MS)) : 0;
}

function monday(day) {
  const date = new Date(day);
  return date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS;
}

function monthsBetween(from, day) {
  if (!from) {
    return 0;
  }
  const [one, other] = [new Date(from), new Date(day)];
  return (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
}

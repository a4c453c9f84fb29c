// Whether one can go now: the sentence of a studio's answer, from the dates that the page holds and the clock in the
// site's zone. memberstudios/pages/visit_now.py says the same; tests/cases/visit_now.json is the table of both.

import { dayIn, daysBetween } from "./dates.js";
import { say } from "./say.js";

/** A page that was not made again for so many days says so. */
const STALE_DAYS = 3;
const NOTHING = { state: "", title: "", note: "" };

/**
 * What a page holds: days are ISO 8601, times such as 09:00.
 * @typedef {object} Visit
 * @property {string} made the day on which the page was made
 * @property {string} visit regular, appointment-required, …, or ""
 * @property {Meeting[]} sessions in the order of their days
 * @property {([string, string][] | null)[] | null} hours from Monday; null where they are not known
 * @property {string[]} unusual days off, working weekends and whole years (2027) of which hours are not known
 *
 * Day, from, to, how (held, moved, cancelled, holiday), the day that the rule gives.
 * @typedef {[string, string, string, string, string]} Meeting
 *
 * `state` as in templates/macros/tag.html; empty where what the page itself says stays as it is.
 * @typedef {{ state: string, title: string, note: string }} Told
 */

/**
 * @param {Visit} page
 * @param {{ day: string, time: string }} now
 * @returns {Told}
 */
export function visitNow(page, now) {
  const told = onDuty(page, now) || openOrAhead(page, now);
  const asked = told.title && page.visit === "appointment-required"
    ? { state: "appointment", title: say("now_appointment"), note: sentences(told.title, told.note) }
    : told;
  const days = daysBetween(page.made, now.day);
  return days >= STALE_DAYS ? { ...asked, note: sentences(asked.note, say("now_stale", { days })) } : asked;
}

/** Somebody receives people now, or later today. */
function onDuty({ sessions }, { day, time }) {
  const today = sessions.filter((one) => isHeld(one) && one[0] === day);
  const current = today.find(([, opens, closes]) => opens <= time && time < closes);
  if (current) {
    return { ...NOTHING, state: "duty", title: say("now_on_duty", { closes: clock(current[2]) }) };
  }
  const later = today.find(([, opens]) => time < opens);
  return later ? { ...NOTHING, state: "later", title: say("now_today", { opens: clock(later[1]) }) } : null;
}

function openOrAhead(page, now) {
  const next = ahead(page.sessions, now.day);
  if (isOpen(page, now)) {
    return { state: "open", title: say("now_open"), note: next ? next.title : "" };
  }
  if (next) {
    return next;
  }
  return page.visit === "no-fixed-time" ? { ...NOTHING, state: "appointment", title: say("now_no_fixed_time") } : NOTHING;
}

/** What comes after today, and what was changed about it. */
function ahead(sessions, today) {
  const next = sessions.find((one) => isHeld(one) && one[0] > today);
  const coming = next && say("now_next", { when: when(next, today) });
  const isAhead = ([day, , , how, nominal]) => how !== "held" && nominal >= today && (how !== "moved" || day > today);
  const [changed] = sessions.filter(isAhead).sort((a, b) => (a[4] < b[4] ? -1 : 1));
  if (!changed || (next && next !== changed && next[4] <= changed[4])) {
    return next ? { ...NOTHING, state: "later", title: coming } : null;
  }
  const [day, opens, closes, how, nominal] = changed;
  const from = nominal === today ? say("now_this_day") : dayText("now_date", nominal, today);
  if (how === "moved") {
    const to = day.slice(0, 7) === nominal.slice(0, 7) ? dayText("now_day_of_month", day, day) : dayText("now_day", day, today);
    const values = { day: from, to, times: times(opens, closes) };
    const title = say(day === nominal ? "now_retimed" : "now_moved", values);
    return { state: "changed", title, note: next && next !== changed ? coming : "" };
  }
  const title = say(`now_${how}`, { day: from });
  return { ...NOTHING, state: "cancelled", title: next ? say("now_then", { first: title, when: when(next, today) }) : title };
}

/** Whether the door is open now. Of days off and working weekends nobody knows. */
function isOpen({ hours, unusual }, { day, time }) {
  const spans = hours && !unusual.some((one) => day.startsWith(one)) ? hours[weekday(day)] : null;
  return Boolean(spans) && spans.some(([opens, closes]) => opens <= time && time < closes);
}

const isHeld = ([, , , how]) => how === "held" || how === "moved";
const sentences = (first, second) => (first && second ? say("now_sentences", { first, second }) : first || second);
const clock = (time) => time.replace(/^0/, "");
const times = (opens, closes) => say("now_times", { opens: clock(opens), closes: clock(closes) }).replaceAll(" ", "\u00a0");
const when = ([day, opens, closes], today) => say("now_when", { day: dayText("now_day", day, today), times: times(opens, closes) });

/** 0 is Monday. */
const weekday = (day) => (new Date(day).getUTCDay() + 6) % 7;

/** A day in words; the year only where it is another one than that of `today`. */
function dayText(key, day, today) {
  const [year, month, date] = day.split("-").map(Number);
  const text = say(key, {
    month: say("now_months").split(" ")[month - 1], day: String(date), weekday: say("now_weekdays").split(" ")[weekday(day)],
  });
  return day.slice(0, 4) === today.slice(0, 4) ? text : say("now_of_year", { year: String(year), text });
}

/** The day and time it is in a zone. */
export function clockIn(zone, now) {
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(now);
  return { day: dayIn(zone, now), time };
}

/** Show it on a page: in the answer's head, and below it. */
function show(card, now) {
  const { state, title, note } = visitNow(JSON.parse(card.dataset.visit || "{}"), now);
  if (title) {
    card.dataset.state = state;
    card.querySelector(".answer-head span").textContent = title;
  }
  const line = /** @type {HTMLElement} */ (card.querySelector("[data-visit-note]"));
  line.textContent = note;
  line.hidden = !note;
}

/** A page that lists dates says when it has not been made again for days. */
function age(line, now) {
  const days = daysBetween(line.dataset.made || now.day, now.day);
  line.hidden = days < STALE_DAYS;
  line.textContent = line.hidden ? "" : say("now_stale", { days });
}

/** A session that is over says so and steps back. */
function pass(line, now) {
  if (line.dataset.ends <= `${now.day}T${now.time}` && !line.querySelector(".session-over")) {
    line.classList.add("is-over");
    const said = document.createElement("small");
    said.className = "session-over";
    said.textContent = say("now_over");
    line.querySelector(".item-name").append(" ", said);
  }
}

function update() {
  const now = clockIn(document.documentElement.dataset.zone || "Asia/Shanghai", new Date());
  for (const card of document.querySelectorAll("[data-visit]")) {
    show(/** @type {HTMLElement} */ (card), now);
  }
  for (const line of document.querySelectorAll("[data-made]")) {
    age(/** @type {HTMLElement} */ (line), now);
  }
  for (const line of document.querySelectorAll("[data-ends]")) {
    pass(/** @type {HTMLElement} */ (line), now);
  }
}

const EVERY_MS = 30_000;
if (document.querySelector("[data-visit], [data-made], [data-ends]")) {
  update();
  // An open page grows old: after a while, and when somebody comes back to it.
  window.setInterval(update, EVERY_MS);
  document.addEventListener("visibilitychange", update);
}

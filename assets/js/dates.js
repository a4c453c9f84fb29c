// Pages hold dates, never "today". Here a date gets 今天 or 3天前, and an old one says how old it is.

const DAY_MS = 86400000;
const root = document.documentElement;

/**
 * The calendar day it is in a zone, as YYYY-MM-DD.
 * @param {string} zone IANA name
 * @param {Date} now
 * @returns {string}
 */
export function dayIn(zone, now) {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/**
 * Whole days from one day to another; negative when `day` lies back.
 * @param {string} today YYYY-MM-DD
 * @param {string} day YYYY-MM-DD
 * @returns {number}
 */
export function daysBetween(today, day) {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/**
 * Years since a date, rounded; a year or month alone counts from its end, so that nothing looks older than it is.
 * @param {string} today YYYY-MM-DD
 * @param {string} date YYYY, YYYY-MM or YYYY-MM-DD
 * @returns {number}
 */
export function yearsSince(today, date) {
  const [year, month, day] = date.split("-").map(Number);
  const end = day ? Date.UTC(year, month - 1, day) : month ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
  const years = (Date.parse(today) - end) / (365.25 * DAY_MS);
  return years < 1 ? 0 : Math.round(years);
}

/**
 * @param {Document} page
 * @param {string} today
 * @param {string} language
 */
export function show(page, today, language) {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const time of page.querySelectorAll("time[data-when]")) {
    const date = time.getAttribute("datetime") || "";
    const days = daysBetween(today, date);
    if (date.length === 10 && Math.abs(days) <= 31) {
      const distance = page.createElement("span");
      distance.className = "when";
      distance.textContent = ` · ${words.format(days, "day")}`;
      time.removeAttribute("data-when");
      time.append(distance);
    }
  }
  for (const sentence of page.querySelectorAll("[data-aged]")) {
    const years = yearsSince(today, sentence.getAttribute("data-aged") || "");
    if (years > 0) {
      sentence.textContent = (sentence.getAttribute("data-text") || "").replace("{years}", String(years));
      sentence.removeAttribute("hidden");
    }
  }
}

if (document.querySelector("time[data-when], [data-aged]")) {
  show(document, dayIn(root.dataset.zone || "Asia/Shanghai", new Date()), root.lang);
}

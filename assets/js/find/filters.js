// The fields of the finder beside words and area: what they hold, and how many studios each choice would show.

import { say } from "../say.js";
import { write } from "./areas.js";
import { isDay, TIMES } from "./query.js";

/** The value of the time field that shows the field of a day. */
const A_DAY = "date";

/**
 * @param {HTMLFormElement} form
 * @param {import("../points.js").Points} points
 * @param {string} today such as 2026-12-02; days before it are not asked for
 * @param {(change: Partial<import("./query.js").Query>) => void} ask
 */
export function filterFields(form, points, today, ask) {
  const field = (name) => /** @type {any} */ (form.elements.namedItem(name));
  const time = field("time");
  const day = field("day");
  const step = field("step");
  const [timeTexts, kindTexts] = [labels(time), {}];
  for (const name of ["form", "base", "status", "order"]) {
    kindTexts[name] = labels(field(name));
  }
  const kinds = { form: points.form, base: points.base, status: points.status };
  const lists = {
    matter: { ids: points.matters.id, names: points.matters.name },
    sector: { ids: points.sectors, names: points.sectors },
  };
  const longDay = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: "UTC", year: "numeric", month: "long", day: "numeric", weekday: "long",
  });
  const isAhead = (text) => isDay(text) && text >= today;
  day.min = today;
  form.noValidate = true; // what is wrong is said at its field, and words can be looked for all the same
  const anything = { matter: say("find_any_matter"), sector: say("find_any") };

  for (const name of ["matter", "sector", "form", "base", "status", "order"]) {
    field(name).addEventListener("change", () => ask({ [name]: field(name).value }));
  }
  time.addEventListener("change", () => {
    day.closest(".finder-field").hidden = time.value !== A_DAY;
    if (time.value !== A_DAY) {
      ask({ time: time.value });
    } else if (isAhead(day.value)) {
      ask({ time: day.value });
    } else {
      day.focus();
    }
  });
  day.addEventListener("change", () => {
    const isFit = isAhead(day.value);
    day.setCustomValidity(isFit || !day.value ? "" : say("find_day_past"));
    day.reportValidity();
    if (isFit || !day.value) {
      ask({ time: day.value });
    }
  });
  step.addEventListener("change", () => ask({ step: step.checked ? "yes" : "" }));

  return {
    /**
     * @param {import("./query.js").Query} query
     * @param {import("./filter.js").Filtered} found
     * @param {boolean} hasOrigin whether distances are known
     */
    update(query, found, hasOrigin) {
      for (const [name, { ids, names }] of Object.entries(lists)) {
        const shown = ids.map((_, index) => index).filter((index) => found.counts[name][index] > 0 || ids[index] === query[name]);
        write(field(name), ["", ...shown.map((index) => ids[index])], [
          anything[name], ...shown.map((index) => say("find_option", { name: names[index], count: found.counts[name][index] })),
        ]);
        show(field(name), query[name], ids.length > 0);
      }
      for (const [name, { words }] of Object.entries(kinds)) {
        const shown = Object.keys(kindTexts[name]).filter((word) => word && words.includes(word));
        write(field(name), ["", ...shown], [
          kindTexts[name][""],
          ...shown.map((word) => say("find_option", { name: kindTexts[name][word], count: found.counts[name][words.indexOf(word)] })),
        ]);
        show(field(name), query[name], shown.length > 1);
      }
      const isADay = isDay(query.time);
      write(time, ["", ...TIMES, A_DAY], [
        timeTexts[""],
        ...TIMES.map((name, index) => say("find_option", { name: timeTexts[name], count: found.counts.time[index] })),
        timeTexts[A_DAY],
      ]);
      // Somebody has chosen "a day" and is about to say which; a day that was taken back is not waited for.
      const wantsADay = time.value === A_DAY && !query.time && !isDay(day.value);
      show(time, isADay || wantsADay ? A_DAY : query.time, points.times.words.some((lines) => lines.length > 0));
      day.closest(".finder-field").hidden = time.value !== A_DAY;
      if (!wantsADay) {
        day.value = isADay ? query.time : "";
      }
      step.checked = query.step === "yes";
      const free = found.counts.step[points.stepFree.words.indexOf("yes")] || 0;
      step.closest("label").lastElementChild.textContent = say("find_option", { name: say("find_step"), count: free });
      show(step, null, points.stepFree.words.includes("yes"));
      const own = query.q ? say("find_order_words") : kindTexts.order[""];
      write(field("order"), Object.keys(kindTexts.order), [own, ...Object.values(kindTexts.order).slice(1)]);
      field("order").options[2].disabled = !hasOrigin;
      show(field("order"), query.order, true);
    },

    /** What a choice is called. */
    nameOf(name, value) {
      if (name === "matter") {
        return points.matters.name[points.matters.id.indexOf(value)];
      }
      if (name === "time") {
        return isDay(value) ? longDay.format(new Date(value)) : timeTexts[value];
      }
      return name === "step" ? say("find_step") : (kindTexts[name] && kindTexts[name][value]) || value;
    },
  };
}

/** The texts of a field's options as the page came with them. */
function labels(field) {
  return Object.fromEntries([...field.options].map((option) => [option.value, option.textContent]));
}

function show(field, value, isOffered) {
  if (value !== null) {
    field.value = value;
  }
  field.closest(".finder-field").hidden = !isOffered;
}

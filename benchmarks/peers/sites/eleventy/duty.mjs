/** Dates, opening hours and duty rules in words. Knows no page. */
import { fill, Links } from "./links.mjs";

const WEEKDAYS = ["su", "mo", "tu", "we", "th", "fr", "sa"];

/** The records, and when somebody is there, in words. */
export class DutyWords extends Links {
  date(text) {
    let found = this.dates.get(text);
    if (found === undefined) {
      const [year, month, day] = String(text).split("-").map((part) => part.replace(/^0/, ""));
      found = fill(this.w.format[day ? "date_day" : month ? "date_month" : "date_year"], { year, month, day });
      this.dates.set(text, found);
    }
    return found;
  }

  near(text) {
    const [year, month, day] = text.split("-").map(Number);
    const weekday = this.w.days.weekday[WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]];
    return fill(this.w.days.day, { month, day, weekday });
  }

  times(opens, closes) {
    return fill(this.w.format.times, { opens: opens.replace(/^0/, ""), closes: closes.replace(/^0/, "") });
  }

  days(texts) {
    const words = this.w.days;
    const names = texts.map((text) => {
      const [first, last] = text.toLowerCase().split("-");
      if (text === "Mo-Su") {
        return words.every_day;
      }
      return last ? fill(words.days, { first: words.weekday[first], last: words.weekday[last] }) : words.weekday[first];
    });
    return names.join(words.separator);
  }

  when(rule) {
    const words = this.w.duty_text;
    const count = Number(rule.interval ?? 1);
    let key = count === 1 ? "monthly" : "months";
    let days;
    if (rule.freq === "weekly") {
      key = count === 1 ? "weekly" : count === 2 ? "fortnightly" : "weeks";
      days = this.days(rule.by_day ?? []);
    } else {
      const parts = (rule.by_day ?? []).map((text) => this.ofMonth(text));
      parts.push(...(rule.by_month_day ?? []).map((day) => fill(words.month_day, { day })));
      days = parts.join(this.w.days.separator);
    }
    return fill(words.when, { days: fill(words[key], { days, count }), times: this.times(rule.opens_at, rule.closes_at) });
  }

  ofMonth(text) {
    const words = this.w.duty_text;
    const weekday = this.w.days.weekday[text.slice(-2).toLowerCase()];
    const number = text.slice(0, -2);
    if (!number) {
      return fill(words.each_of_month, { weekday });
    }
    return fill(words[number.startsWith("-") ? "last" : "nth"][number.replace("-", "")], { weekday });
  }

  holiday(rule) {
    const words = this.w.duty_text;
    const text = words.holiday[rule.on_holiday ?? "skip"];
    return rule.ends ? `${text}，${fill(words.ends, { day: this.near(rule.ends) })}` : text;
  }

  current(studio) {
    return (studio.duty ?? []).filter((rule) => !rule.ends || rule.ends >= this.day);
  }

  exceptions(rule) {
    const ahead = (rule.exceptions ?? []).filter((one) => (one.to ?? one.date) >= this.day);
    return ahead.map((one) => this.exception(one));
  }

  exception(one) {
    const words = this.w.duty_text;
    const values = { day: this.near(one.date) };
    let text = words.cancel;
    if (one.action === "swap") {
      text = words.swap;
      values.names = this.names(one.members);
    } else if (one.action !== "cancel") {
      text = words.move;
      values.to = this.near(one.to ?? one.date);
      values.times = this.times(one.opens_at ?? "", one.closes_at ?? "");
    }
    text = fill(text, values);
    return one.reason ? fill(words.because, { text, reason: one.reason }) : text;
  }

  hours(text) {
    return text.split(";").filter(Boolean).map((part) => {
      const [days, times = ""] = part.trim().split(" ");
      const spans = times.split(",").map((span) => span.split("-")).filter((span) => span.length === 2);
      return [this.days(days.split(",")), spans.map((span) => this.times(...span)).join(this.w.days.separator)];
    });
  }
}

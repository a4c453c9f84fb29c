/** The records tied together, and what the shared templates ask of them. Reads JSON. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const WEEKDAYS = ["su", "mo", "tu", "we", "th", "fr", "sa"];
export const ROLES = ["owner", "special_committee", "host", "backers"];
const PATHS = {
  divisions: ["area", "areas"],
  organizations: ["organization", "organizations"],
  sectors: ["sector", "sectors"],
  matters: ["matter", "matters"],
  members: ["member", "members"],
  studios: ["studio", "studios"],
};
const OTHERS = {
  activities: "activity",
  topics: "topic",
  frameworks: "framework",
  documents: "document",
  sources: "source",
};

const read = (...parts) => JSON.parse(readFileSync(join(...parts), "utf8"));

export const fill = (text, values) => {
  let filled = String(text);
  for (const [key, value] of Object.entries(values)) {
    filled = filled.replaceAll(`{${key}}`, () => String(value));
  }
  return filled;
};

export const listed = (values) => (Array.isArray(values) ? values : values ? [values] : []);

/** Runs of neighbours with the same key: [key, items]. */
export const runs = (items, key) => {
  const found = [];
  for (const item of items) {
    const name = key(item);
    if (found.length === 0 || found.at(-1)[0] !== name) {
      found.push([name, []]);
    }
    found.at(-1)[1].push(item);
  }
  return found;
};

/** Every record by kind and id (`get`), and the records at the other end of each link (`all`). */
export class Tables {
  constructor(folder) {
    this.site = read(folder, "site.json");
    this.w = read(folder, "words.json");
    this.day = this.site.day;
    this.assets = join(folder, "..", "assets");
    this.lists = {};
    for (const file of readdirSync(join(folder, "records"))) {
      this.lists[file.replace(".json", "")] = read(folder, "records", file);
    }
    this.byId = { news: new Map(), texts: new Map() };
    this.linked = new Map();
    this.named = new Set([this.site.organization]);
    this.dates = new Map();
    this.versions = new Map();
    this.index();
    this.tieBodies();
    this.tieStudios();
    this.tieWork();
    this.tieNews();
  }

  get(kind, id) {
    return this.byId[kind].get(id);
  }

  all(kind, id) {
    return this.linked.get(kind)?.get(id) ?? [];
  }

  add(kind, id, value) {
    let links = this.linked.get(kind);
    if (!links) {
      links = new Map();
      this.linked.set(kind, links);
    }
    const found = links.get(id);
    if (found) {
      found.push(value);
    } else {
      links.set(id, [value]);
    }
  }

  index() {
    for (const [kind, [name, section]] of Object.entries(PATHS)) {
      this.byId[name] = new Map();
      for (const record of this.lists[kind]) {
        record.path = `${section}/${record.id}.html`;
        record.href = kind === "members" && record.consent !== "yes" ? "" : `/${record.path}`;
        record.count = 0;
        this.byId[name].set(record.id, record);
      }
    }
    for (const [kind, name] of Object.entries(OTHERS)) {
      this.byId[name] = new Map(this.lists[kind].map((record) => [record.id, record]));
    }
    for (const [section, kind] of [["news", "news"], ["pages", "texts"]]) {
      for (const item of this.lists[section]) {
        item.path = `${section}/${item.id}.html`;
        item.href = `/${item.path}`;
        this.byId[kind].set(item.id, item);
      }
    }
    for (const page of this.lists.pages.toSorted((a, b) => Number(a.order ?? 99) - Number(b.order ?? 99))) {
      this.add("texts", "", page);
    }
  }

  tieBodies() {
    for (const area of this.lists.divisions) {
      const above = this.get("area", area.parent);
      area.above = above ? [...above.above, above] : [];
      area.full_name = (above?.full_name ?? "") + area.name;
      this.add("children", area.parent ?? "", area);
    }
    for (const body of this.lists.organizations) {
      if (body.parent) {
        this.add("below", body.parent, body);
        this.named.add(body.parent);
      }
      if (body.kind === "committee" && body.division) {
        this.add("committees", body.division, body);
      }
    }
    for (const sector of this.lists.sectors) {
      this.add("sectors_of", sector.committee, sector);
      this.named.add(sector.committee);
    }
    for (const member of this.lists.members) {
      this.named.add(member.committee);
      if (member.consent === "yes") {
        this.add("people", member.committee, member);
      }
    }
  }

  tieStudios() {
    for (const studio of this.lists.studios) {
      studio.place = this.place(studio);
      for (const seat of studio.members ?? []) {
        this.add(seat.to && seat.to < this.day ? "former" : "seats", seat.member, [studio, seat]);
      }
      if (studio.parent) {
        this.add("studios_below", studio.parent, studio);
      }
      for (const source of studio.sources ?? []) {
        this.add("studios_from", source, studio);
      }
      const seen = new Set();
      for (const role of ROLES) {
        for (const id of listed(studio[role])) {
          this.named.add(id);
          if (!seen.has(id) && !this.hasEnded(studio)) {
            seen.add(id);
            this.add(role, id, studio);
          }
        }
      }
      if (!this.hasEnded(studio)) {
        this.list(studio);
      }
    }
  }

  list(studio) {
    this.add("listed", "", studio);
    this.add("own", studio.division, studio);
    for (const area of this.areas(studio)) {
      this.add("in_area", area.id, studio);
      area.count += 1;
    }
    for (const id of studio.serves ?? []) {
      this.add("serving", id, studio);
    }
    const matters = new Set((studio.services ?? []).map((service) => service.matter).filter(Boolean));
    for (const [kind, ids] of [["sector", studio.sectors ?? []], ["matter", matters]]) {
      for (const id of ids) {
        this.add(`in_${kind}`, id, studio);
        const found = this.get(kind, id);
        if (found) {
          found.count += 1;
        }
      }
    }
  }

  tieWork() {
    for (const one of this.lists.activities) {
      for (const id of one.studios ?? []) {
        this.add("activities_of", id, one);
      }
      for (const id of one.members ?? []) {
        this.add("activities_with", id, one);
      }
      for (const id of one.organizers ?? []) {
        this.named.add(id);
      }
    }
    for (const one of this.lists.topics) {
      for (const id of one.studios ?? []) {
        this.add("topics_of", id, one);
      }
      this.add("topics_about", one.matter, one);
      this.named.add(one.proposal?.submitted_to);
    }
    for (const one of this.lists.figures) {
      for (const key of ["studio", "organization", "division"]) {
        if (one[key]) {
          this.add("figures_of", one[key], one);
        }
      }
      this.named.add(one.organization);
    }
    for (const one of this.lists.pairings) {
      this.add("pairings_of", one.studio, one);
      this.add("partners_of", one.partner, this.get("studio", one.studio));
      this.named.add(one.partner);
    }
    for (const kind of ["frameworks", "documents"]) {
      for (const one of this.lists[kind]) {
        this.add(`${kind}_of`, one.issuer, one);
        this.named.add(one.issuer);
      }
    }
  }

  tieNews() {
    const items = this.lists.news;
    items.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
    items.forEach((item, at) => {
      item.newer = items[at - 1];
      item.older = items[at + 1];
      for (const [key, link] of [["topics", "news_about"], ["activities", "news_about"], ["sources", "news_from"]]) {
        for (const id of item[key] ?? []) {
          this.add(link, id, item);
        }
      }
      const touched = new Set();
      for (const id of item.studios ?? []) {
        this.add("news_of", id, item);
        for (const area of this.areas(this.get("studio", id))) {
          touched.add(area.id);
        }
      }
      for (const id of touched) {
        if (this.all("news_in", id).length < 5) {
          this.add("news_in", id, item);
        }
      }
    });
  }

  areas(studio) {
    const area = this.get("area", studio?.division);
    return area ? [...area.above, area] : [];
  }

  hasEnded(studio) {
    return Boolean(studio.valid_to) && studio.valid_to < this.day;
  }

  place(studio) {
    const address = studio.address_public === "no" ? "" : (studio.address ?? "");
    let text = "";
    for (const area of this.areas(studio)) {
      if (address.startsWith(area.name)) {
        break;
      }
      text += area.level === "province" ? "" : area.name;
    }
    return text + address;
  }

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

  joined(kind, ids) {
    return this.records(kind, ids).map((one) => one.name).join(this.w.days.separator);
  }

  names(ids) {
    return this.joined("member", ids);
  }

  sectors(ids) {
    return this.joined("sector", ids);
  }

  records(kind, ids) {
    return listed(ids).map((id) => this.get(kind, id)).filter(Boolean);
  }

  hours(text) {
    return text.split(";").filter(Boolean).map((part) => {
      const [days, times = ""] = part.trim().split(" ");
      const spans = times.split(",").map((span) => span.split("-")).filter((span) => span.length === 2);
      return [this.days(days.split(",")), spans.map((span) => this.times(...span)).join(this.w.days.separator)];
    });
  }

  standing(studio) {
    const words = this.w.status;
    const status = studio.status ?? "open";
    if (this.hasEnded(studio)) {
      return [words.ended, "ended"];
    }
    if (["suspended", "closed", "unknown"].includes(status)) {
      return [words[status], status];
    }
    if (["preparing", "building"].includes(status)) {
      return [words[status], "preparing"];
    }
    return studio.form === "online-studio" || studio.venue === "online" ? [words.online, "online"] : null;
  }

  /** What the first card says: whether somebody is there, where it is, how to reach it. */
  answer(studio) {
    const words = this.w.studio;
    const rules = this.current(studio);
    const [state, title, lead] = this.state(studio, rules);
    const comes = !["ended", "closed", "suspended", "preparing"].includes(state);
    const hours = comes ? this.hours(studio.hours ?? "") : [];
    const facts = [];
    if (comes) {
      facts.push(...rules.slice(1).map((rule) => [words.label.duty, this.when(rule)]));
      for (const rule of rules) {
        facts.push(...this.exceptions(rule).map((line) => [words.label.exceptions, line]));
      }
      if (hours.length === 1 || studio.hours_text) {
        facts.push([words.label.hours, hours.length ? hours[0].join(" ") : studio.hours_text]);
      }
    }
    const note = studio.address_public === "no" ? words.address_not_public : "";
    facts.push([words.label.place, studio.place + (studio.address ? note : words.no_door)]);
    if (studio.directions) {
      facts.push([words.label.directions, studio.directions]);
    }
    const [phones, whose] = this.phones(studio);
    return { state, title, lead, facts, phones, whose, rules: comes ? rules : [], hours, seats: this.seats(studio) };
  }

  state(studio, rules) {
    const { head, lead } = this.w.studio;
    const status = studio.status ?? "open";
    if (this.hasEnded(studio)) {
      return ["ended", head.ended, fill(lead.ended, { date: this.date(studio.valid_to) })];
    }
    if (["closed", "suspended", "preparing", "building"].includes(status)) {
      const state = status === "building" ? "preparing" : status;
      return [state, head[status], lead[state]];
    }
    const said = lead[studio.visit] ?? "";
    if (studio.form === "online-studio" || studio.venue === "online") {
      return ["online", head.online, said || lead.online];
    }
    if (rules.length) {
      return ["later", fill(head.duty, { when: this.when(rules[0]) }), said];
    }
    if (studio.duty_text) {
      return ["later", fill(head.duty, { when: studio.duty_text }), said];
    }
    return ["unknown", head.unknown, said || lead.unknown];
  }

  phones(studio) {
    if (studio.phone) {
      return [listed(studio.phone), ""];
    }
    const body = this.records("organization", [studio.host, studio.owner]).find((one) => one.phone);
    return body ? [listed(body.phone), body.name] : [[], ""];
  }

  seats(studio) {
    const seats = [];
    for (const seat of studio.members ?? []) {
      const member = this.get("member", seat.member);
      if (member && (!seat.to || seat.to >= this.day)) {
        let role = this.w.choices.role[seat.role ?? "member"];
        if (member.consent === "yes" && member.sectors) {
          role += ` · ${this.sectors(member.sectors)}`;
        }
        seats.push([member, role]);
      }
    }
    return seats;
  }

  compliance(studio) {
    return runs(studio.compliance, (one) => one.framework).map(([id, checks]) => {
      const framework = this.get("framework", id);
      const names = new Map(framework.items.map((item) => [item.id, item.name]));
      return [framework.name, checks.map((one) => [names.get(one.item) ?? "", one])];
    });
  }

  asset(path) {
    let found = this.versions.get(path);
    if (found === undefined) {
      const digest = createHash("md5").update(readFileSync(join(this.assets, path))).digest("hex");
      found = `/assets/${path}?v=${digest.slice(0, 10)}`;
      this.versions.set(path, found);
    }
    return found;
  }
}

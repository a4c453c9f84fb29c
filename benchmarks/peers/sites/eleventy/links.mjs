/** The records tied together: by kind and id, and what is at the other end of each link. Reads JSON. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
export class Links {
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
}

/** Which pages there are: for each its kind, its path and what the templates are given as `p`. */
import { fill, ROLES, runs } from "./links.mjs";

const AT_ONCE = 200;
const LEVELS_OF_SMALL = 200;

const unit = (kind, path, section, title, description, more = {}) => ({
  kind,
  path,
  section,
  title,
  description,
  first: true,
  ...more,
});

/** Each page of a long list: its path, what it shows, its pager, whether it is the first. */
function* paged(path, items) {
  const count = Math.max(1, Math.ceil(items.length / AT_ONCE));
  const stem = path.replace(/\.html$/, "");
  const at = (number) => (number === 1 ? `/${path}` : `/${stem}/${number}.html`);
  for (let number = 1; number <= count; number += 1) {
    const near = new Set([1]);
    for (let one = Math.max(1, number - 2); one <= Math.min(count, number + 2); one += 1) {
      near.add(one);
    }
    near.add(count);
    const pager = {
      current: number,
      pages: [...near].map((one) => [one, at(one)]),
      previous: number > 1 ? at(number - 1) : "",
      next: number < count ? at(number + 1) : "",
    };
    yield {
      path: at(number).slice(1),
      shown: items.slice((number - 1) * AT_ONCE, number * AT_ONCE),
      pager: count > 1 ? pager : null,
      first: number === 1,
    };
  }
}

const trunkOf = (t) => {
  const trunk = [];
  let places = t.all("children", "");
  while (places.length === 1 && t.all("children", places[0].id).length) {
    trunk.push(places[0]);
    places = t.all("children", places[0].id);
  }
  return { trunk, places };
};

const nameOf = (t, id) => t.get("organization", id)?.name ?? "";
const byCommittee = (t, records) =>
  runs(records, (record) => record.committee).map(([id, found]) => [nameOf(t, id), found]);

function* inOrder(t, above) {
  for (const area of t.all("children", above)) {
    if (area.count) {
      yield { ...area, depth: area.above.length, indent: "　".repeat(area.above.length) };
      yield* inOrder(t, area.id);
    }
  }
}

function* single(t) {
  const { w, site } = t;
  const studios = t.all("listed", "");
  const places = trunkOf(t).places.filter((place) => place.count);
  const onDuty = studios.filter((studio) => t.current(studio).length);
  const told = t.lists.topics.filter((topic) => topic.result && (topic.steps ?? []).length > 2);
  yield unit("home", "index.html", "home", site.title, site.summary, {
    count: studios.length,
    places,
    on_duty: onDuty.length,
    duties: onDuty.slice(0, 5),
    news: t.lists.news.slice(0, 3),
    matters: t.lists.matters.slice(0, 5),
    stories: told.slice(0, 1),
  });
  const shown = [...inOrder(t, "")];
  yield unit("find", "find.html", "find", w.finder.title, site.summary, { count: studios.length, shown });
  yield unit("not_found", "404.html", "", w.not_found.title, site.summary);
  yield unit("open_data", "data/index.html", "", w.open_data.title, site.summary, { count: studios.length });
  for (const part of paged("pages/sources.html", t.lists.sources)) {
    yield unit("sources", part.path, "", w.sources_list.title, site.summary, part);
  }
}

function* areas(t) {
  const w = t.w.area;
  const levels = t.lists.divisions.length <= LEVELS_OF_SMALL ? 9 : 2;
  yield unit("areas", "areas/index.html", "areas", w.index_title, t.site.summary, { ...trunkOf(t), levels });
  for (const area of t.lists.divisions) {
    const everything = t.all("in_area", area.id);
    const below = t.all("children", area.id).filter((one) => one.count);
    const cut = everything.length > AT_ONCE && below.length > 0;
    const here = new Set(everything);
    const serving = t.all("serving", area.id).filter((studio) => !here.has(studio));
    const crumbs = [[w.index_crumb, "/areas/index.html"], ...area.above.map((one) => [one.name, one.href])];
    const title = fill(w.title, { name: area.name });
    const about = fill(w.description, { name: area.full_name, count: area.count });
    for (const part of paged(area.path, cut ? t.all("own", area.id) : everything)) {
      yield unit("area", part.path, "areas", title, about, { r: area, below, cut, serving, crumbs, ...part });
    }
  }
}

function* organizations(t) {
  const w = t.w.organization;
  const names = t.w.choices.organization_kind;
  const kinds = Object.keys(names);
  const crumbs = [[w.index_title, "/organizations/index.html"]];
  for (const body of t.lists.organizations) {
    const concerned = ROLES.flatMap((role) => t.all(role, body.id).map((studio) => [role, studio]));
    body.count = concerned.length;
    const about = body.summary ?? fill(w.description, { name: body.name, count: concerned.length });
    for (const part of paged(body.path, concerned)) {
      const groups = runs(part.shown, (pair) => pair[0]).map(([role, found]) => [role, found.map((pair) => pair[1])]);
      yield unit("organization", part.path, "find", body.name, about, { r: body, groups, crumbs, ...part });
    }
  }
  const kindOf = (body) => body.kind ?? "other";
  const named = t.lists.organizations
    .filter((body) => t.named.has(body.id) || body.url || body.phone || body.summary || body.description)
    .sort((a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b)));
  for (const part of paged("organizations/index.html", named)) {
    const groups = runs(part.shown, kindOf).map(([kind, found]) => [names[kind], found]);
    yield unit("organizations", part.path, "find", w.index_title, t.site.summary, { groups, ...part });
  }
}

function* sectors(t) {
  const w = t.w.sector;
  for (const part of paged("sectors/index.html", t.lists.sectors)) {
    const groups = byCommittee(t, part.shown);
    yield unit("sectors", part.path, "find", w.index_title, t.site.summary, { groups, ...part });
  }
  const crumbs = [[w.index_up, "/studios/index.html"], [w.index_crumb, "/sectors/index.html"]];
  for (const sector of t.lists.sectors) {
    const name = nameOf(t, sector.committee) + sector.name;
    const about = fill(w.description, { name, count: sector.count });
    for (const part of paged(sector.path, t.all("in_sector", sector.id))) {
      yield unit("sector", part.path, "find", fill(w.title, { name }), about, { r: sector, crumbs, ...part });
    }
  }
}

function* matters(t) {
  const w = t.w.matter;
  const shown = t.lists.matters;
  yield unit("matters", "matters/index.html", "find", w.index_title, t.site.summary, { shown });
  const crumbs = [[w.index_up, "/studios/index.html"], [w.index_crumb, "/matters/index.html"]];
  for (const matter of shown) {
    const topics = t.all("topics_about", matter.id);
    const about = fill(w.description, { name: matter.name, count: matter.count });
    const more = { r: matter, crumbs, topics: topics.slice(0, 20), topics_left: Math.max(0, topics.length - 20) };
    for (const part of paged(matter.path, t.all("in_matter", matter.id))) {
      yield unit("matter", part.path, "find", fill(w.title, { name: matter.name }), about, { ...more, ...part });
    }
  }
}

function* members(t) {
  const w = t.w.member;
  const people = t.lists.members.filter((member) => member.href);
  for (const part of paged("members/index.html", people)) {
    const groups = byCommittee(t, part.shown);
    yield unit("members", part.path, "find", w.index_title, t.site.summary, { count: people.length, groups, ...part });
  }
  const crumbs = [[w.index_title, "/members/index.html"]];
  for (const member of people) {
    const about = fill(w.description, { name: member.name, committee: nameOf(t, member.committee) });
    yield unit("member", member.path, "find", member.name, about, { r: member, crumbs });
  }
}

function* studios(t) {
  const w = t.w.studios;
  const people = t.lists.members.filter((member) => member.href);
  yield unit("studios", "studios/index.html", "find", w.title, t.site.summary, {
    count: t.all("listed", "").length,
    places: trunkOf(t).places.filter((place) => place.count),
    ways: [
      [w.by_matter, "matters", t.lists.matters.length],
      [w.by_sector, "sectors", t.lists.sectors.length],
      [w.by_member, "members", people.length],
      [w.by_organization, "organizations", t.lists.organizations.length],
    ],
  });
  for (const studio of t.lists.studios) {
    const crumbs = t.areas(studio).map((area) => [area.name, area.href]);
    yield unit("studio", studio.path, "find", studio.name, studio.summary ?? studio.name, { r: studio, crumbs });
    for (const old of studio.former_ids ?? []) {
      yield unit("redirect", `studios/${old}.html`, "find", studio.name, "", { r: studio });
    }
  }
}

function* newsLists(t) {
  for (const part of paged("news/index.html", t.lists.news)) {
    const groups = runs(part.shown, (item) => item.date.slice(0, 4));
    yield unit("news_list", part.path, "news", t.w.news.title, t.site.summary, { groups, ...part });
  }
}

/** Every page but news and texts, which the engine reads by itself, by kind. */
export const units = (t) => {
  const found = {};
  for (const make of [single, areas, organizations, sectors, matters, members, studios, newsLists]) {
    for (const one of make(t)) {
      (found[one.kind] ??= []).push(one);
    }
  }
  return found;
};

/** The page of a news item or a text. */
export const textUnit = (t, kind, id) => {
  const r = t.get(kind === "news" ? "news" : "texts", id);
  const crumbs = kind === "news" ? [[t.w.news.title, "/news/index.html"]] : [];
  return unit(kind, r.path, kind === "news" ? "news" : "find", r.title, r.summary ?? "", { r, crumbs });
};

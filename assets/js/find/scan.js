// All words that find something, gone through from the first to the last for every question. Runs in a worker, or in the
// page where a browser has none for modules.

import { BrokenData, fetchJson, shardAddress, sums } from "../points.js";
import { has, plain, termsOf } from "./matcher.js";

const VERSION = 1;
const SHOWN_PAGES = 5;
/** How well a row fits by what the word stands in; its name counts most. */
const [BY_NAME, BY_OTHER_NAME, BY_MATTER, BY_PERSON, BY_PLACE, BY_PHONE] = [9, 7, 5, 4, 3, 2];
const BEGINS = 3;

/**
 * @typedef {object} Answer
 * @property {Uint8Array} scores by row, 0 where the words do not fit
 * @property {Found} topics
 * @property {Found} news
 *
 * @typedef {{ count: number, best: { title: string, path: string, date: string }[] }} Found
 */

/**
 * @param {string} pointsUrl absolute addresses of the two data files
 * @param {string} searchUrl
 * @returns {Promise<(words: string) => Answer>}
 */
export async function openIndex(pointsUrl, searchUrl) {
  const [points, search] = await Promise.all([fetchJson(pointsUrl), fetchJson(searchUrl)]);
  if (search.version !== VERSION || search.count !== points.count) {
    throw new BrokenData(`version ${search.version}, ${search.count} of ${points.count}`);
  }
  const texts = points.texts ? [points.texts] : await shards(pointsUrl, points.shards);
  const shares = search.share ? [search.share] : await shards(searchUrl, search.shards);
  return asker(points, search, texts, shares);
}

function shards(url, versions) {
  return Promise.all(versions.map((version, number) => fetchJson(shardAddress(url, number, version))));
}

function asker(points, search, texts, shares) {
  const { count } = points;
  const all = (parts, get) => parts.flatMap((part) => get(part));
  const above = pathTexts(points.places);
  const at = sums(points.place);
  const names = all(texts, (part) => part.name.map(plain));
  const addresses = all(texts, (part) => part.address.map(plain));
  const studios = {
    names: all(shares, (share) => share.studios.names.map(plain)),
    people: all(shares, (share) => share.studios.people.map(plain)),
    services: all(shares, (share) => share.studios.services.map(plain)),
    phones: all(shares, (share) => share.studios.phones.map((text) => text.replace(/[^\d\n]/g, ""))),
  };
  if (names.length !== count || Object.values(studios).some((column) => column.length !== count)) {
    throw new BrokenData(`${names.length} of ${count}`);
  }
  const pages = (name) => {
    const title = all(shares, (share) => share[name].title);
    const columns = {
      title,
      path: all(shares, (share) => share[name].path),
      date: all(shares, (share) => share[name].date),
      matter: all(shares, (share) => share[name].matter),
      plainTitle: title.map(plain),
      plainText: all(shares, (share) => share[name].text.map(plain)),
    };
    if (Object.values(columns).some((column) => column.length !== title.length)) {
      throw new BrokenData(`${name} of ${title.length}`);
    }
    return columns;
  };
  const topics = pages("topics");
  const news = pages("news");
  const matters = search.matters.map(plain);
  if (matters.length !== points.matters.id.length) {
    throw new BrokenData(`${matters.length} matters of ${points.matters.id.length}`);
  }
  const sectors = points.sectors.map(plain);

  /** How well each row fits one term. */
  const score = (term, scores) => {
    const byMatter = points.matter.words.map((known) => known.some((matter) => has(term, matters[matter])));
    const bySector = points.sector.words.map((known) => known.some((sector) => has(term, sectors[sector])));
    const byPlace = above.map((text) => has(term, text));
    for (let row = 0; row < count; row += 1) {
      if (scores[row]) {
        scores[row] = Math.min(scores[row], rowScore(term, row, byMatter, bySector, byPlace));
      }
    }
  };

  const rowScore = (term, row, byMatter, bySector, byPlace) => {
    if (has(term, names[row])) {
      return BY_NAME + (names[row].startsWith(term.text) ? BEGINS : 0);
    }
    if (studios.names[row] && has(term, studios.names[row])) {
      return BY_OTHER_NAME;
    }
    if (byMatter[points.matter.rows[row]] || bySector[points.sector.rows[row]] || (studios.services[row] && has(term, studios.services[row]))) {
      return BY_MATTER;
    }
    if (studios.people[row] && has(term, studios.people[row])) {
      return BY_PERSON;
    }
    const place = at[row];
    if (place >= 0 && byPlace[place]) {
      return BY_PLACE;
    }
    if (addresses[row] && (has(term, addresses[row]) || (place >= 0 && has(term, above[place] + addresses[row])))) {
      return BY_PLACE;
    }
    return term.digits.length > 2 && studios.phones[row].includes(term.digits) ? BY_PHONE : 0;
  };

  return (words) => {
    const terms = termsOf(words);
    const scores = new Uint8Array(count).fill(255);
    for (const term of terms) {
      score(term, scores);
    }
    return { scores, topics: bestPages(topics, terms, matters), news: bestPages(news, terms, matters) };
  };
}

/** Pages that hold every term, those whose title does first, then the newest. */
function bestPages(pages, terms, matters) {
  const found = [];
  for (let index = 0; index < pages.title.length; index += 1) {
    const inTitle = terms.every((term) => has(term, pages.plainTitle[index]));
    const matter = pages.matter[index];
    const text = matter < 0 ? pages.plainText[index] : `${pages.plainText[index]}\n${matters[matter]}`;
    if (inTitle || terms.every((term) => has(term, pages.plainTitle[index]) || has(term, text))) {
      found.push({ index, inTitle });
    }
  }
  found.sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || (pages.date[a.index] < pages.date[b.index] ? 1 : -1));
  const best = found.slice(0, SHOWN_PAGES).map(({ index }) => ({ title: pages.title[index], path: pages.path[index], date: pages.date[index] }));
  return { count: found.length, best };
}

/** Each area with all above it, in one text. */
function pathTexts({ name, up }) {
  const texts = [];
  name.forEach((own, index) => {
    texts.push(plain((up[index] ? texts[index - up[index]] : "") + own));
  });
  return texts;
}

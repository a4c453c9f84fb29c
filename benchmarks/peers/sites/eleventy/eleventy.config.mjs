/** The directory as an Eleventy site: a paginated template a kind of page, news and texts in Markdown. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fill, listed } from "./links.mjs";
import { Tables } from "./tables.mjs";
import { textUnit, units } from "./units.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ASKED = ["get", "all", "date", "when", "holiday", "current", "exceptions", "names", "sectors", "standing"];

export default function configure(config) {
  const tables = new Tables(join(HERE, "data"));
  const markdown = createRequire(process.argv[1])("markdown-it")();
  for (const name of [...ASKED, "answer", "compliance", "records", "asset"]) {
    config.addNunjucksGlobal(name, (...values) => tables[name](...values));
  }
  config.addNunjucksGlobal("w", tables.w);
  config.addNunjucksGlobal("site", tables.site);
  config.addNunjucksGlobal("fill", fill);
  config.addNunjucksGlobal("listed", listed);
  config.addNunjucksGlobal("pairs", (values) => Object.entries(values ?? {}));
  config.addNunjucksGlobal("without", (values, own) => listed(values).filter((value) => value !== own));
  config.addNunjucksGlobal("is_date", (text) => /^\d{4}/.test(text));
  config.addNunjucksGlobal("markdown", (text) => markdown.render(text));
  config.addNunjucksGlobal("text_unit", (kind, id) => textUnit(tables, kind, id));
  config.addGlobalData("units", () => units(tables));
  config.addGlobalData("finder", () =>
    JSON.stringify({
      version: 1,
      studios: tables.all("listed", "").map((s) => [s.id, s.name, s.division, s.place, s.location?.lat, s.location?.lng]),
    }),
  );
  config.addGlobalData("listing", () =>
    JSON.stringify({
      studios: tables.all("listed", "").map(({ href, path, count, ...record }) => record),
    }),
  );
  config.addGlobalData("feed", () => tables.lists.news.slice(0, 50));
  config.setLibrary("md", markdown);
  for (const name of ["assets", "pictures", "files"]) {
    config.addPassthroughCopy(name);
  }
  return {
    dir: { input: "src", includes: "../includes", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

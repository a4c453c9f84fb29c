"""A Pelican plugin: a page of every record, and the records for the pages of news and texts.

News and texts are Pelican's own articles and pages, written in Markdown; everything else is written by a generator.
"""

import json
from pathlib import Path
from typing import Any

from markdown import Markdown
from pelican import signals
from pelican.generators import Generator

from .links import fill, is_date, listed, pairs, without
from .tables import Tables
from .units import text_unit, units


class Records(Generator):
    """Writes a page for every unit."""

    def generate_context(self) -> None:
        """Give templates what they may ask."""
        tables = tables_of(self.settings)
        self.env.globals.update(globals_of(tables))

    def generate_output(self, writer: Any) -> None:
        """Write every page that is neither news nor text, and the data files."""
        tables = tables_of(self.settings)
        for unit in units(tables):
            template = self.get_template(unit["kind"])
            writer.write_file(unit["path"], template, {}, relative_urls=False, override_output=True, p=unit)
        _write_data(tables, Path(self.output_path) / "data")


_FOUND: dict[str, Tables] = {}


def tables_of(settings: dict[str, Any]) -> Tables:
    """The records, read once."""
    path = settings["RECORDS"]
    if path not in _FOUND:
        _FOUND[path] = Tables(Path(path))
    return _FOUND[path]


def globals_of(tables: Tables) -> dict[str, Any]:
    """What templates may call."""
    markdown = Markdown(extensions=["tables"])
    asked = ("get", "all", "date", "when", "holiday", "current", "exceptions", "names", "sectors", "standing")
    return {
        **{name: getattr(tables, name) for name in (*asked, "answer", "compliance", "records", "asset")},
        "w": tables.w,
        "site": tables.site,
        "fill": fill,
        "without": without,
        "is_date": is_date,
        "pairs": pairs,
        "listed": listed,
        "markdown": lambda text: markdown.reset().convert(text),
    }


def _give_globals(generator: Any) -> None:
    generator.env.globals.update(globals_of(tables_of(generator.settings)))


def _tell_article(generator: Any, content: Any) -> None:
    """An article or page learns what its record says."""
    kind = "news" if "/news/" in content.source_path else "text"
    content.p = text_unit(tables_of(generator.settings), kind, content.slug)


def _write_data(tables: Tables, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    studios = tables.all("listed", "")
    rows = [
        [
            s["id"],
            s["name"],
            s.get("division"),
            s["place"],
            s.get("location", {}).get("lat"),
            s.get("location", {}).get("lng"),
        ]
        for s in studios
    ]
    finder = {"version": 1, "studios": rows}
    (folder / "finder.json").write_text(json.dumps(finder, ensure_ascii=False), "utf-8")
    shown = [{key: value for key, value in s.items() if key not in ("href", "path", "count")} for s in studios]
    (folder / "studios.json").write_text(json.dumps({"studios": shown}, ensure_ascii=False), "utf-8")


def register() -> None:
    """Pelican's door."""
    signals.get_generators.connect(_generators)
    signals.article_generator_init.connect(_give_globals)
    signals.page_generator_init.connect(_give_globals)
    signals.article_generator_write_article.connect(_tell_article)
    signals.page_generator_write_page.connect(_tell_article)


def _generators(_pelican: Any) -> type[Records]:
    return Records

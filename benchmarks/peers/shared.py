"""What Eleventy and Pelican share: templates that both understand, and the records as JSON, one file a kind.

JSON because both read it fastest; news and texts stay Markdown files, which each engine reads in its own way.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks.peers.records import Article, Record, Records

_PROJECT = Path(__file__).resolve().parents[2]
SITES = Path(__file__).parent / "sites"


def write_records(records: Records, folder: Path) -> None:
    """`records/<kind>.json`, `site.json` and `words.json`."""
    (folder / "records").mkdir(parents=True)
    lists: dict[str, list[Record]] = dict(records.lists)
    for kind, articles in (("news", records.news), ("pages", records.pages)):
        lists[kind] = [{**article.about, "id": article.id} for article in articles]
    for kind, found in lists.items():
        _put(folder / "records" / f"{kind}.json", found)
    _put(folder / "site.json", {**records.site, "day": records.day})
    words = (_PROJECT / "locales" / "zh-Hans").glob("*.yaml")
    _put(folder / "words.json", {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in words})  # noqa: S506 - makes text only


def write_static(records: Records, folder: Path) -> None:
    """The files that are copied as they are."""
    shutil.copytree(_PROJECT / "assets", folder / "assets")
    for name in ("pictures", "files"):
        shutil.copytree(records.content / name, folder / name)


def write_articles(articles: list[Article], folder: Path, head: str) -> None:
    """Markdown files that begin with `head`, in which `{title}`, `{date}` and `{summary}` stand for an article's."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        about = {key: article.about.get(key, "") for key in ("title", "date", "summary")}
        (folder / f"{article.id}.md").write_text(head.format(**about) + article.body, "utf-8")


def _put(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

"""Hugo: the records as its site, in one of three ways; the templates are the same in all of them.

    yaml       a folder of YAML, a file a studio, and content adapters that make pages of it
    markdown   a Markdown file with front matter for every page
    json       one JSON file for each kind of record, and the same adapters

Hugo refuses YAML of some thousand nested records in one file ("too many YAML aliases", there are none): kinds other
than studios are cut into files of `_AT_ONCE` records.
"""

import json
import shutil
from pathlib import Path

from benchmarks.contestant import CASES, CLEAN, NEWS, RENAMED, STUDIO, Chosen, Contestant
from benchmarks.edits import add_paragraph, change_field, mark_template
from benchmarks.fiction.yaml_text import item_text, record_text
from benchmarks.peers import install
from benchmarks.peers.records import Article, Read, Record, Records

WAYS = ("yaml", "markdown", "json")
_PROJECT = Path(__file__).resolve().parents[2]
_SKELETON = Path(__file__).parent / "sites" / "hugo"
_AT_ONCE = 500
_SECTIONS = {
    "studios": "studios",
    "members": "members",
    "organizations": "organizations",
    "divisions": "areas",
    "sectors": "sectors",
    "matters": "matters",
    "sources": "pages/sources",
}
"""The kinds of record that have pages, and where."""
_PAGED = ("organizations", "divisions", "sectors", "matters")
"""Their pages are sections in Hugo's terms: only those can be cut into further pages."""
_BODIES = {"studios": "description", "organizations": "description", "members": "bio"}


class Hugo(Contestant):
    """Hugo in one way. It makes everything at each run, so the other ways are only timed clean."""

    def __init__(self, way: str) -> None:
        super().__init__(f"Hugo, {way}", CASES if way == "yaml" else (CLEAN,))
        self._way = way

    def missing(self) -> str:
        return "" if install.HUGO.is_file() else "Hugo is not installed: python3 benchmarks/peers/install.py"

    def write(self, root: Path, read: Read, folder: Path) -> None:
        del root  # the records say everything
        records = read()
        write(records, folder, self._way)

    def command(self, folder: Path) -> list[str]:
        del folder  # it builds where it runs
        return [str(install.HUGO), "--noBuildLock", "--quiet"]

    def forget(self, folder: Path) -> None:
        super().forget(folder)
        shutil.rmtree(folder / "resources", ignore_errors=True)

    def edit(self, folder: Path, case: str, chosen: Chosen, word: str) -> None:
        if case in (STUDIO, RENAMED):
            key = "name" if case == RENAMED else "contact_text"
            change_field(_studio_file(folder, self._way, chosen.studio), chosen.studio, key, word)
        elif case == NEWS:
            add_paragraph(folder / "content" / "news" / f"{chosen.news}.md", word)
        else:
            mark_template(folder / "layouts" / "studios" / "page.html", word)


def write(records: Records, folder: Path, way: str) -> None:
    """Write a whole site into a new folder."""
    shutil.copytree(_SKELETON, folder, ignore=shutil.ignore_patterns("adapter.*"))
    shutil.copytree(_PROJECT / "assets", folder / "static" / "assets")
    for name in ("pictures", "files"):
        shutil.copytree(records.content / name, folder / "static" / name)
    shutil.copytree(_PROJECT / "locales" / "zh-Hans", folder / "data" / "words", ignore=shutil.ignore_patterns("rules"))
    _put(folder / "data" / "site.yaml", record_text({**records.site, "day": records.day}))
    for kind, found in records.lists.items():
        listed = [{**record, "order": str(number)} for number, record in enumerate(found, 1)]
        section = _SECTIONS.get(kind)
        if section is not None and way == "markdown":
            for record in listed:
                _put(folder / "content" / _page_path(kind, record), _page(kind, record))
            continue
        _write_data(folder / "data" / kind, kind, listed, way)
        if section is not None:
            adapter = (_SKELETON / "adapter.gotmpl").read_text("utf-8")
            adapter = adapter.replace("KIND", kind).replace("BODY", _BODIES.get(kind, "description"))
            _put(folder / "content" / section / "_content.gotmpl", adapter)
    for section, articles in (("news", records.news), ("pages", records.pages)):
        for article in articles:
            _put(folder / "content" / section / f"{article.id}.md", _article(article))


def _studio_file(folder: Path, way: str, id_: str) -> Path:
    """The file that holds a studio."""
    return {
        "yaml": folder / "data" / "studios" / f"{id_}.yaml",
        "markdown": folder / "content" / "studios" / f"{id_}.md",
        "json": folder / "data" / "studios" / "all.json",
    }[way]


def _write_data(folder: Path, kind: str, listed: list[Record], way: str) -> None:
    if way == "json":
        _put(folder / "all.json", json.dumps(listed, ensure_ascii=False, indent=1))
    elif kind == "studios":
        for record in listed:
            _put(folder / f"{record['id']}.yaml", item_text(record))
    else:
        for start in range(0, len(listed), _AT_ONCE):
            _put(folder / f"{start:07}.yaml", "".join(map(item_text, listed[start : start + _AT_ONCE])))


def _page_path(kind: str, record: Record) -> str:
    path = f"{_SECTIONS[kind]}/{record['id']}"
    return f"{path}/_index.md" if kind in _PAGED else f"{path}.md"


def _page(kind: str, record: Record) -> str:
    """A page whose record is a parameter of its own: names such as `aliases` and `kind` mean other things to Hugo."""
    body_key = _BODIES.get(kind, "")
    about = {key: value for key, value in record.items() if key != body_key}
    head: Record = {"title": record["name"] if "name" in record else record["title"], "weight": record["order"]}
    if "former_ids" in record:
        head["aliases"] = [f"/studios/{old}.html" for old in record["former_ids"]]
    if kind == "sources" or (kind == "members" and record.get("consent") != "yes"):
        head["build"] = {"render": "never", "list": "always"}
    head["params"] = {"r": about}
    return _front_matter(head, record.get(body_key, ""))


def _article(article: Article) -> str:
    about = {key: value for key, value in article.about.items() if key not in ("title", "date", "summary")}
    head: Record = {key: article.about[key] for key in ("title", "date", "summary") if key in article.about}
    return _front_matter({**head, "params": {"r": {**about, "id": article.id}}}, article.body)


def _front_matter(head: Record, body: str) -> str:
    params = head.pop("params")
    record = record_text(params["r"], "    ")
    return f"---\n{record_text(head)}params:\n  r:\n{record}---\n{body}"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")

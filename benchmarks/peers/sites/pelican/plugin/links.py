"""The records tied together: by kind and id, and what is at the other end of each link.

Reads JSON; runs in Pelican's environment.
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

Record = dict[str, Any]
_ROLES = ("owner", "special_committee", "host", "backers")
_PATHS = {
    "divisions": ("area", "areas"),
    "organizations": ("organization", "organizations"),
    "sectors": ("sector", "sectors"),
    "matters": ("matter", "matters"),
    "members": ("member", "members"),
    "studios": ("studio", "studios"),
}
_OTHERS = {
    "activities": "activity",
    "topics": "topic",
    "frameworks": "framework",
    "documents": "document",
    "sources": "source",
}


class Links:
    """Every record by kind and id (`get`), and the records at the other end of each link (`all`)."""

    def __init__(self, folder: Path) -> None:
        self.site: Record = _read(folder / "site.json")
        self.w: Record = _read(folder / "words.json")
        self.lists: dict[str, list[Record]] = {path.stem: _read(path) for path in (folder / "records").glob("*.json")}
        self.day: str = self.site["day"]
        self._assets = folder.parent / "assets"
        self.by_id: dict[str, dict[str, Record]] = defaultdict(dict)
        self.linked: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.named: set[str] = {self.site["organization"]}
        self._index()
        self._tie_bodies()
        self._tie_studios()
        self._tie_work()
        self._tie_news()

    def get(self, kind: str, id_: Any) -> Record | None:
        return self.by_id[kind].get(id_) if isinstance(id_, str) else None

    def all(self, kind: str, id_: str) -> list[Any]:
        return self.linked[kind].get(id_, [])

    def _index(self) -> None:
        for kind, (name, section) in _PATHS.items():
            for record in self.lists[kind]:
                path = f"{section}/{record['id']}.html"
                hidden = kind == "members" and record.get("consent") != "yes"
                record.update(path=path, href="" if hidden else f"/{path}", count=0)
                self.by_id[name][record["id"]] = record
        for kind, name in _OTHERS.items():
            self.by_id[name] = {record["id"]: record for record in self.lists[kind]}
        for section, kind in (("news", "news"), ("pages", "texts")):
            for item in self.lists[section]:
                item.update(path=f"{section}/{item['id']}.html", href=f"/{section}/{item['id']}.html")
                self.by_id[kind][item["id"]] = item
        self.linked["texts"][""] = sorted(self.lists["pages"], key=lambda page: int(page.get("order", 99)))

    def _tie_bodies(self) -> None:
        for area in self.lists["divisions"]:
            above = self.by_id["area"].get(area.get("parent", ""))
            area["above"] = [*above["above"], above] if above else []
            area["full_name"] = (above["full_name"] if above else "") + area["name"]
            self.linked["children"][area.get("parent", "")].append(area)
        for body in self.lists["organizations"]:
            if parent := body.get("parent"):
                self._add("below", parent, body)
                self.named.add(parent)
            if body.get("kind") == "committee" and "division" in body:
                self._add("committees", body["division"], body)
        for sector in self.lists["sectors"]:
            self._add("sectors_of", sector.get("committee", ""), sector)
            self.named.add(sector.get("committee", ""))
        for member in self.lists["members"]:
            self.named.add(member.get("committee", ""))
            if member.get("consent") == "yes":
                self._add("people", member.get("committee", ""), member)

    def _tie_studios(self) -> None:
        for studio in self.lists["studios"]:
            studio["place"] = self.place(studio)
            for seat in studio.get("members", ()):
                over = "to" in seat and seat["to"] < self.day
                self._add("former" if over else "seats", seat["member"], (studio, seat))
            if "parent" in studio:
                self._add("studios_below", studio["parent"], studio)
            for source in studio.get("sources", ()):
                self._add("studios_from", source, studio)
            self._tie_bodies_of(studio)
            if not self.has_ended(studio):
                self._list(studio)

    def _tie_bodies_of(self, studio: Record) -> None:
        seen: set[str] = set()
        for role in _ROLES:
            for id_ in listed(studio.get(role)):
                self.named.add(id_)
                if id_ not in seen and not self.has_ended(studio):
                    seen.add(id_)
                    self._add(role, id_, studio)

    def _list(self, studio: Record) -> None:
        self._add("listed", "", studio)
        self._add("own", studio.get("division", ""), studio)
        area = self.by_id["area"].get(studio.get("division", ""))
        for one in [*area["above"], area] if area else []:
            self._add("in_area", one["id"], studio)
            one["count"] += 1
        for id_ in studio.get("serves", ()):
            self._add("serving", id_, studio)
        for kind, ids in (
            ("sector", studio.get("sectors", ())),
            ("matter", dict.fromkeys(s["matter"] for s in studio.get("services", ()) if "matter" in s)),
        ):
            for id_ in ids:
                self._add(f"in_{kind}", id_, studio)
                if found := self.by_id[kind].get(id_):
                    found["count"] += 1

    def _tie_work(self) -> None:
        for one in self.lists["activities"]:
            for key, link in (("studios", "activities_of"), ("members", "activities_with")):
                for id_ in one.get(key, ()):
                    self._add(link, id_, one)
            self.named.update(one.get("organizers", ()))
        for one in self.lists["topics"]:
            for id_ in one.get("studios", ()):
                self._add("topics_of", id_, one)
            self._add("topics_about", one.get("matter", ""), one)
            self.named.add(one.get("proposal", {}).get("submitted_to", ""))
        for one in self.lists["figures"]:
            for key in ("studio", "organization", "division"):
                if key in one:
                    self._add("figures_of", one[key], one)
            self.named.add(one.get("organization", ""))
        for one in self.lists["pairings"]:
            self._add("pairings_of", one["studio"], one)
            self._add("partners_of", one["partner"], self.by_id["studio"].get(one["studio"]))
            self.named.add(one["partner"])
        for kind in ("frameworks", "documents"):
            for one in self.lists[kind]:
                self._add(f"{kind}_of", one.get("issuer", ""), one)
                self.named.add(one.get("issuer", ""))

    def _tie_news(self) -> None:
        self.lists["news"].sort(key=lambda item: item["id"])
        self.lists["news"].sort(key=lambda item: item["date"], reverse=True)
        items = self.lists["news"]
        for newer, item, older in zip([None, *items], items, [*items[1:], None], strict=False):
            item["newer"], item["older"] = newer, older
            for key, link in (("topics", "news_about"), ("activities", "news_about"), ("sources", "news_from")):
                for id_ in item.get(key, ()):
                    self._add(link, id_, item)
            for id_ in item.get("studios", ()):
                self._add("news_of", id_, item)
            for area in dict.fromkeys(
                area["id"] for id_ in item.get("studios", ()) for area in self._areas(self.by_id["studio"].get(id_))
            ):
                if len(self.all("news_in", area)) < 5:
                    self._add("news_in", area, item)

    def _areas(self, studio: Record | None) -> list[Record]:
        area = self.by_id["area"].get(studio.get("division", "")) if studio else None
        return [*area["above"], area] if area else []

    def _add(self, link: str, id_: str, value: Any) -> None:
        self.linked[link][id_].append(value)

    def has_ended(self, studio: Record) -> bool:
        return "valid_to" in studio and studio["valid_to"] < self.day

    def place(self, studio: Record) -> str:
        address = studio.get("address", "") if studio.get("address_public") != "no" else ""
        text = ""
        for area in self._areas(studio):
            if address and address.startswith(area["name"]):
                break
            text += "" if area.get("level") == "province" else area["name"]
        return text + address

    def names(self, ids: Any) -> str:
        known = (self.by_id["member"].get(id_) for id_ in listed(ids))
        return str(self.w["days"]["separator"]).join(one["name"] for one in known if one)

    def sectors(self, ids: Any) -> str:
        known = (self.by_id["sector"].get(id_) for id_ in listed(ids))
        return str(self.w["days"]["separator"]).join(one["name"] for one in known if one)


def fill(text: Any, values: Record) -> str:
    """Put values where a text names them in braces."""
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    return str(text)


def without(values: Any, own: str) -> list[str]:
    """All but one."""
    return [value for value in listed(values) if value != own]


def is_date(text: str) -> bool:
    """Whether a text begins with a year."""
    return re.match(r"\d{4}", text) is not None


def pairs(values: Record) -> list[tuple[str, Any]]:
    """Keys and values, in a form that Nunjucks has too."""
    return list(values.items())


def listed(values: Any) -> list[Any]:
    """One value or several as a list."""
    if isinstance(values, str):
        return [values]
    return list(values) if isinstance(values, list) else []


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))

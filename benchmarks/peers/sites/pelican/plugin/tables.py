"""The records tied together, and what the shared templates ask of them. Reads JSON; runs in Pelican's environment."""

import hashlib
import json
import re
from collections import defaultdict
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

Record = dict[str, Any]
_WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
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


class Tables:
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

    # What templates ask.

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

    @lru_cache(4096)  # noqa: B019 - there is one of these in a build
    def date(self, text: str) -> str:
        year, month, day = [*(part.lstrip("0") for part in str(text).split("-")), "", ""][:3]
        key = "date_day" if day else "date_month" if month else "date_year"
        return fill(self.w["format"][key], {"year": year, "month": month, "day": day})

    def _day(self, text: str) -> str:
        from datetime import date

        found = date.fromisoformat(text)
        weekday = self.w["days"]["weekday"][_WEEKDAYS[found.weekday()]]
        return fill(self.w["days"]["day"], {"month": found.month, "day": found.day, "weekday": weekday})

    def _times(self, opens: str, closes: str) -> str:
        return fill(self.w["format"]["times"], {"opens": opens.removeprefix("0"), "closes": closes.removeprefix("0")})

    def _days(self, texts: list[str]) -> str:
        words, names = self.w["days"], []
        for text in texts:
            first, _, last = text.lower().partition("-")
            if text == "Mo-Su":
                names.append(words["every_day"])
            elif last:
                ends = {"first": words["weekday"][first], "last": words["weekday"][last]}
                names.append(fill(words["days"], ends))
            else:
                names.append(words["weekday"][first])
        return str(words["separator"]).join(names)

    def when(self, rule: Record) -> str:
        words, every = self.w["duty_text"], int(rule.get("interval", 1))
        if rule["freq"] == "weekly":
            key = "weekly" if every == 1 else "fortnightly" if every == 2 else "weeks"
            days = self._days(rule.get("by_day", []))
        else:
            key = "monthly" if every == 1 else "months"
            parts = [self._of_month(text) for text in rule.get("by_day", ())]
            parts += [fill(words["month_day"], {"day": day}) for day in rule.get("by_month_day", ())]
            days = str(self.w["days"]["separator"]).join(parts)
        text = fill(words[key], {"days": days, "count": every})
        return fill(words["when"], {"days": text, "times": self._times(rule["opens_at"], rule["closes_at"])})

    def _of_month(self, text: str) -> str:
        name, number = self.w["days"]["weekday"][text[-2:].lower()], text[:-2]
        words = self.w["duty_text"]
        if not number:
            return fill(words["each_of_month"], {"weekday": name})
        key = "last" if number.startswith("-") else "nth"
        return fill(words[key][number.removeprefix("-")], {"weekday": name})

    def holiday(self, rule: Record) -> str:
        words = self.w["duty_text"]
        text = str(words["holiday"][rule.get("on_holiday", "skip")])
        return text + ("，" + fill(words["ends"], {"day": self._day(rule["ends"])}) if "ends" in rule else "")

    def current(self, studio: Record) -> list[Record]:
        return [rule for rule in studio.get("duty", ()) if "ends" not in rule or rule["ends"] >= self.day]

    def exceptions(self, rule: Record) -> list[str]:
        ahead = (one for one in rule.get("exceptions", ()) if one.get("to", one["date"]) >= self.day)
        return [self._exception(one) for one in ahead]

    def _exception(self, one: Record) -> str:
        words = self.w["duty_text"]
        values = {"day": self._day(one["date"])}
        if one["action"] == "cancel":
            text = words["cancel"]
        elif one["action"] == "swap":
            text, values["names"] = words["swap"], self.names(one.get("members"))
        else:
            text, values["to"] = words["move"], self._day(one.get("to", one["date"]))
            values["times"] = self._times(one.get("opens_at", ""), one.get("closes_at", ""))
        text = fill(text, values)
        return fill(words["because"], {"text": text, "reason": one["reason"]}) if "reason" in one else text

    def names(self, ids: Any) -> str:
        known = (self.by_id["member"].get(id_) for id_ in listed(ids))
        return str(self.w["days"]["separator"]).join(one["name"] for one in known if one)

    def sectors(self, ids: Any) -> str:
        known = (self.by_id["sector"].get(id_) for id_ in listed(ids))
        return str(self.w["days"]["separator"]).join(one["name"] for one in known if one)

    def hours(self, text: str) -> list[tuple[str, str]]:
        rows = []
        for part in filter(None, text.split(";")):
            days, _, times = part.strip().partition(" ")
            spans = (span.partition("-") for span in times.split(",") if "-" in span)
            joined = str(self.w["days"]["separator"]).join(self._times(opens, closes) for opens, _, closes in spans)
            rows.append((self._days(days.split(",")), joined))
        return rows

    def standing(self, studio: Record) -> tuple[str, str] | None:
        words, status = self.w["status"], studio.get("status", "open")
        if self.has_ended(studio):
            return words["ended"], "ended"
        if status in ("suspended", "closed", "unknown"):
            return words[status], status
        if status in ("preparing", "building"):
            return words[status], "preparing"
        if studio.get("form") == "online-studio" or studio.get("venue") == "online":
            return words["online"], "online"
        return None

    def answer(self, studio: Record) -> Record:
        """What the first card says: whether somebody is there, where it is, how to reach it."""
        words, rules = self.w["studio"], self.current(studio)
        state, title, lead = self._state(studio, rules)
        comes = state not in ("ended", "closed", "suspended", "preparing")
        hours = self.hours(studio.get("hours", "")) if comes else []
        facts: list[tuple[str, str]] = []
        if comes:
            facts += [(words["label"]["duty"], self.when(rule)) for rule in rules[1:]]
            facts += [(words["label"]["exceptions"], line) for rule in rules for line in self.exceptions(rule)]
            if len(hours) == 1 or "hours_text" in studio:
                facts.append((words["label"]["hours"], " ".join(hours[0]) if hours else studio["hours_text"]))
        note = words["address_not_public"] if studio.get("address_public") == "no" else ""
        facts.append((words["label"]["place"], studio["place"] + (note if "address" in studio else words["no_door"])))
        if "directions" in studio:
            facts.append((words["label"]["directions"], studio["directions"]))
        phones, whose = self._phones(studio)
        return {
            "state": state, "title": title, "lead": lead, "facts": facts, "phones": phones, "whose": whose,
            "rules": rules if comes else [], "hours": hours, "seats": self._seats(studio),
        }  # fmt: skip

    def _state(self, studio: Record, rules: list[Record]) -> tuple[str, str, str]:
        words, status = self.w["studio"], studio.get("status", "open")
        head, leads = words["head"], words["lead"]
        if self.has_ended(studio):
            return "ended", head["ended"], fill(leads["ended"], {"date": self.date(studio["valid_to"])})
        if status in ("closed", "suspended", "preparing", "building"):
            state = "preparing" if status == "building" else status
            return state, head[status], leads[state]
        lead = leads.get(studio.get("visit", ""), "")
        if studio.get("form") == "online-studio" or studio.get("venue") == "online":
            return "online", head["online"], lead or leads["online"]
        if rules:
            return "later", fill(head["duty"], {"when": self.when(rules[0])}), lead
        if "duty_text" in studio:
            return "later", fill(head["duty"], {"when": studio["duty_text"]}), lead
        return "unknown", head["unknown"], lead or leads["unknown"]

    def _phones(self, studio: Record) -> tuple[list[str], str]:
        if "phone" in studio:
            return listed(studio["phone"]), ""
        for id_ in (studio.get("host"), studio.get("owner")):
            body = self.get("organization", id_)
            if body and "phone" in body:
                return listed(body["phone"]), body["name"]
        return [], ""

    def _seats(self, studio: Record) -> list[tuple[Record, str]]:
        seats = []
        for seat in studio.get("members", ()):
            member = self.get("member", seat["member"])
            if member is not None and ("to" not in seat or seat["to"] >= self.day):
                role = self.w["choices"]["role"][seat.get("role", "member")]
                if member.get("consent") == "yes" and "sectors" in member:
                    role += " · " + self.sectors(member["sectors"])
                seats.append((member, role))
        return seats

    def compliance(self, studio: Record) -> list[tuple[str, list[tuple[str, Record]]]]:
        found = []
        for id_, checks in groupby(studio["compliance"], key=lambda one: one["framework"]):
            framework = self.by_id["framework"][id_]
            names = {item["id"]: item["name"] for item in framework["items"]}
            found.append((framework["name"], [(names.get(one["item"], ""), one) for one in checks]))
        return found

    def records(self, kind: str, ids: Any) -> list[Record]:
        return [found for id_ in listed(ids) if (found := self.get(kind, id_))]

    @lru_cache  # noqa: B019 - there is one of these in a build
    def asset(self, path: str) -> str:
        return f"/assets/{path}?v={hashlib.md5((self._assets / path).read_bytes()).hexdigest()[:10]}"  # noqa: S324


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

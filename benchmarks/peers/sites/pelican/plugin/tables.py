"""Everything that the shared templates ask of the records."""

import hashlib
from functools import lru_cache
from itertools import groupby
from typing import Any

from .duty_words import DutyWords
from .links import Record, fill, listed


class Tables(DutyWords):
    """What templates may call, beside `get` and `all`."""

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
        file = self._assets / path
        data = file.read_bytes() if file.is_file() else b""  # ours alone composes maps and the words of scripts
        return f"/assets/{path}?v={hashlib.md5(data).hexdigest()[:10]}"  # noqa: S324

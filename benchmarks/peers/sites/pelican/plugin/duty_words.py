"""Dates, opening hours and duty rules in words. Knows no page."""

from datetime import date
from functools import lru_cache

from .links import Links, Record, fill

_WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


class DutyWords(Links):
    """The records, and when somebody is there, in words."""

    @lru_cache(4096)  # noqa: B019 - there is one of these in a build
    def date(self, text: str) -> str:
        year, month, day = [*(part.lstrip("0") for part in str(text).split("-")), "", ""][:3]
        key = "date_day" if day else "date_month" if month else "date_year"
        return fill(self.w["format"][key], {"year": year, "month": month, "day": day})

    def _day(self, text: str) -> str:
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

    def hours(self, text: str) -> list[tuple[str, str]]:
        rows = []
        for part in filter(None, text.split(";")):
            days, _, times = part.strip().partition(" ")
            spans = (span.partition("-") for span in times.split(",") if "-" in span)
            joined = str(self.w["days"]["separator"]).join(self._times(opens, closes) for opens, _, closes in spans)
            rows.append((self._days(days.split(",")), joined))
        return rows
